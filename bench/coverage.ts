import 'reflect-metadata';
import type pg from 'pg';
import type { Actor } from '../schema/kernel/actor.js';
import { newId, publicId } from '../schema/kernel/identifier.js';
import type { App } from '../server/app.js';
import { withBlankApp } from './blank-app.js';

/** Covers people for a year and bills a month: through the services, and as bare SQL into the same tables. */
const people = Number(process.env.BENCH_PEOPLE ?? 100_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const [region, staff, category, office] = [newId(), newId(), newId(), newId()];
const actor: Actor = {
  staffId: staff,
  grants: [{ role: 'ADMIN', regionIds: null }],
  locale: 'id',
  canWrite: true,
};

/** Milliseconds of one round. */
interface Round {
  readonly cover: number;
  readonly bill: number;
  readonly statements?: number;
}

const plainCover = `
  insert into coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
  select e.person_id, e.id, e.program_id, e.region_id, l.id, '[2026-01-01,2027-01-01)', 10000, 6800, 0
  from enrollment e join budget_line l on l.program_id = e.program_id where e.program_id = $1 and e.state = 'ACTIVE'`;
const plainBill = `
  insert into bill (id, program_id, region_id, office_id, months, heads, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah, issued_on, due_on)
  select $1, c.program_id, c.region_id, $3, '[2026-01-01,2026-02-01)', count(*), count(*), sum(c.jkk_rupiah), sum(c.jkm_rupiah), sum(c.jht_rupiah), current_date, '2100-01-01'
  from coverage c where c.program_id = $2 group by c.program_id, c.region_id`;
const plainMonths = `
  with billed as (
    update coverage set months = '[2026-01-01,2026-02-01)', bill_id = $1 where program_id = $2 returning new.*)
  insert into coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
  select person_id, enrollment_id, program_id, region_id, budget_line_id, '[2026-02-01,2027-01-01)', jkk_rupiah, jkm_rupiah, jht_rupiah from billed`;

await withBlankApp(async (app, owner) => {
  await referenceData(owner);
  const found: Record<string, Round[]> = { service: [], audited: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const kind of round % 2 === 0 ? ['bare', 'audited', 'service'] : ['service', 'audited', 'bare']) {
      const program = await aProgram(owner);
      const took =
        kind === 'service' ? await byService(app, program) : await bySql(owner, program, kind === 'bare');
      // the first round warms up
      if (round > 0) found[kind]?.push(took);
    }
  }
  report(found);
});

async function byService({ services, unitOfWork }: App, program: string): Promise<Round> {
  let statements = 0;
  const onStatement = () => {
    statements += 1;
  };
  const caller = unitOfWork.callerFor({ actor, requestId: 'bench', address: null, onStatement });
  const months = { from: '2026-01', until: '2026-12' };
  const input = { programId: publicId('program', program), filter: {}, allowPartial: false, ...months };
  const cover = await timed(async () => {
    const { outcome, result } = await services.coverage.cover(caller, input, false);
    if (result?.personMonths !== people * 12)
      throw new Error(`covered ${result?.personMonths}: ${JSON.stringify(outcome)}`);
  });
  const issue = async () => {
    const outcome = await services.bill.issue(caller, {
      programId: publicId('program', program),
      officeId: publicId('office', office),
      from: '2026-01',
      until: '2026-01',
      dueOn: '2100-01-01',
    });
    if (outcome.id === null) throw new Error(JSON.stringify(outcome));
  };
  const bill = await timed(issue);
  return { cover, bill, statements };
}

/** The same rows by hand, constraints and foreign keys included; bare: without audit trail, versions and guards. */
async function bySql(owner: pg.Client, program: string, isBare: boolean): Promise<Round> {
  if (isBare) await owner.query('alter table coverage disable trigger user');
  const cover = await timed(() => inTransaction(owner, [[plainCover, [program]]]));
  const id = newId();
  const bill = await timed(() =>
    inTransaction(owner, [
      [plainBill, [id, program, office]],
      [plainMonths, [id, program]],
    ]),
  );
  if (isBare) await owner.query('alter table coverage enable trigger user');
  return { cover, bill };
}

async function inTransaction(
  owner: pg.Client,
  work: readonly (readonly [string, readonly unknown[]])[],
): Promise<void> {
  await owner.query('begin');
  for (const [text, values] of work) await owner.query(text, [...values]);
  await owner.query('commit');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function referenceData(owner: pg.Client): Promise<void> {
  await owner.query("insert into region (id, code, name, level) values ($1, '36', 'Banten', 'PROVINCE')", [
    region,
  ]);
  await owner.query("insert into staff (id, email, name) values ($1, 'bench@payung.test', 'Bench')", [staff]);
  await owner.query("insert into staff_grant (id, staff_id, role) values ($1, $2, 'ADMIN')", [
    newId(),
    staff,
  ]);
  await owner.query(
    "insert into category (id, code, name, name_en, family) values ($1, 'NELAYAN', 'Nelayan', 'Fisher', 'VULNERABLE')",
    [category],
  );
  await owner.query("insert into office (id, level, name) values ($1, 'HEAD_OFFICE', 'Pusat')", [office]);
  await owner.query('insert into office_service_area (id, office_id, region_id) values ($1, $2, $3)', [
    newId(),
    office,
    region,
  ]);
  await owner.query(
    `insert into tariff (id, segment, scheme, kind, amount_rupiah, valid_from)
     values ($1, 'BPU', 'JKK', 'FLAT', 10000, '2020-01-01'), ($2, 'BPU', 'JKM', 'FLAT', 6800, '2020-01-01')`,
    [newId(), newId()],
  );
}

/** An approved program with so many new people, all active. */
async function aProgram(owner: pg.Client): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into program (id, region_id, name, state, month_from, month_until, segment)
     values ($1, $2, 'Bench', 'APPROVED', '2026-01-01', '2026-12-01', 'BPU')`,
    [id, region],
  );
  await owner.query(
    "insert into budget_line (id, program_id, fiscal_year, funding_source, original_rupiah) values ($1, $2, 2026, 'APBD_PROVINCE', 1)",
    [newId(), id],
  );
  await owner.query(
    'insert into person (nik_index) select sha256(($1 || i)::bytea) from generate_series(1, $2::integer) i',
    [id, people],
  );
  await owner.query(
    `insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name)
     select gen_random_uuid(), $1, p.id, '\\x00', 1, '99••••••••••0001', 'Warga' from person p
     where not exists (select from beneficiary b where b.person_id = p.id)`,
    [region],
  );
  await owner.query(
    `insert into enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, state, entered_on)
     select gen_random_uuid(), $1, b.id, b.person_id, b.region_id, $2, 'ACTIVE', '2026-01-01' from beneficiary b
     where not exists (select from enrollment e where e.beneficiary_id = b.id)`,
    [id, category],
  );
  await owner.query('vacuum analyze');
  return id;
}

function report(found: Readonly<Record<string, readonly Round[]>>): void {
  say(`The services send ${found.service?.[0]?.statements} statements for both steps`);
  for (const step of ['cover', 'bill'] as const) {
    const median = (kind: string): number => {
      const times = (found[kind] ?? []).map((round) => round[step]).sort((one, two) => one - two);
      return times[Math.floor(times.length / 2)] ?? Number.NaN;
    };
    const what =
      step === 'cover' ? `cover ${people} people for 12 months` : `bill January for ${people} people`;
    const [service, audited, bare] = ['service', 'audited', 'bare'].map(median);
    say(
      `${what}: service ${seconds(service)}, plain SQL with audit trail ${seconds(audited)}, bare plain SQL ${seconds(bare)}`,
    );
    say(
      `  service takes ${ratio(service, audited)} times plain SQL with audit trail, ${ratio(service, bare)} times bare plain SQL`,
    );
  }
}

function seconds(milliseconds = Number.NaN): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function ratio(one = Number.NaN, other = Number.NaN): string {
  return (one / other).toFixed(2);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
