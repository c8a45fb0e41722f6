import { databaseId } from '../kernel/identifier.js';
import { Refusal } from '../kernel/problem.js';
import type { Concept } from '../kernel/readable.js';
import type { Selection } from '../kernel/selection.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { type ReconciliationLine, reconciled } from './reconciliation.rules.js';

/** Which arrears are wanted; absent and null mean all that the caller may read. */
export interface ArrearsRequest {
  readonly programIds?: readonly string[] | null | undefined;
  readonly regionIds?: readonly string[] | null | undefined;
  readonly asOf?: string | null | undefined;
}

interface ArrearsRow {
  readonly programKey: string;
  readonly regionKey: string;
  readonly age: string;
  readonly persons: number | null;
  readonly personMonths: number | null;
  readonly rupiah: string | null;
  readonly isSuppressed: boolean;
}

/** Steps and reasons of one month, in the caller's language; null when the program is not visible. */
export async function reconciliationOf(
  caller: Caller,
  { programKey, month }: { readonly programKey: string | null; readonly month: string },
) {
  if (programKey === null) return null;
  const lines = await caller.reads.rows<ReconciliationLine>(
    'select r.step, r.heads, r.rupiah::text from app.reconciliation($1, $2::date) r',
    [programKey, `${month}-01`],
  );
  return lines.length === 0 ? null : { month: `${month}-01`, ...reconciled(lines, caller.actor.locale) };
}

/** Rows with their programs and regions, each kind read once. */
export async function arrearsOf(
  caller: Caller,
  request: ArrearsRequest,
  selection: Selection,
): Promise<object[]> {
  const rows = await caller.reads.rows<ArrearsRow>(
    `select a.program_id as "programKey", a.region_id as "regionKey", a.age, a.persons, a.person_months as "personMonths",
       a.rupiah::text, a.is_suppressed as "isSuppressed"
     from app.arrears($1::uuid[], case when $2::uuid[] is null then null else array(select app.region_subtree($2::uuid[])) end,
       coalesce($3::date, app.today())) a`,
    [keysOf('program', request.programIds), keysOf('region', request.regionIds), request.asOf ?? null],
  );
  if (rows.length > mostRows) throw new Refusal('BAD_USER_INPUT', 'ARREARS_TOO_MANY', { limit: mostRows });
  const programs = await recordsOf(
    caller,
    Program,
    rows.map(({ programKey }) => programKey),
    selection.get('program')?.below,
  );
  const regions = await recordsOf(
    caller,
    Region,
    rows.map(({ regionKey }) => regionKey),
    selection.get('region')?.below,
  );
  return rows.map((row) => ({
    ...row,
    program: programs.get(row.programKey),
    region: regions.get(row.regionKey),
  }));
}

/** An id of another kind is no id at all: it matches nothing. */
function keysOf(prefix: string, publicIds: readonly string[] | null | undefined): string[] | null {
  if (publicIds === null || publicIds === undefined) return null;
  return publicIds.flatMap((publicId) => databaseId(prefix, publicId) ?? []);
}

async function recordsOf(
  caller: Caller,
  concept: Concept,
  keys: readonly string[],
  selection: Selection | null | undefined,
): Promise<ReadonlyMap<string, object | null>> {
  if (!selection || keys.length === 0) return new Map();
  const distinct = [...new Set(keys)];
  const records = await caller.reads.many(concept, distinct, selection);
  return new Map(distinct.map((key, index) => [key, records[index] ?? null]));
}

const mostRows = 2000;
