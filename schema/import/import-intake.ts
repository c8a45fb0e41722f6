import { cleaned } from '../kernel/input.js';
import { type Outcome, problem, Rejected, refuse } from '../kernel/problem.js';
import { type RosterFiles, rosterLimitMegabytes } from '../kernel/roster-files.js';
import { shortened, withoutNik } from '../kernel/stored-text.js';
import { refuseOtherSheets, type Upload } from './import-upload.js';

/** A file as it comes in. */
export interface RosterUpload {
  readonly programId: string;
  readonly fileName: string;
  readonly content: AsyncIterable<Buffer>;
  /** Sheet of a workbook; absent: the only one with people on it. */
  readonly sheet?: string | null;
}

/**
 * The batch of a file; `isKnown`: the same file was there before, and nothing was done. `sheets`: those with people, one
 * of which has to be chosen.
 */
export type UploadOutcome = Outcome & { readonly isKnown: boolean; readonly sheets: readonly string[] };

const path = ['input', 'file'];
const longestFileName = 200;

/** Keeps the file, encrypted, and looks at its beginning. @throws Rejected when it is empty, too large or no roster. */
export async function takeIn(
  files: RosterFiles,
  id: string,
  { fileName, content, sheet }: Omit<RosterUpload, 'programId'>,
): Promise<Upload> {
  const { input, problems } = cleaned({ fileName, sheet });
  const kept = await files.keep(id, content);
  refuse(problems);
  if (kept === null)
    throw new Rejected([problem(path, 'IMPORT_FILE_TOO_LARGE', { limit: rosterLimitMegabytes })]);
  if (kept.sizeBytes === 0) throw new Rejected([problem(path, 'IMPORT_FILE_MISSING')]);
  const name = input.fileName ?? 'daftar';
  const shown = shortened(withoutNik(input.sheet ? `${name} › ${input.sheet}` : name), longestFileName);
  const look = await files.inspect(id, name, input.sheet ?? null);
  refuseOtherSheets(look);
  return { id, fileName: shown, ...kept, ...look };
}
