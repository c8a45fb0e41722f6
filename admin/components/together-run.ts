import type { UserError } from './graphql-client';
import type { Note, Part, StepInput, Sums } from './together-request';

/** How far a deed has come, step by step. */
export interface Progress extends Sums {
  readonly isDone: boolean;
  /** Whether the person stopped it before everyone was reached. */
  readonly isStopped: boolean;
  /** What ended it before everyone was reached. */
  readonly errors: readonly UserError[];
}

export const notStarted: Progress = {
  matched: 0,
  changed: 0,
  personMonths: null,
  rupiah: null,
  notes: [],
  isDone: false,
  isStopped: false,
  errors: [],
};

const stepSize = 2000;

interface Running {
  /** One step; each is a transaction of its own, so that what is done stays done. */
  readonly ask: (step: StepInput) => Promise<Part>;
  readonly onProgress: (progress: Progress) => void;
  readonly isStopped: () => boolean;
}

/** Takes step after step until everyone was reached, it is stopped, or a step is refused. */
export async function runInSteps({ ask, onProgress, isStopped }: Running): Promise<void> {
  let progress = notStarted;
  let after: string | null = null;
  do {
    const part: Part = await ask({ size: stepSize, after }).catch(failedPart);
    progress = added(progress, part);
    after = part.nextAfter;
    if (after !== null && isStopped()) progress = { ...progress, isStopped: true, isDone: true };
    if (after === null) progress = { ...progress, isDone: true };
    onProgress(progress);
  } while (!progress.isDone);
}

/** A step that did not come back as one that is refused: it changed nothing, the steps before it stay. */
export function failedPart(error: unknown): Part {
  const message = error instanceof Error ? error.message : String(error);
  return { ...notStarted, nextAfter: null, errors: [{ path: [], code: '', message }] };
}

function added(sum: Progress, { nextAfter: _next, ...part }: Part): Progress {
  return {
    ...sum,
    matched: sum.matched + part.matched,
    changed: sum.changed + part.changed,
    personMonths: part.personMonths === null ? sum.personMonths : (sum.personMonths ?? 0) + part.personMonths,
    rupiah: part.rupiah === null ? sum.rupiah : String(BigInt(sum.rupiah ?? 0) + BigInt(part.rupiah)),
    notes: mergedNotes(sum.notes, part.notes),
    errors: part.errors,
  };
}

/** As many people and cases are told one by one; lists have them all. */
const examplesShown = 5;

function mergedNotes(notes: readonly Note[], more: readonly Note[]): readonly Note[] {
  const merged = new Map<string, Note>();
  for (const note of [...notes, ...more]) {
    const key = `${note.code}:${note.message}`;
    const known = merged.get(key);
    const examples = [...(known?.examples ?? []), ...note.examples].slice(0, examplesShown);
    merged.set(key, { ...note, count: (known?.count ?? 0) + note.count, examples });
  }
  const all = [...merged.values()];
  const cases = all.filter(({ code }) => code === 'CASE').slice(0, examplesShown);
  return [...all.filter(({ code }) => code !== 'CASE'), ...cases];
}
