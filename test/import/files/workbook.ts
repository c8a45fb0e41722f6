import { columnName, escapedText } from '../../../server/spreadsheet/xlsx-text.js';
import { type ZipPart, zipOf } from './zip.js';

/** A cell as Excel, LibreOffice or a program would write it; a string is a shared text. */
export type Cell =
  | string
  | number
  | null
  | { readonly inline: string }
  | { readonly rich: readonly string[] }
  | { readonly serial: number; readonly format?: keyof typeof formats }
  | { readonly written: string }
  | { readonly formula: string; readonly cached: string }
  | { readonly error: string }
  | { readonly boolean: boolean };

export interface Sheet {
  readonly name?: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly merges?: readonly string[];
  readonly dimension?: string;
}

/** Number formats, by the place in the list of cell formats. */
const formats = { general: 0, date: 1, longDate: 2, yearMonthDay: 3, time: 4, thousands: 5 } as const;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const styles = `<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd"/><numFmt numFmtId="166" formatCode="&quot;Rp&quot;#,##0;[Red]-&quot;dy&quot;#,##0"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/></cellXfs></styleSheet>`;

/** A workbook; `parts` come on top of its own, or in their place. */
export function workbookOf(
  sheets: readonly Sheet[],
  options: { readonly parts?: readonly ZipPart[]; readonly countsFrom1904?: boolean } = {},
): Buffer {
  const texts = new Map<string, number>();
  const pages = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(sheet, texts),
  }));
  const own: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { name: '_rels/.rels', content: relationsXml([{ type: 'officeDocument', target: 'xl/workbook.xml' }]) },
    { name: 'xl/workbook.xml', content: workbookXml(sheets, options.countsFrom1904 === true) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationsXml([
        ...sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
        { type: 'styles', target: 'styles.xml' },
        { type: 'sharedStrings', target: '/xl/sharedStrings.xml' },
      ]),
    },
    { name: 'xl/styles.xml', content: styles },
    ...pages,
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${[...texts.keys()].join('')}</sst>` },
  ];
  const given = options.parts ?? [];
  return zipOf([...own.filter(({ name }) => !given.some((part) => part.name === name)), ...given]);
}

export function sheetXml(sheet: Sheet, texts: Map<string, number> = new Map()): string {
  const rows = sheet.rows.map((cells, index) => {
    const written = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, texts));
    return `<row r="${index + 1}">${written.join('')}</row>`;
  });
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`).join('');
  const dimension = sheet.dimension === undefined ? '' : `<dimension ref="${sheet.dimension}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}">${dimension}<sheetData>${rows.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: Cell, place: string, texts: Map<string, number>): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return sharedCell(place, `<si>${textXml(cell)}</si>`, texts);
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if ('rich' in cell) {
    const runs = cell.rich.map((run) => `<r><rPr><b/></rPr>${textXml(run)}</r>`);
    return sharedCell(place, `<si>${runs.join('')}<rPh sb="0" eb="1"><t>bunyi</t></rPh></si>`, texts);
  }
  if ('inline' in cell) return `<c r="${place}" t="inlineStr"><is>${textXml(cell.inline)}</is></c>`;
  if ('serial' in cell)
    return `<c r="${place}" s="${formats[cell.format ?? 'date']}"><v>${cell.serial}</v></c>`;
  if ('written' in cell) return `<c r="${place}"><v>${cell.written}</v></c>`;
  if ('formula' in cell) {
    return `<c r="${place}" t="str"><f>${escapedText(cell.formula)}</f><v>${escapedText(cell.cached)}</v></c>`;
  }
  if ('error' in cell) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`;
  return `<c r="${place}" t="b"><v>${cell.boolean ? 1 : 0}</v></c>`;
}

function sharedCell(place: string, item: string, texts: Map<string, number>): string {
  const index = texts.get(item) ?? texts.size;
  texts.set(item, index);
  return `<c r="${place}" t="s"><v>${index}</v></c>`;
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escapedText(text)}</t>`;
}

function workbookXml(sheets: readonly Sheet[], countsFrom1904: boolean): string {
  const tabs = sheets.map(({ name, state }, index) => {
    const visibility = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${visibility} r:id="rId${index + 1}"/>`;
  });
  return `<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr${countsFrom1904 ? ' date1904="1"' : ''}/><sheets>${tabs.join('')}</sheets></workbook>`;
}

function relationsXml(relations: readonly { readonly type: string; readonly target: string }[]): string {
  const lines = relations.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relation}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}
