import { databaseId } from './identifier.js';

/**
 * Today as SQL for conditions on many rows, as app.today() has it: the function would be called for each of them, and of
 * a sub-select the planner could not tell beforehand how many rows it leaves. `case`, since row security takes
 * `coalesce` and `nullif` for leaking, and leaves them no index.
 */
export const todaySql = `(case when current_setting('app.today', true) <> '' then current_setting('app.today', true)::date else app.today() end)`;

/**
 * The value, or the other one where it is null, to sort by: row security takes `coalesce` for leaking, so that a page after
 * a cursor would walk through the index from its beginning.
 */
export const orElse = (value: string, other: string): string =>
  `(case when ${value} is null then ${other} else ${value} end)`;

/** One SQL statement in the making: names come from metadata only, values only through parameters. */
export class Statement {
  readonly values: unknown[];
  #aliases: number;

  /** Goes on where another one ended: with its values and after its aliases. */
  constructor(before?: Statement) {
    this.values = [...(before?.values ?? [])];
    this.#aliases = before ? before.#aliases : 0;
  }

  /** Placeholder for `value`, for instance `$3`. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** This statement for SQL that goes into it; else one aside: PostgreSQL refuses parameters that nothing mentions. */
  onlyIf(isMentioned: boolean): Statement {
    return isMentioned ? this : new Statement(this);
  }

  /** A table alias that this statement has not used yet. */
  alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }

  /** Placeholder for the database keys among public ids of one prefix; an id of another kind matches nothing. */
  ids(prefix: string, publicIds: readonly string[]): string {
    const keys = publicIds.map((publicId) => databaseId(prefix, publicId)).filter((key) => key !== null);
    return `${this.parameter(keys)}::uuid[]`;
  }
}
