/** Reason why the program cannot start, in one sentence for the operator: printed without a stack, exit code 1. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** Sentence in both languages on one line, Indonesian first. */
export function bilingual({ id, en }: { readonly id: string; readonly en: string }): string {
  return `${id} / ${en}`;
}
