/** What a form holds, flat as AdminJS has it: `parties.0.name`. */
export type Params = Readonly<Record<string, unknown>>;

/** The part of `params` that belongs to one field, without what is empty. */
export function partOf(params: Params, field: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params)
      .filter(([key]) => key === field || key.startsWith(`${field}.`))
      .filter(([, value]) => !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** Whether a field holds the same in both; a false box and one that nobody touched are the same. */
export function isSame(one: Params, other: Params, field: string): boolean {
  return signature(one, field) === signature(other, field);
}

function signature(params: Params, field: string): string {
  const entries = Object.entries(partOf(params, field)).map(([key, value]) => [key, String(value)]);
  return JSON.stringify(entries.filter(([, value]) => value !== 'false').sort());
}

/** `params` with the field as `source` has it. */
export function withField(params: Params, source: Params, field: string): Record<string, unknown> {
  const others = Object.entries(params).filter(([key]) => key !== field && !key.startsWith(`${field}.`));
  const own = Object.entries(source).filter(([key]) => key === field || key.startsWith(`${field}.`));
  return Object.fromEntries([...others, ...own]);
}

/** A record that two people changed: from `base`, the one to `mine`, the other to `theirs`. */
export interface ThreeWays {
  readonly base: Params;
  readonly mine: Params;
  readonly theirs: Params;
}

/** Fields that both changed, each to something else. */
export function conflictsOf({ base, mine, theirs }: ThreeWays, fields: readonly string[]): string[] {
  return fields.filter(
    (field) => !isSame(base, mine, field) && !isSame(base, theirs, field) && !isSame(mine, theirs, field),
  );
}

/** The record as it is now, with what I changed; where both did, as `keepsMine` says. */
export function merged(
  { base, mine, theirs }: ThreeWays,
  fields: readonly string[],
  keepsMine: (field: string) => boolean,
): Record<string, unknown> {
  const conflicts = new Set(conflictsOf({ base, mine, theirs }, fields));
  let params: Record<string, unknown> = { ...theirs };
  for (const field of fields) {
    if (isSame(base, mine, field) || (conflicts.has(field) && !keepsMine(field))) continue;
    params = withField(params, mine, field);
  }
  return params;
}
