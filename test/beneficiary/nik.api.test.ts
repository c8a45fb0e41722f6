import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { type Asking, type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { staffKey } from '../support/actors.js';
import { aProgram } from '../support/build/program.js';
import { regionId } from '../support/build/region.js';
import { aBeneficiary, aNik, beneficiaryId, codesOf, keyOf, revealText, reviseText } from './people.js';

let world: ReportingWorld;
beforeAll(async () => {
  world = await reportingWorld();
});
afterAll(() => world.close());

const reason = 'Pencocokan dengan KTP asli';
const reveals = async (name: Parameters<typeof staffKey>[0]) =>
  (await world.app.sql('select count(*)::int as n from nik_reveal where staff_id = $1', [staffKey(name)]))[0]
    .n;

describe('beneficiaryRevealNik', () => {
  it('shows the NIK in full, and notes who saw it and why', async () => {
    const nik = aNik();
    const id = await aBeneficiary(world, { nik });

    const { data } = await world.ask('operatorCilegon', revealText, { id, reason });

    expect(data.beneficiaryRevealNik).toEqual({ nik, userErrors: [] });
    expect(
      await world.app.sql('select staff_id, reason from nik_reveal where beneficiary_id = $1', [keyOf(id)]),
    ).toEqual([{ staff_id: staffKey('operatorCilegon'), reason }]);
    expect(
      await world.app.sql(
        "select actor_id, verb, operation, changes from audit_event where subject_id = $1 and verb = 'beneficiary.revealNik'",
        [keyOf(id)],
      ),
    ).toEqual([
      {
        actor_id: staffKey('operatorCilegon'),
        verb: 'beneficiary.revealNik',
        operation: 'EVENT',
        changes: {},
      },
    ]);
  });

  it.each([
    ['', 'NIK_REASON_SHORT'],
    ['  perlu   ', 'NIK_REASON_SHORT'],
    ['x'.repeat(501), 'NIK_REASON_SHORT'],
    ['NIK 3672 9912 0385 9001 salah', 'NIK_REASON_HOLDS_NUMBER'],
  ])('refuses the reason %j', async (given, code) => {
    const id = await aBeneficiary(world);
    const before = await reveals('operatorCilegon');

    const { data } = await world.ask('operatorCilegon', revealText, { id, reason: given });

    expect(data.beneficiaryRevealNik.nik).toBeNull();
    expect(codesOf(data.beneficiaryRevealNik.userErrors)).toEqual([['reason', code]]);
    expect(await reveals('operatorCilegon')).toBe(before);
  });

  it('answers alike for another region’s person and one that is not there', async () => {
    const elsewhere = await aBeneficiary(world, { regionId: regionId('36.04') });

    for (const id of [elsewhere, beneficiaryId(newId()), regionId('36')]) {
      const { data } = await world.ask('operatorCilegon', revealText, { id, reason });
      expect(data.beneficiaryRevealNik.nik).toBeNull();
      expect(codesOf(data.beneficiaryRevealNik.userErrors)).toEqual([['id', 'NOT_FOUND']]);
    }
  });

  it.each<[Asking, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['approverBanten', 'FORBIDDEN'],
    ['analystBanten', 'FORBIDDEN'],
    ['auditorBanten', 'FORBIDDEN'],
  ])('answers %s with %s', async (name, code) => {
    const id = await aBeneficiary(world);

    expect((await world.ask(name, revealText, { id, reason })).errors).toEqual([code]);
  });

  it('ends at sixty an hour for a person, even when asked all at once', async () => {
    const id = await aBeneficiary(world);
    await world.app.sql(
      `insert into nik_reveal (id, staff_id, beneficiary_id, reason, revealed_at)
       select gen_random_uuid(), $1, $2, 'Pencocokan berkas', clock_timestamp() - case when n <= 5 then interval '61 minutes' else interval '59 minutes' end
       from generate_series(1, 62) n`,
      [staffKey('coordinatorBanten'), keyOf(id)],
    );

    const answers = await Promise.all(
      Array.from({ length: 6 }, () => world.ask('coordinatorBanten', revealText, { id, reason })),
    );

    const shown = answers.filter(({ data }) => data.beneficiaryRevealNik.nik !== null);
    const refused = answers.flatMap(({ data }) => codesOf(data.beneficiaryRevealNik.userErrors));
    expect(shown).toHaveLength(3);
    expect(refused).toEqual(Array.from({ length: 3 }, () => ['id', 'NIK_REVEAL_LIMIT']));
    expect(await reveals('coordinatorBanten')).toBe(65);
    expect((await world.ask('admin', revealText, { id, reason })).data.beneficiaryRevealNik.nik).toMatch(
      /^\d{16}$/,
    );
  });
});

describe('a NIK that was mistyped', () => {
  let beneficiary: string;
  let enrollment: string;
  let program: string;
  const correct = (version: number) =>
    world.ask('operatorCilegon', reviseText, {
      id: beneficiary,
      version,
      input: { nik: aNik(), nikReason: 'Salah ketik dua angka terakhir' },
    });
  const personOf = async (table: string, id: string) =>
    (await world.app.sql(`select person_id from ${table} where id = $1`, [id]))[0].person_id;

  beforeAll(async () => {
    const category = newId();
    await world.app.sql(
      "insert into category (id, code, name, name_en, family) values ($1, 'OJOL', 'Ojek daring', 'Online driver', 'VULNERABLE')",
      [category],
    );
    program = await aProgram(world.app, { state: 'APPROVED', budget: [{ year: 2026, original: '1000000' }] });
    beneficiary = await aBeneficiary(world);
    enrollment = newId();
    await world.app.sql(
      "insert into enrollment (id, program_id, beneficiary_id, category_id, entered_on) values ($1, $2, $3, $4, '2026-01-01')",
      [enrollment, program, keyOf(beneficiary), category],
    );
  });

  it('takes its enrollments along while nothing is covered', async () => {
    const before = await personOf('enrollment', enrollment);

    const { data } = await correct(1);

    expect(data.beneficiaryRevise.userErrors).toEqual([]);
    expect(await personOf('enrollment', enrollment)).toBe(await personOf('beneficiary', keyOf(beneficiary)));
    expect(await personOf('enrollment', enrollment)).not.toBe(before);
  });

  it('takes those along that have ended, too', async () => {
    await world.app.sql(
      "update enrollment set state = 'REJECTED', ended_on = '2026-02-01', end_reason = 'NOT_ELIGIBLE' where id = $1",
      [enrollment],
    );

    const { data } = await correct(2);

    expect(data.beneficiaryRevise.userErrors).toEqual([]);
    expect(await personOf('enrollment', enrollment)).toBe(await personOf('beneficiary', keyOf(beneficiary)));
  });

  it('stays once months stand for the person', async () => {
    await world.app.sql(
      `insert into coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
       select e.person_id, e.id, e.program_id, e.region_id, l.id, '[2026-01-01,2026-02-01)', 10000, 6800, 0
       from enrollment e join budget_line l on l.program_id = e.program_id where e.id = $1`,
      [enrollment],
    );
    const before = await personOf('beneficiary', keyOf(beneficiary));

    const { data } = await correct(3);

    expect(codesOf(data.beneficiaryRevise.userErrors)).toEqual([['input.nik', 'BENEFICIARY_NIK_FROZEN']]);
    expect(await personOf('beneficiary', keyOf(beneficiary))).toBe(before);
    expect((await world.app.sql('select count(*)::int as n from nik_correction'))[0].n).toBe(2);
  });
});
