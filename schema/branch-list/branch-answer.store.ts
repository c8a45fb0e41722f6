import type { NikVault } from '../kernel/nik-vault.js';
import type { Work } from '../kernel/unit-of-work.js';
import type { AnswerRow } from './branch-answer.js';
import { BranchListState } from './branch-list.enums.js';
import { personsByPlace } from './branch-list.statements.js';
import { type Judged, type Listed, reconcile, type Stranger } from './branch-reconcile.js';

/** An answer of a branch as it was read. */
export interface ReadAnswer {
  readonly fileName: string;
  readonly sha256: string;
  readonly rows: readonly AnswerRow[];
}

/** Compares the answer with the list and writes down what comes of it, in place of an earlier one. */
export async function keepAnswer(
  work: Work,
  vault: NikVault,
  listId: string,
  { fileName, sha256, rows }: ReadAnswer,
): Promise<void> {
  const listed = await work.query<Listed>(
    `select r.id, e.person_id as "personId", e.kpj, r.ours_rupiah::text as rupiah
     from branch_list_row r join enrollment e on e.id = r.enrollment_id where r.list_id = $1 order by r.row_number`,
    [listId],
  );
  const persons = await personsOf(work, vault, rows);
  const { judged, strangers } = reconcile(listed, rows, (nik) => persons.get(nik) ?? null);
  await work.query('delete from branch_list_row r where r.list_id = $1 and r.enrollment_id is null', [
    listId,
  ]);
  await keepJudged(work, judged);
  await keepStrangers(work, listId, strangers);
  await work.query(
    `update branch_list l set state = $2, answer_file_name = $3, answer_sha256 = $4, answered_at = $5 where l.id = $1`,
    [listId, BranchListState.ANSWERED, fileName, sha256, work.clock.now()],
  );
}

/** Persons whom the registry knows, by their NIK; makes none. */
async function personsOf(
  work: Work,
  vault: NikVault,
  rows: readonly AnswerRow[],
): Promise<ReadonlyMap<string, string>> {
  const niks = [...new Set(rows.flatMap(({ nik }) => (nik === null ? [] : [nik])))];
  const hashes = niks.flatMap((nik, place) => vault.indexes(nik).map((index) => ({ place, index })));
  const found = await work.query<{ place: number; personId: string }>(personsByPlace, [
    hashes.map(({ place }) => place),
    hashes.map(({ index }) => index),
  ]);
  return new Map(found.map(({ place, personId }) => [niks[place] ?? '', personId]));
}

function keepJudged(work: Work, judged: readonly Judged[]): Promise<unknown> {
  return work.query(
    `update branch_list_row r set verdict = j.verdict, answer_row = j.answer_row, kpj = j.kpj, branch_reason = j.reason,
       theirs_rupiah = j.rupiah, problem_code = null
     from unnest($1::uuid[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::numeric[]) j(id, verdict, answer_row, kpj, reason, rupiah)
     where r.id = j.id`,
    [
      judged.map(({ id }) => id),
      judged.map(({ verdict }) => verdict),
      judged.map(({ answer }) => answer?.rowNumber ?? null),
      judged.map(({ answer }) => answer?.kpj ?? null),
      judged.map(({ answer }) => answer?.reason ?? null),
      judged.map(({ answer }) => answer?.rupiah ?? null),
    ],
  );
}

function keepStrangers(work: Work, listId: string, strangers: readonly Stranger[]): Promise<unknown> {
  return work.query(
    `insert into branch_list_row (list_id, region_id, month, row_number, answer_row, is_held, verdict, nik_mask, kpj, branch_reason,
       theirs_rupiah, problem_code)
     select l.id, l.region_id, l.month, s.row_number, s.row_number, false, s.verdict, s.nik_mask, s.kpj, s.reason, s.rupiah, s.code
     from branch_list l
     cross join unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::numeric[], $8::text[])
       s(row_number, verdict, nik_mask, kpj, reason, rupiah, code)
     where l.id = $1`,
    [
      listId,
      strangers.map(({ rowNumber }) => rowNumber),
      strangers.map(({ verdict }) => verdict),
      strangers.map(({ nikMask }) => nikMask),
      strangers.map(({ kpj }) => kpj),
      strangers.map(({ reason }) => reason),
      strangers.map(({ rupiah }) => rupiah),
      strangers.map(({ code }) => code),
    ],
  );
}
