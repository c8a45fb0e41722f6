import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from '../support/build/program.js';
import {
  anEnrollment,
  aPerson,
  asApp,
  bill,
  closeWorld,
  cover,
  type LedgerWorld,
  ledgerWorld,
  pay,
  runsOf,
  uncover,
} from './ledger-world.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});
afterAll(() => closeWorld(world));

describe('covering', () => {
  it('gives each active person the months at the rates of the tariff', async () => {
    const one = await anEnrollment(world, world.cilegon);

    const [row] = await cover(world, world.cilegon, [one]);

    expect(row).toMatchObject({
      added_months: 12,
      added_rupiah: '201600',
      own_months: 0,
      refused_months: 0,
      outside_months: 0,
    });
    expect(await runsOf(world, one)).toEqual(['[2026-01-01,2027-01-01)']);
  });

  it('adds nothing the second time, and only the rest of a longer span', async () => {
    const one = await anEnrollment(world, world.cilegon);
    await cover(world, world.cilegon, [one], { from: '2026-03', until: '2026-05' });

    const [again] = await cover(world, world.cilegon, [one], { from: '2026-03', until: '2026-05' });
    const [longer] = await cover(world, world.cilegon, [one], { from: '2026-02', until: '2026-07' });

    expect(again).toMatchObject({ added_months: 0, own_months: 3 });
    expect(longer).toMatchObject({ added_months: 3, own_months: 3 });
  });

  it('stays within entry and end, both months included', async () => {
    const ended = await anEnrollment(world, world.cilegon, {
      state: 'ENDED',
      enteredOn: '2026-02-20',
      endedOn: '2026-05-03',
    });

    const [row] = await cover(world, world.cilegon, [ended]);

    expect(row).toMatchObject({ added_months: 4, outside_months: 8 });
    expect(await runsOf(world, ended)).toEqual(['[2026-02-01,2026-06-01)']);
  });

  it('counts the month once for someone who left and came back within it', async () => {
    const person = await aPerson(world);
    const first = await anEnrollment(world, world.cilegon, { person, state: 'ENDED', endedOn: '2026-03-10' });
    const second = await anEnrollment(world, world.cilegon, { person, enteredOn: '2026-03-20' });

    await cover(world, world.cilegon, [first, second]);

    expect(await runsOf(world, first)).toEqual(['[2026-01-01,2026-04-01)']);
    expect(await runsOf(world, second)).toEqual(['[2026-04-01,2027-01-01)']);
  });

  it('leaves out those who are not active yet', async () => {
    const proposed = await anEnrollment(world, world.cilegon, { state: 'APPROVED' });

    expect(await cover(world, world.cilegon, [proposed])).toEqual([]);
  });

  it('runs over two fiscal years, each from its own budget', async () => {
    const program = await aProgram(world.app, {
      state: 'APPROVED',
      from: '2026-11',
      until: '2027-04',
      budget: [
        { year: 2026, original: '1' },
        { year: 2027, source: 'CSR', original: '1' },
      ],
    });
    const ojol = await anEnrollment(world, program, { category: world.ojol, enteredOn: '2026-11-01' });

    const [row] = await cover(world, program, [ojol], { from: '2026-11', until: '2027-04' });

    // PP 50/2025: transport pays half until March 2027 where APBD does not pay
    expect(row).toMatchObject({ added_months: 6, added_rupiah: String(2 * 16_800 + 3 * 8_400 + 16_800) });
    expect(await runsOf(world, ojol)).toEqual([
      '[2026-11-01,2027-01-01)',
      '[2027-01-01,2027-04-01)',
      '[2027-04-01,2027-05-01)',
    ]);
  });

  it('refuses a year without a budget and one with two, and a month without a tariff', async () => {
    const none = await aProgram(world.app, { state: 'APPROVED' });
    const two = await aProgram(world.app, {
      state: 'APPROVED',
      budget: [
        { year: 2026, original: '1' },
        { year: 2026, source: 'CSR', original: '1' },
      ],
    });
    const old = await aProgram(world.app, {
      state: 'APPROVED',
      from: '2001-01',
      until: '2001-12',
      budget: [{ year: 2001, original: '1' }],
    });
    const early = await anEnrollment(world, old, { enteredOn: '2001-01-01' });

    await expect(cover(world, none, [])).rejects.toMatchObject({
      constraint: 'coverage_budget_line_missing',
    });
    await expect(cover(world, two, [])).rejects.toMatchObject({
      constraint: 'coverage_budget_line_ambiguous',
    });
    await expect(cover(world, old, [early], { from: '2001-01', until: '2001-12' })).rejects.toMatchObject({
      constraint: 'coverage_tariff_missing',
    });
    await expect(cover(world, world.cilegon, [], { from: '2025-12' })).rejects.toMatchObject({
      constraint: 'coverage_outside_program',
    });
  });

  it.each([null, 'operatorSerang', 'analystBanten', 'auditorBanten', 'approverBanten'] as const)(
    'is not for %s in Cilegon',
    async (who) => {
      const one = await anEnrollment(world, world.cilegon);

      const attempt = asApp(
        world,
        who,
        "select app.cover($1, $2::uuid[], '2026-01-01', '2026-12-01', null, false)",
        [world.cilegon, [one]],
      );

      await expect(attempt).rejects.toMatchObject({ code: 'P0002' });
      expect(await runsOf(world, one)).toEqual([]);
    },
  );
});

describe('months of another payer', () => {
  it('are refused and kept in one case, however often and for whatever span they are asked for', async () => {
    const person = await aPerson(world);
    const held = await anEnrollment(world, world.serang, { person });
    const asked = await anEnrollment(world, world.cilegon, { person });
    await cover(world, world.serang, [held], { from: '2026-01', until: '2026-03' });

    const [whole] = await cover(world, world.cilegon, [asked]);
    await bill(world, world.serang, ['2026-02-01', '2026-03-01']); // splits the row of the holder
    const [part] = await cover(world, world.cilegon, [asked], { from: '2026-02', until: '2026-06' });
    const [partial] = await cover(world, world.cilegon, [asked], { partial: true });

    const cases = await world.app.sql(
      'select case_number, months::text, saved_rupiah, state from coverage_case where enrollment_id = $1',
      [asked],
    );
    expect(cases).toEqual([
      {
        case_number: whole.case_numbers[0],
        months: '[2026-01-01,2026-04-01)',
        saved_rupiah: '50400',
        state: 'OPEN',
      },
    ]);
    expect(whole).toMatchObject({ added_months: 0, refused_months: 3 });
    expect(part).toMatchObject({ added_months: 0, refused_months: 2, case_numbers: whole.case_numbers });
    expect(partial).toMatchObject({ added_months: 9, refused_months: 3, case_numbers: whole.case_numbers });
  });

  it('never name the other payer in the audit trail that the requester reads', async () => {
    const events = await asApp(
      world,
      'operatorCilegon',
      "select changes::text from audit_event where concept in ('coverage_case', 'double_payment')",
    );

    expect(events.length).toBeGreaterThan(0);
    expect(events.filter(({ changes }) => changes.includes(world.serang))).toEqual([]);
  });

  it('become a double payment when they were in fact paid, as long as the other one still covers them', async () => {
    const person = await aPerson(world);
    const held = await anEnrollment(world, world.serang, { person });
    const asked = await anEnrollment(world, world.cilegon, { person });
    await cover(world, world.serang, [held], { from: '2026-01', until: '2026-03' });
    await cover(world, world.cilegon, [asked]);
    const [{ id }] = await world.app.sql('select id from coverage_case where enrollment_id = $1', [asked]);
    const record = () =>
      asApp(world, 'operatorCilegon', 'select app.record_double_payment(gen_random_uuid(), $1) as id', [id]);
    const settle = (payment: string, rupiah: string, state: string) =>
      asApp(world, 'operatorCilegon', "select app.settle_double_payment($1, $2, $3, 'kembali')", [
        payment,
        rupiah,
        state,
      ]);

    const [{ id: payment }] = await record();

    await expect(record()).rejects.toMatchObject({ constraint: 'coverage_case_state_move' });
    await expect(uncover(world, [held])).rejects.toMatchObject({ constraint: 'double_payment_coverage_fk' });
    await expect(settle(payment, '100', 'RECOVERED')).rejects.toMatchObject({
      constraint: 'double_payment_recovered_whole',
    });
    await expect(settle(payment, '50401', 'WRITTEN_OFF')).rejects.toMatchObject({
      constraint: 'double_payment_recovered_range',
    });
    await settle(payment, '50400', 'RECOVERED');
    await expect(settle(payment, '0', 'WRITTEN_OFF')).rejects.toMatchObject({
      constraint: 'double_payment_state_move',
    });
  });

  it('are no double payment once the other payer let them go', async () => {
    const person = await aPerson(world);
    const held = await anEnrollment(world, world.serang, { person });
    const asked = await anEnrollment(world, world.cilegon, { person });
    await cover(world, world.serang, [held], { from: '2026-01', until: '2026-03' });
    await cover(world, world.cilegon, [asked]);
    await uncover(world, [held], { from: '2026-02', until: '2026-02' });
    const [{ id }] = await world.app.sql('select id from coverage_case where enrollment_id = $1', [asked]);

    const attempt = asApp(
      world,
      'operatorCilegon',
      'select app.record_double_payment(gen_random_uuid(), $1)',
      [id],
    );

    await expect(attempt).rejects.toMatchObject({ constraint: 'double_payment_holder_gone' });
  });

  it('are closed by a coordinator of a side, once, and by nobody else', async () => {
    const person = await aPerson(world);
    const held = await anEnrollment(world, world.serang, { person });
    const asked = await anEnrollment(world, world.cilegon, { person });
    await cover(world, world.serang, [held]);
    await cover(world, world.cilegon, [asked]);
    const [{ id }] = await world.app.sql('select id from coverage_case where enrollment_id = $1', [asked]);
    const close = (who: Parameters<typeof asApp>[1], state: string) =>
      asApp(world, who, "select app.close_case($1, $2, 'sepakat')", [id, state]);

    await expect(close('operatorCilegon', 'CLOSED')).rejects.toMatchObject({ code: 'P0002' });
    await expect(close('operatorBekasi', 'CLOSED')).rejects.toMatchObject({ code: 'P0002' });
    await expect(close('coordinatorBanten', 'PAID_TWICE')).rejects.toMatchObject({
      constraint: 'coverage_case_state_move',
    });
    await close('coordinatorBanten', 'CLOSED');
    await expect(close('coordinatorBanten', 'CONFIRMED')).rejects.toMatchObject({
      constraint: 'coverage_case_state_move',
    });
  });
});

describe('taking months back', () => {
  it('splits a run, leaves what is billed, and leaves a trail', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED', budget: [{ year: 2026, original: '1' }] });
    const one = await anEnrollment(world, program);
    await cover(world, program, [one]);
    await bill(world, program, ['2026-02-01', '2026-03-01']);

    const [row] = await uncover(world, [one], { from: '2026-02', until: '2026-04' });

    expect(row).toMatchObject({ removed_months: 2, removed_rupiah: '33600', billed_months: 1 });
    expect(await runsOf(world, one)).toEqual([
      '[2026-01-01,2026-02-01)',
      '[2026-02-01,2026-03-01) B',
      '[2026-05-01,2027-01-01)',
    ]);
    const trail = await world.app.sql(
      "select distinct operation from audit_event where concept = 'coverage' and subject_id = $1 order by 1",
      [one],
    );
    expect(trail.map(({ operation }) => operation)).toEqual(['INSERT', 'UPDATE']);
  });

  it('is refused as a whole when one enrollment belongs to another region', async () => {
    const mine = await anEnrollment(world, world.cilegon);
    const theirs = await anEnrollment(world, world.serang);
    await cover(world, world.cilegon, [mine]);
    await cover(world, world.serang, [theirs]);

    await expect(uncover(world, [mine, theirs], { who: 'operatorCilegon' })).rejects.toMatchObject({
      code: 'P0002',
    });

    expect(await runsOf(world, mine)).toHaveLength(1);
    expect(await uncover(world, [mine, theirs], { who: 'coordinatorBanten' })).toHaveLength(2);
  });

  it('never touches paid months: a credit keeps them, marked, and frees them', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED', budget: [{ year: 2026, original: '1' }] });
    const one = await anEnrollment(world, program);
    await cover(world, program, [one], { until: '2026-03' });
    const paid = await bill(world, program, ['2026-01-01', '2026-04-01']);
    await pay(world, paid);

    await expect(world.app.sql('delete from coverage where enrollment_id = $1', [one])).rejects.toMatchObject(
      {
        constraint: 'coverage_billed_frozen',
      },
    );
    await expect(
      world.app.sql('update coverage set jkk_rupiah = 1 where enrollment_id = $1', [one]),
    ).rejects.toMatchObject({ constraint: 'coverage_content_frozen' });
    await asApp(
      world,
      'admin',
      "select app.credit_bill(gen_random_uuid(), $1, $2::uuid[], '[2026-02-01,2026-03-01)', 'pindah', '2026-02-11')",
      [paid, [one]],
    );
    const [again] = await cover(world, program, [one], { until: '2026-03' });

    expect(again).toMatchObject({ added_months: 1, own_months: 2 });
    expect(await runsOf(world, one)).toEqual([
      '[2026-01-01,2026-02-01) B',
      '[2026-02-01,2026-03-01) C',
      '[2026-02-01,2026-03-01)',
      '[2026-03-01,2026-04-01) B',
    ]);
  });

  it('is not open to the login of the program but by the functions', async () => {
    for (const text of [
      'delete from coverage',
      'update coverage set months = months',
      'delete from coverage_case',
    ]) {
      await expect(asApp(world, 'admin', text)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
