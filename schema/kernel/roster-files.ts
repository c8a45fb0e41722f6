/** Row of a file as it was read: texts from left to right, one letter for the kind of each cell. */
export interface RosterLine {
  /** Number of the row in the file, from 1. */
  readonly number: number;
  readonly texts: readonly string[];
  readonly kinds: string;
}

/** The first rows of a file, and how the rest of it is read. */
export interface RosterHead {
  /** Format, encoding, delimiter, sheet: for the reader, kept with the batch. */
  readonly sheet: object;
  readonly head: readonly RosterLine[];
  /** Names of further sheets with people on them, which are not read. */
  readonly otherSheets: readonly string[];
}

/** A file that was taken into the store. */
export interface KeptFile {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Largest file of a roster in megabytes. */
export const rosterLimitMegabytes = 50;

/** Files of rosters: encrypted in the store, read in a worker with limits. */
export interface RosterFiles {
  /** Takes the bytes as they come. Null: there were too many, and nothing was kept. */
  keep(id: string, content: AsyncIterable<Buffer>): Promise<KeptFile | null>;
  /**
   * Looks at the beginning; `sheet` of a workbook, or the first one with people when it is null.
   * @throws Rejected at `input.file` when it is no roster.
   */
  inspect(id: string, fileName: string, sheet: string | null): Promise<RosterHead>;
  discard(id: string): Promise<void>;
}
