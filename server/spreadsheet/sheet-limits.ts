/** What a spreadsheet may be at most. Security: a file of 50 MB can claim to be petabytes. */
export const sheetLimits = {
  /** 50 MB as Windows counts. */
  fileBytes: 50 * 1024 * 1024,
  /** Of all parts of a workbook that are read, as they come out of the archive. */
  inflatedBytes: 300_000_000,
  /** Of a part that is kept whole in memory: styles, names of sheets, relations. */
  descriptionBytes: 20_000_000,
  /** Files inside the archive. */
  parts: 10_000,
  /** People: rows with something in them, with room for a title, a header and totals. */
  filledRows: 1_000_100,
  /** Numbers of rows: where Excel ends. A file with higher ones was not made by it. */
  rowNumber: 1_048_576,
  columns: 200,
  cellCharacters: 32_767,
  /** Of one row of a text file. */
  rowBytes: 1_000_000,
  headRows: 60,
  batchRows: 500,
} as const;
