import type { sheetCodes } from './sheet.problems.js';

export type SheetCode = (typeof sheetCodes)[number];

/** Why a file cannot be read as a spreadsheet, for the person who chose it; `sheet.problems.ts` has the words. */
export class SheetProblem extends Error {
  constructor(
    readonly code: SheetCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'SheetProblem';
  }
}
