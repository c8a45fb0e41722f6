import {
  type BranchColumn,
  BranchField,
  BranchFormat,
  type LeavingList,
} from '../../schema/branch-list/index.js';
import { DataExportFormat, type DataExportService } from '../../schema/data-export/index.js';
import { publicId } from '../../schema/kernel/identifier.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';
import type { Writing } from '../export/cells.js';
import type { RawRow } from '../export/copied-rows.js';
import { csvWriter } from '../export/csv.js';
import { begun, fileBytes, type OpenFile } from '../export/export-file.js';
import type { FileWriter } from '../export/file-writer.js';
import type { FileColumn } from '../export/row-values.js';
import { xlsxWriter } from '../export/xlsx.js';

export interface BranchFileOrder {
  readonly format: DataExportFormat.CSV | DataExportFormat.XLSX;
  readonly writing: Writing;
}

/** A list as a file for the branch, noted with its reason like every file that NIKs leave in. @throws Rejected */
export async function branchFile(
  exports: DataExportService,
  caller: Caller,
  {
    list,
    order,
    signal,
  }: { readonly list: LeavingList; readonly order: BranchFileOrder; readonly signal: AbortSignal },
): Promise<AsyncGenerator<Buffer>> {
  const wantsNik = list.columns.some(({ field }) => field === BranchField.NIK);
  const underWay = await exports.begin(caller, {
    listName: 'branchList',
    operation: publicId('branchlist', list.id),
    variables: {},
    format: order.format,
    reason: list.reason,
    wantsNik,
  });
  const keys = list.people.flatMap(({ NIK: key }) => (key ? [key] : []));
  const open = async (): Promise<OpenFile> => {
    const niks = wantsNik ? await underWay.niks(keys) : new Map<string, string>();
    const rows = list.people.map((person) => list.columns.map((column) => cellOf(person, column, niks)));
    return { chunks: once(rows), writer: writerOf(list.columns, order) };
  };
  return begun(fileBytes({ open, underWay, signal }));
}

function writerOf(columns: readonly BranchColumn[], { format, writing }: BranchFileOrder): FileWriter {
  const table = columns.map((column, at) => fileColumn(column, at));
  return format === DataExportFormat.XLSX ? xlsxWriter(table, writing) : csvWriter(table, writing);
}

async function* once(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  yield rows;
}

/** Texts, so that no spreadsheet rounds a NIK or drops a zero; only amounts are numbers. */
function fileColumn({ header, field }: BranchColumn, at: number): FileColumn {
  const kind = field === BranchField.AMOUNT ? 'rupiah' : field === BranchField.NUMBER ? 'integer' : 'text';
  return { keys: [header], kind, text: (row) => row[at] ?? null };
}

type Person = LeavingList['people'][number];

function cellOf(
  person: Person,
  { field, format }: BranchColumn,
  niks: ReadonlyMap<string, string>,
): string | null {
  const value = person[field] ?? null;
  if (value === null) return null;
  if (field === BranchField.NIK) return niks.get(value) ?? null;
  if (field === BranchField.MONTH) return dayAs(value.slice(0, 7), format);
  if (field === BranchField.BIRTH_DATE || field === BranchField.ENTERED_ON) return dayAs(value, format);
  return field === BranchField.SEX ? sexAs(value, format) : value;
}

/** "2026-01-31" or "2026-01" in the form that the branch wants; 31-01-2026 unless told otherwise. */
function dayAs(day: string, format: BranchFormat | null): string {
  if (format === BranchFormat.ISO) return day;
  const sign = format === BranchFormat.DAY_FIRST_SLASH ? '/' : '-';
  return day.split('-').reverse().join(sign);
}

const sexWords: Readonly<Record<string, readonly [male: string, female: string]>> = {
  [BranchFormat.SEX_L_P]: ['L', 'P'],
  [BranchFormat.SEX_M_F]: ['M', 'F'],
  [BranchFormat.SEX_WORD]: ['LAKI-LAKI', 'PEREMPUAN'],
};

function sexAs(sex: string, format: BranchFormat | null): string | null {
  const words = sexWords[format ?? BranchFormat.SEX_L_P];
  return words?.[sex === 'MALE' ? 0 : 1] ?? null;
}
