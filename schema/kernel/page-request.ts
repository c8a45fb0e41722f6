import { decodeCursor } from './cursor.js';
import { Refusal } from './problem.js';
import type { ListRead, WholeFilter } from './readable.js';
import type { Statement } from './statement.js';

/** Which page of a list is wanted. `offset` is for the panel's numbered pages only; the API pages by cursor. */
export interface PageRequest {
  readonly filter?: object | null | undefined;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null | undefined;
  readonly first?: number;
  readonly after?: string | null | undefined;
  readonly offset?: number;
}

export const pageLimit = 100;
const searchMinimum = 3;

/** How many records a page has at most. @throws Refusal PAGE_SIZE_INVALID */
export function pageSize(request: PageRequest): number {
  const first = request.first ?? 20;
  if (Number.isInteger(first) && first >= 1 && first <= pageLimit) return first;
  throw new Refusal('BAD_USER_INPUT', 'PAGE_SIZE_INVALID', { value: first, limit: pageLimit });
}

/** Conditions of a list's filter, for numbers that are counted over the same rows as the list shows. */
export function filterSql(
  list: ListRead,
  { filter }: PageRequest,
  alias: string,
  statement: Statement,
): string[] {
  const conditions: string[] = [];
  const whole = wholeFilter({ filter });
  const reversed = reversedRange(whole);
  if (reversed) throw new Refusal('BAD_USER_INPUT', 'RANGE_REVERSED', reversed);
  for (const [name, wanted] of Object.entries(whole)) {
    if (wanted === null || wanted === undefined) continue; // null and absent mean the same: no filter
    const read = list.filters[name];
    if (!read) throw new Error(`list of ${list.of().name} has no filter ${name}`);
    if (name === 'search' && String(wanted).trim().length < searchMinimum) {
      throw new Refusal('BAD_USER_INPUT', 'SEARCH_TOO_SHORT', { limit: searchMinimum });
    }
    const condition = read(alias, wanted as never, statement, whole);
    if (condition !== null) conditions.push(condition);
  }
  return conditions;
}

/** `signedFrom` after `signedUntil`: nothing could match, and nobody means that. Null: there is no such range. */
export function reversedRange(filter: WholeFilter): { readonly name: string; readonly last: string } | null {
  for (const name of Object.keys(filter)) {
    if (!/(^f|F)rom$/.test(name)) continue;
    const last = name.replace(/from$/, 'until').replace(/From$/, 'Until');
    if (placeOf(filter[name]) > placeOf(filter[last])) return { name, last };
  }
  return null;
}

/** Of an age, a day, a month or an instant; NaN, which is before and after nothing, where there is none. */
function placeOf(value: unknown): number {
  return typeof value === 'number' ? value : Date.parse(String(value));
}

/** The filter as conditions see it: empty where none is asked for. */
export function wholeFilter({ filter }: Pick<PageRequest, 'filter'>): WholeFilter {
  return { ...filter };
}

/** How a list is sorted, and the condition that begins it after the cursor of the request. */
export function orderRead(list: ListRead, request: PageRequest, alias: string, statement: Statement) {
  const { field, direction } = request.orderBy ?? list.defaultOrder;
  const by = list.orders[field];
  if (!by) throw new Error(`list of ${list.of().name} has no order ${field}`);
  const name = `${field}:${direction}`;
  const key = by.sql(alias);
  if (!request.after) return { name, key, direction, after: '' };
  const [, lastKey, lastId] = decodeCursor(request.after, name);
  const position = `(${statement.parameter(lastKey)}::text::${by.type}, ${statement.parameter(lastId)}::uuid)`;
  const after = ` and (${key}, ${alias}.id) ${direction === 'ASC' ? '>' : '<'} ${position}`;
  return { name, key, direction, after };
}

/** Order, cursor and, after a cursor, the condition of a list. */
export function orderSql(list: ListRead, request: PageRequest, alias: string, statement: Statement) {
  const { name, key, direction, after } = orderRead(list, request, alias, statement);
  const order = `${key} ${direction}, ${alias}.id ${direction}`;
  return { order, cursor: `json_build_array('${name}', ${key}::text, ${alias}.id)`, after };
}
