import { newId, publicId } from '../../schema/kernel/identifier.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions, regionKey } from '../support/build/region.js';
import { buildTariffs } from '../support/build/tariff.js';

export interface ProgramWorld {
  readonly app: TestApp;
  readonly tokens: Readonly<Record<ActorName, string>>;
  /** Database keys of an ordinary and of a transport category. */
  readonly fisher: string;
  readonly ojol: string;
}

/** Regions, actors, rates and two categories. */
export async function programWorld(options: Parameters<typeof testApp>[0] = {}): Promise<ProgramWorld> {
  const app = await testApp(options);
  await buildRegions(app);
  const tokens = await buildActors(app);
  await buildTariffs(app);
  const [fisher, ojol] = [newId(), newId()];
  await app.sql(
    `insert into category (id, code, name, name_en, family, is_transport)
     values ($1, 'NELAYAN', 'Nelayan', 'Fisher', 'VULNERABLE', false), ($2, 'OJOL', 'Ojek daring', 'Ojol', 'VULNERABLE', true)`,
    [fisher, ojol],
  );
  return { app, tokens, fisher, ojol };
}

/** A regulation in force in these days; national without a region. Gives its database key. */
export async function aRegulation(
  { app }: ProgramWorld,
  {
    region = null,
    from = '2024-01-01',
    until = null,
  }: { region?: string | null; from?: string; until?: string | null },
): Promise<string> {
  const id = newId();
  await app.sql(
    `insert into regulation (id, kind, region_id, number, year, state, effective_from, effective_until)
     values ($1, $2, $3, $4, 2024, 'ENACTED', $5, $6)`,
    [id, region ? 'PERWAL' : 'INPRES', region && regionKey(region), id.slice(-6), from, until],
  );
  return id;
}

/** Enrolled people of a program; gives the keys of their enrollments. */
export async function enrolled(
  { app, fisher }: Pick<ProgramWorld, 'app' | 'fisher'>,
  program: string,
  count: number,
): Promise<string[]> {
  const [{ region_id: region }] = await app.sql('select region_id from program where id = $1', [program]);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const [person, beneficiary, enrollment] = [newId(), newId(), newId()];
    await app.sql('insert into person (id, nik_index) values ($1, $2)', [person, Buffer.from(person)]);
    await app.sql(
      `insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name)
       values ($1, $2, $3, '\\x00', 1, '99••••••••••0001', 'Warga Uji')`,
      [beneficiary, region, person],
    );
    await app.sql(
      `insert into enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, state, entered_on)
       values ($1, $2, $3, $4, $5, $6, 'ACTIVE', '2026-01-01')`,
      [enrollment, program, beneficiary, person, region, fisher],
    );
    ids.push(enrollment);
  }
  return ids;
}

/** Months of the ledger for these enrollments at 16,800, from the first to the day after the last, without a bill. */
export async function covered(
  { app }: Pick<ProgramWorld, 'app'>,
  enrollments: readonly string[],
  [from, before]: readonly [string, string],
): Promise<void> {
  await app.sql(
    `insert into coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
     select e.person_id, e.id, e.program_id, e.region_id, l.id, daterange($2, $3), 10000, 6800, 0
     from enrollment e join budget_line l on l.program_id = e.program_id and l.fiscal_year = extract(year from $2::date)
     where e.id = any ($1::uuid[])`,
    [enrollments, from, before],
  );
}

/** Bills these unbilled months as they lie in the ledger; paid when told so. */
export async function billed(
  { app }: ProgramWorld,
  program: string,
  [from, before]: readonly [string, string],
  isPaid = false,
): Promise<void> {
  const [bill, office] = [newId(), newId()];
  await app.sql(
    "insert into office (id, level, name) values ($1, 'HEAD_OFFICE', 'Pusat') on conflict do nothing",
    [office],
  );
  await app.sql(
    `with made as (
       insert into bill (id, program_id, region_id, office_id, months, heads, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah, issued_on, due_on)
       select $1, c.program_id, c.region_id, (select o.id from office o limit 1), daterange($3, $4), count(distinct c.person_id),
         sum(app.month_count(c.months)), sum(app.month_count(c.months) * c.jkk_rupiah), sum(app.month_count(c.months) * c.jkm_rupiah), 0, '2026-01-10', '2026-02-10'
       from coverage c where c.program_id = $2 and c.bill_id is null and c.months <@ daterange($3, $4)
       group by c.program_id, c.region_id)
     update coverage set bill_id = $1 where program_id = $2 and bill_id is null and months <@ daterange($3, $4)`,
    [bill, program, from, before],
  );
  if (isPaid) {
    await app.sql(
      "update bill set state = 'PAID', paid_on = '2026-02-01', disbursement_number = $2 where id = $1",
      [bill, bill],
    );
  }
}

export const regulationId = (key: string): string => publicId('regulation', key);
export const categoryId = (key: string): string => publicId('category', key);
