import { databaseId, publicId } from '../kernel/identifier.js';
import type { RosterLine } from '../kernel/roster-files.js';
import type { SheetHeader } from './import-columns.js';

/** Columns that the workbook with the bad rows has beside those of the file. */
export const giveBackHeaders = { reason: 'Alasan', suggestion: 'Saran', code: 'Kode baris Payung' } as const;

const ourHeaders: ReadonlySet<string> = new Set(
  Object.values(giveBackHeaders).map((header) => header.toLowerCase()),
);

/** Whether a column came from us, in a file that was given back and mended. */
export function isOurs({ header }: { readonly header: string }): boolean {
  return ourHeaders.has(header.trim().toLowerCase());
}

/** Code of a bad row in the workbook that is given back, for instance `import_0190…:17`. */
export function rowCode(batchId: string, rowNumber: number): string {
  return `${publicId('import', batchId)}:${rowNumber}`;
}

/** Row of the batch that a code names; null when it is none of ours. */
export function mendedRow(code: string): { readonly batchId: string; readonly rowNumber: number } | null {
  const [id = '', row = ''] = code.trim().split(':');
  const batchId = databaseId('import', id);
  return batchId !== null && /^\d{1,7}$/.test(row) ? { batchId, rowNumber: Number(row) } : null;
}

/** Place of the column with the codes; -1 when the file has none. */
export function codeColumn(columns: readonly { readonly index: number; readonly header: string }[]): number {
  return (
    columns.find(({ header }) => header.trim().toLowerCase() === giveBackHeaders.code.toLowerCase())?.index ??
    -1
  );
}

/** The batch whose rows a file brings back: that of its first code. */
export function mendedBatch({ columns, rowNumber }: SheetHeader, head: readonly RosterLine[]): string | null {
  const column = codeColumn(columns);
  if (column < 0) return null;
  for (const { number, texts } of head) {
    const code = number > rowNumber ? mendedRow(texts[column] ?? '') : null;
    if (code) return code.batchId;
  }
  return null;
}
