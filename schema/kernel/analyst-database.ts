/** Where logins for SQL connect to. */
export interface AnalystAddress {
  readonly host: string;
  readonly port: number;
  readonly database: string;
}

/** One statement with the values of its parameters, on behalf of a login of schema `analytics`. */
export interface AnalystStatement {
  readonly login: string;
  readonly password: string;
  readonly text: string;
  readonly values: readonly (string | null)[];
  /** Day that the views take for today. */
  readonly today: string;
  readonly limits: AnalystLimits;
  /** Fires when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** Where a statement ends: what it may return, last, and be estimated at. */
export interface AnalystLimits {
  readonly rows: number;
  readonly bytes: number;
  readonly milliseconds: number;
  /** PostgreSQL's estimate of the whole statement, in its own unit (one page read in sequence). */
  readonly cost: number;
}

export interface AnalystColumn {
  readonly name: string;
  /** Name of PostgreSQL's type. */
  readonly type: string;
}

/** Rows of a statement as PostgreSQL writes them; null is null. */
export interface AnalystRows {
  readonly columns: readonly AnalystColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** Whether there were more rows than the limits let through. */
  readonly isTruncated: boolean;
  /** PostgreSQL's estimate. */
  readonly cost: number;
}

/** A view of schema `analytics` with its documentation, `Indonesian | English`. */
export interface AnalystView {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly (AnalystColumn & { readonly about: string })[];
}

/** Beside SQLSTATEs: estimated too high, answered too much, given up by whoever asked. */
export const tooCostly = 'TOO_COSTLY';
export const tooLarge = 'TOO_LARGE';
export const givenUp = 'GIVEN_UP';

/** What of a statement PostgreSQL complained about: a character of its text, from 1, or one of its parameters, from 1. */
export interface FailurePlace {
  readonly position?: number;
  readonly parameter?: number;
}

/** Why there is no answer: SQLSTATE (or one of the three above), message, and where. */
export class AnalystFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly place: FailurePlace = {},
  ) {
    super(message);
    this.name = 'AnalystFailure';
  }
}

/** Runs statements of analysts on connections that are theirs alone: the program's only way to schema `analytics`. */
export interface AnalystDatabase {
  readonly address: AnalystAddress;
  /** The views, by name. */
  views(): Promise<readonly AnalystView[]>;
  /** PostgreSQL's estimate of a statement, which does not run. @throws AnalystFailure */
  cost(statement: AnalystStatement): Promise<number>;
  /** Types of the parameters as PostgreSQL finds them out; the statement does not run. @throws AnalystFailure */
  parameterTypes(statement: AnalystStatement): Promise<readonly string[]>;
  /** Rows of a statement, in a transaction that only reads; its estimate is looked at first. @throws AnalystFailure */
  rows(statement: AnalystStatement): Promise<AnalystRows>;
}
