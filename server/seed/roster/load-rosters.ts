import type pg from 'pg';
import { referenceId } from '../../../schema/kernel/identifier.js';
import type { NikVault } from '../../../schema/kernel/nik-vault.js';
import { createNikVault } from '../../nik-vault.js';
import { bilingual } from '../../startup-error.js';
import { insertMissing, type SeedRun, withSeedTransaction } from '../seed-transaction.js';
import { insertClaims, insertDoublePayments, insertMonths, insertVerifications } from './ledger.js';
import { programKey, type RosterPlan } from './plan.js';
import { rosterPlans } from './plans.js';
import { beneficiaryKey, entriesOf, type RosterEntry, registrationOf } from './registrations.js';

interface RosterRun extends SeedRun {
  /** Secret of the installation: the NIKs are sealed as the program seals them. */
  readonly secret: string;
  /** Which of them; absent: all. */
  readonly plans?: readonly RosterPlan[];
}

const batchSize = 4000;
const number = new Intl.NumberFormat('id-ID');

/** Loads the rosters of the demo that are missing, each with its people, months, bills and claims in one transaction. */
export async function loadRosters({ ownerUrl, log, secret, plans = rosterPlans }: RosterRun): Promise<void> {
  const vault = createNikVault({ secret });
  for (const plan of plans) {
    const people = await withSeedTransaction(ownerUrl, (client) => insertRoster(client, plan, vault));
    if (people > 0) log(bilingual(progress(plan, people)));
  }
  await withSeedTransaction(ownerUrl, insertDoublePayments);
}

function progress({ name }: RosterPlan, people: number) {
  const count = number.format(people);
  return { id: `${name}: ${count} orang`, en: `${count} people` };
}

async function insertRoster(client: pg.Client, plan: RosterPlan, vault: NikVault): Promise<number> {
  if (!(await insertProgram(client, plan))) return 0;
  const [known] = (
    await client.query<{ key: number }>('select app.nik_key_in_use($1) as key', [vault.keyIds])
  ).rows;
  const entries = entriesOf(plan);
  for (let at = 0; at < entries.length; at += batchSize) {
    const batch = entries.slice(at, at + batchSize);
    await insertPeople(
      client,
      plan,
      batch.map((entry) => registrationOf(plan, entry, vault, known?.key ?? 0)),
      batch,
    );
  }
  // those who took over a post come after the ones whose place they take
  for (const part of [
    entries.filter(({ replaces }) => replaces === null),
    entries.filter(({ replaces }) => replaces !== null),
  ])
    await insertEnrollments(client, plan, part);
  await insertVerifications(client, plan);
  await insertMonths(client, plan);
  await insertClaims(client, plan);
  return entries.length;
}

/** Whether the program was missing. */
async function insertProgram(client: pg.Client, plan: RosterPlan): Promise<boolean> {
  const added = await insertMissing(client, 'program', [programOf(plan)]);
  if (added.size === 0) return false;
  await insertLinks(client, plan);
  const budgets = plan.budgets.map(({ year, source, originalRupiah, revisedRupiah }) => ({
    id: referenceId('budget_line', `${plan.key}:${year}:${source}`),
    program_id: programKey(plan),
    fiscal_year: year,
    funding_source: source,
    original_rupiah: originalRupiah,
    revised_rupiah: revisedRupiah,
  }));
  await insertMissing(client, 'budget_line', budgets);
  return true;
}

function programOf(plan: RosterPlan) {
  return {
    id: programKey(plan),
    region_id: referenceId('region', plan.regionCode),
    name: plan.name,
    agency: plan.agency,
    state: plan.state,
    month_from: `${plan.from}-01`,
    month_until: `${plan.until}-01`,
    quota: plan.quota,
    lowest_decile: plan.highestDecile === null ? null : 1,
    highest_decile: plan.highestDecile,
    segment: plan.segment,
    wage_base_rupiah: plan.wageBaseRupiah,
    has_jht: false,
    closed_on: plan.state === 'CLOSED' ? `${plan.until}-31` : null,
    note: plan.note,
  };
}

/** What the program rests on, runs under and is for. */
async function insertLinks(client: pg.Client, plan: RosterPlan): Promise<void> {
  const categoryKeys = plan.categories.map(({ key }) => key);
  const links = [
    ['regulation', 'program_legal_basis', plan.legalBasisKeys],
    ['mou', 'program_mou', plan.mouKeys],
    ['category', 'program_category', categoryKeys],
  ] as const;
  for (const [concept, table, keys] of links) {
    const rows = keys.map((key) => ({
      id: referenceId(table, `${plan.key}:${key}`),
      program_id: programKey(plan),
      [`${concept}_id`]: referenceId(concept, key),
    }));
    await insertMissing(client, table, rows);
  }
}

async function insertPeople(
  client: pg.Client,
  plan: RosterPlan,
  rows: readonly ReturnType<typeof registrationOf>[],
  entries: readonly RosterEntry[],
): Promise<void> {
  await client.query('insert into person (nik_index) select unnest($1::bytea[]) on conflict do nothing', [
    rows.map(({ index }) => index),
  ]);
  const column = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((row) => row[name]);
  await client.query(registrations, [
    referenceId('region', plan.regionCode),
    plan.regionCode,
    column('id'),
    column('index'),
    column('ciphertext'),
    column('mask'),
    column('findings'),
    column('name'),
    column('birthDate'),
    column('sex'),
    column('decile'),
    column('diedOn'),
    column('movedOutOn'),
    entries.map(({ categoryKey }) => referenceId('category', categoryKey)),
    entries.map(({ index }) => index),
  ]);
}

/** Addresses are spread over the villages of the region; an installation without them leaves the address open. */
const registrations = `
  with village as materialized (
    select array_agg(r.id order by r.code) as ids from region r where r.code like $2 || '.%' and r.level in ('WARD', 'VILLAGE'))
  insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, nik_findings, name, birth_date, sex,
    category_id, decile, decile_source, decile_on, died_on, moved_out_on, address, address_region_id, note)
  select w.id, $1, p.id, w.ciphertext, k.key_id, w.mask, w.findings::text[], w.name, w.birth_date, w.sex, w.category_id, w.decile,
    case when w.decile is not null then 'DTSEN' end, case when w.decile is not null then date '2025-10-01' end, w.died_on, w.moved_out_on,
    'Kp. Contoh RT ' || lpad((w.place % 12 + 1)::text, 3, '0') || '/RW ' || lpad((w.place % 30 + 1)::text, 2, '0'),
    v.ids[w.place % coalesce(cardinality(v.ids), 1) + 1], 'DEMO: bukan orang sungguhan.'
  from unnest($3::uuid[], $4::bytea[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::date[], $10::text[], $11::integer[],
    $12::date[], $13::date[], $14::uuid[], $15::integer[])
    as w(id, nik_index, ciphertext, mask, findings, name, birth_date, sex, decile, died_on, moved_out_on, category_id, place)
  join person p on p.nik_index = w.nik_index
  cross join (select n.key_id from nik_key n where n.is_current) k
  cross join village v
  on conflict (region_id, person_id) do update set died_on = excluded.died_on, moved_out_on = excluded.moved_out_on
    where (beneficiary.died_on, beneficiary.moved_out_on) is distinct from (excluded.died_on, excluded.moved_out_on)`;

async function insertEnrollments(
  client: pg.Client,
  plan: RosterPlan,
  entries: readonly RosterEntry[],
): Promise<void> {
  const key = (index: number | null) =>
    index === null ? null : referenceId('demo-enrollment', `${plan.key}:${index}`);
  for (let at = 0; at < entries.length; at += batchSize) {
    const batch = entries.slice(at, at + batchSize);
    await client.query(enrollments, [
      programKey(plan),
      referenceId('region', plan.regionCode),
      batch.map(({ index }) => key(index)),
      batch.map(({ person }) => beneficiaryKey(plan.regionCode, person.key)),
      batch.map(({ categoryKey }) => referenceId('category', categoryKey)),
      batch.map(({ state }) => state),
      batch.map(({ enteredOn }) => enteredOn),
      batch.map(({ state, fate }) => (state === 'REJECTED' ? '2026-10-27' : fate.endedOn)),
      batch.map(({ state, fate }) => (state === 'REJECTED' ? 'NOT_ELIGIBLE' : fate.endReason)),
      batch.map(({ cohort }) => cohort),
      batch.map(({ kpj }) => kpj),
      batch.map(({ replaces }) => key(replaces)),
      batch.map(({ index, replaces }) => replaces ?? index),
    ]);
  }
}

const enrollments = `
  insert into enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, post, decree, cohort, kpj, state, entered_on,
    ended_on, end_reason, replaces_id)
  select w.id, $1, b.id, b.person_id, $2, c.id,
    case when c.code = 'KETUA_RW' then c.name || ' ' || lpad((w.seat % 382 + 1)::text, 3, '0')
      when c.is_post_holder then replace(c.name || ' RT ' || lpad((w.seat % 12 + 1)::text, 3, '0') || '/RW ' || lpad((w.seat / 12 % 99 + 1)::text, 2, '0'), 'RT RT', 'RT') end,
    'DEMO Kepwal/' || extract(year from w.entered_on), w.cohort, w.kpj, w.state, w.entered_on, w.ended_on, w.end_reason, w.replaces_id
  from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::date[], $9::text[], $10::text[], $11::text[], $12::uuid[], $13::integer[])
    as w(id, beneficiary_id, category_id, state, entered_on, ended_on, end_reason, cohort, kpj, replaces_id, seat)
  join beneficiary b on b.id = w.beneficiary_id
  join category c on c.id = w.category_id`;
