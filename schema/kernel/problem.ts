/** Something that the person who acts can mend. `path` is the input's path, so that a form can mark the field. */
export interface Problem {
  readonly path: readonly string[];
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A problem at `path`, for instance `problem(['input', 'title'], 'VALUE_MISSING')`. */
export function problem(path: readonly string[], code: string, params: Problem['params'] = {}): Problem {
  return { path, code, params };
}

/** Carries problems out of a unit of work so that it rolls back; `UnitOfWork` turns it into data again. */
export class Rejected extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; '));
    this.name = 'Rejected';
  }
}

/** @throws Rejected when there is at least one problem. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Rejected(problems);
}

/** Absent or not visible: deliberately the same answer. */
export function notFound(path: readonly string[] = ['id']): Rejected {
  return new Rejected([problem(path, 'NOT_FOUND')]);
}

export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE';

/** A matter for the developer or the operator, not for a form field; `reason` is a code of the kernel's texts. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly reason: string = code,
    readonly params: Problem['params'] = {},
  ) {
    super(reason);
    this.name = 'Refusal';
  }
}

/** What a change came to: the changed record's id, or what has to be mended; never both. */
export type Outcome =
  | { readonly id: string; readonly problems: readonly [] }
  | { readonly id: null; readonly problems: readonly Problem[] };
