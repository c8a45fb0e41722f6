import { posix } from 'node:path';
import { isDateFormat } from './cell-dates.js';
import { readWholeXml } from './read-xml.js';
import { SheetProblem } from './sheet-problem.js';
import type { ZipArchive } from './zip-archive.js';

export interface WorkbookSheet {
  readonly name: string;
  /** Name of its part in the archive. */
  readonly part: string;
}

export interface Workbook {
  readonly archive: ZipArchive;
  readonly visibleSheets: readonly WorkbookSheet[];
  readonly countsFrom1904: boolean;
  /** For each cell format: whether a number in it is shown as a date. */
  readonly dateFormats: readonly boolean[];
  readonly sharedStringsPart: string | null;
}

interface Relation {
  readonly id: string;
  /** Last word of the type: worksheet, sharedStrings, styles, officeDocument. */
  readonly type: string;
  readonly part: string;
}

/** @throws SheetProblem when it is no workbook, or one with macros. */
export async function openWorkbook(archive: ZipArchive): Promise<Workbook> {
  if (archive.names.some((name) => /vbaProject\.bin$|(^|\/)macrosheets\//i.test(name))) {
    throw new SheetProblem('SHEET_MACROS');
  }
  const main = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument');
  if (main === undefined) throw new SheetProblem('SHEET_XML_BROKEN', { part: '_rels/.rels' });
  const relations = await relationsOf(archive, main.part);
  const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.part ?? null;
  const { sheets, countsFrom1904 } = await readMain(archive, main.part);
  const visibleSheets = sheets.flatMap(({ name, id }) => {
    const part = relations.find((relation) => relation.id === id && relation.type === 'worksheet')?.part;
    return part === undefined ? [] : [{ name, part }];
  });
  const dateFormats = await readDateFormats(archive, partOf('styles'));
  return { archive, visibleSheets, countsFrom1904, dateFormats, sharedStringsPart: partOf('sharedStrings') };
}

/** Whither the part points; '' is the archive itself. */
async function relationsOf(archive: ZipArchive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  await readWholeXml(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: posix.basename(Type), part: target });
    },
  });
  return relations;
}

/** The visible sheets in the order of their tabs, each with the id of its relation. */
async function readMain(archive: ZipArchive, part: string) {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  let countsFrom1904 = false;
  await readWholeXml(archive, part, {
    open(name, attributes) {
      if (name === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return;
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', id });
    },
  });
  return { sheets, countsFrom1904 };
}

async function readDateFormats(archive: ZipArchive, part: string | null): Promise<boolean[]> {
  if (part === null || !archive.has(part)) return [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCellFormats = false;
  await readWholeXml(archive, part, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'cellXfs') isInCellFormats = true;
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'xf' && isInCellFormats) formats.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return formats.map((id) => isDateFormat(id, codes.get(id) ?? null));
}
