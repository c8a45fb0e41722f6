import { inspectSheet, readSheet, SheetProblem, type SheetRow } from '../../server/spreadsheet/read-sheet.js';

export async function rowsOf(bytes: Buffer, fileName = 'daftar'): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of readSheet(bytes, await inspectSheet(bytes, fileName))) rows.push(...batch);
  return rows;
}

/** Why the file is refused; what is no problem of the file fails the test. */
export async function problemOf(bytes: Buffer, fileName = 'daftar') {
  try {
    await rowsOf(bytes, fileName);
  } catch (error) {
    if (error instanceof SheetProblem) return { code: error.code, params: error.params };
    throw error;
  }
  return null;
}
