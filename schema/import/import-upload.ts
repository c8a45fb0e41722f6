import { maskNik } from '../beneficiary/index.js';
import { problem, Rejected, refuse } from '../kernel/problem.js';
import type { KeptFile, RosterHead, RosterLine } from '../kernel/roster-files.js';
import { shortened, storable } from '../kernel/stored-text.js';
import type { Work } from '../kernel/unit-of-work.js';
import type { ImportColumn } from './import.parts.js';
import { findHeader, isNumberingRow, isSideBySide, type SheetHeader } from './import-columns.js';
import { codeColumn, isOurs, mendedBatch } from './mended-rows.js';

const path = ['input', 'file'];
const samplesShown = 3;
const longestSample = 60;

/** The program that a roster is for. */
export interface RosterProgram {
  readonly id: string;
  readonly regionId: string;
  readonly state: string;
  /** First day of the first month that it pays. */
  readonly monthFrom: string;
  /** Its category when it has exactly one. */
  readonly categoryId: string | null;
}

/** A file that lies in the store and was looked at. */
export interface Upload extends KeptFile, RosterHead {
  readonly id: string;
  readonly fileName: string;
}

/** The program as the actor sees it; null when absent or not visible. */
export async function rosterProgram(work: Work, id: string | null): Promise<RosterProgram | null> {
  const [found] = await work.query<RosterProgram>(
    `select p.id, p.region_id as "regionId", p.state, p.month_from::text as "monthFrom",
       (select (array_agg(c.category_id))[1] from program_category c where c.program_id = p.id having count(*) = 1) as "categoryId"
     from program p where p.id = $1`,
    [id],
  );
  return found ?? null;
}

/** The batch of the program that has this very file and sheet; null: none that still counts. */
export async function knownBatch(
  work: Work,
  programId: string,
  { sha256, sheet }: Pick<Upload, 'sha256' | 'sheet'>,
): Promise<string | null> {
  const [found] = await work.query<{ id: string }>(
    `select b.id from import_batch b
     where b.program_id = $1 and b.sha256 = $2 and coalesce(b.sheet ->> 'sheetName', '') = $3
       and b.state not in ('UNDONE', 'DISCARDED', 'FAILED')`,
    [programId, sha256, sheetNameOf(sheet)],
  );
  return found?.id ?? null;
}

/**
 * Writes the batch down. Its columns are known when a roster of the program with the same headers was confirmed
 * before: then it is read at once, otherwise somebody says first what they are.
 * @throws Rejected when it cannot be told who stands where, or people would be left out.
 */
export async function insertBatch(work: Work, program: RosterProgram, upload: Upload): Promise<string> {
  const found = findHeader(upload.head);
  if (found === null) throw new Rejected([problem(path, 'IMPORT_NO_HEADER')]);
  if (isSideBySide(found)) throw new Rejected([problem(path, 'IMPORT_PEOPLE_SIDE_BY_SIDE')]);
  const continued = await continuedBatch(work, program, found, upload.head);
  const header = { ...found, columns: found.columns.filter((column) => !isOurs(column)) };
  const remembered = await rememberedColumns(work, { programId: program.id, continued, header });
  const columns = remembered?.columns ?? sampled(header, upload.head);
  const today = work.clock.today();
  await work.query(
    `insert into import_batch (id, program_id, region_id, continues_id, file_name, sha256, size_bytes, sheet, header_row, columns,
       category_id, entered_on, decree, cohort, decile_source, decile_on, state, created_by, acting_id, phase_began_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18, clock_timestamp())`,
    [
      upload.id,
      program.id,
      program.regionId,
      continued,
      upload.fileName,
      upload.sha256,
      upload.sizeBytes,
      JSON.stringify({ ...upload.sheet, codeColumn: codeColumn(found.columns) }),
      header.rowNumber,
      JSON.stringify(columns),
      remembered?.categoryId ?? program.categoryId,
      remembered?.enteredOn ?? (today > program.monthFrom ? today : program.monthFrom),
      remembered?.decree ?? null,
      remembered?.cohort ?? null,
      remembered?.decileSource ?? null,
      remembered?.decileOn ?? null,
      remembered ? 'CHECKING' : 'MAPPING',
      work.actor.staffId,
    ],
  );
  return upload.id;
}

/** Several sheets have people on them, and nobody said which one is meant. */
export class SheetsSeveral extends Rejected {
  constructor(readonly sheets: readonly string[]) {
    const named = sheets.map((name) => `"${name}"`).join(', ');
    super([problem(path, 'IMPORT_SHEETS_SEVERAL', { sheets: named })]);
  }
}

/** One sheet is read: people on another one would silently be left out. @throws SheetsSeveral */
export function refuseOtherSheets({ sheet, otherSheets }: RosterHead): void {
  if (otherSheets.length > 0) throw new SheetsSeveral([sheetNameOf(sheet), ...otherSheets]);
}

/** Empty: a text file, which has none. */
function sheetNameOf(sheet: object): string {
  return 'sheetName' in sheet && typeof sheet.sheetName === 'string' ? sheet.sheetName : '';
}

/** The batch whose bad rows the file brings back, as the code in its rows says. */
async function continuedBatch(
  work: Work,
  { id: programId }: RosterProgram,
  header: SheetHeader,
  head: readonly RosterLine[],
): Promise<string | null> {
  const batchId = mendedBatch(header, head);
  if (batchId === null) return null;
  const [found] = await work.query<{ id: string }>(
    "select b.id from import_batch b where b.id = $1 and b.program_id = $2 and b.state in ('READY', 'COMMITTED')",
    [batchId, programId],
  );
  return found?.id ?? null;
}

interface Remembered {
  readonly columns: readonly ImportColumn[];
  readonly categoryId: string | null;
  readonly enteredOn: string | null;
  readonly decree: string | null;
  readonly cohort: string | null;
  readonly decileSource: string | null;
  readonly decileOn: string | null;
}

interface Reading {
  readonly programId: string;
  readonly continued: string | null;
  readonly header: SheetHeader;
}

/**
 * How the roster that is continued, or else the last confirmed one of the program, was read, if it had the same headers.
 * What belongs to one decree is not carried over to another roster.
 */
async function rememberedColumns(
  work: Work,
  { programId, continued, header: { columns } }: Reading,
): Promise<Remembered | null> {
  const headers = columns.map(({ header }) => header);
  const [found] = await work.query<Remembered>(
    `select b.columns, b.category_id as "categoryId", case when b.id = $3 then b.entered_on::text end as "enteredOn",
       case when b.id = $3 then b.decree end as decree, case when b.id = $3 then b.cohort end as cohort,
       b.decile_source as "decileSource", b.decile_on::text as "decileOn"
     from import_batch b
     where b.program_id = $1 and b.state not in ('MAPPING', 'FAILED')
       -- put away before anybody said what its columns are
       and (b.state <> 'DISCARDED' or b.row_count is not null)
       and (select jsonb_agg(c -> 'header' order by (c -> 'index')::integer) from jsonb_array_elements(b.columns) c) = $2::jsonb
     order by (b.id = $3) is true desc, b.created_at desc limit 1`,
    [programId, JSON.stringify(headers), continued],
  );
  return found ?? null;
}

/** The columns with their first values, so that a person can tell what they hold. */
function sampled({ rowNumber, columns }: SheetHeader, head: readonly RosterLine[]): ImportColumn[] {
  const below = head.filter((line) => line.number > rowNumber && !isNumberingRow(line));
  return columns.map(({ index, header, field }) => ({
    index,
    header,
    field,
    samples: below
      .map(({ texts }) => texts[index] ?? '')
      .filter((text) => text.trim() !== '')
      .slice(0, samplesShown)
      .map(masked),
  }));
}

/** A NIK is shown as everywhere; other long numbers keep their last digits. */
function masked(text: string): string {
  return shortened(storable(text), longestSample)
    .replace(/\d{16}/g, maskNik)
    .replace(/\d{7,}/g, (number) => '•'.repeat(number.length - 4) + number.slice(-4));
}

/** Whether the program takes people now. */
export function refuseClosed({ state }: Pick<RosterProgram, 'state'>): void {
  if (state !== 'APPROVED') refuse([problem(['input', 'programId'], 'ENROLLMENT_PROGRAM_NOT_OPEN')]);
}
