import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '../../schema/kernel/identifier.js';
import type { ActorName } from '../support/actors.js';
import { aProgram, programId } from '../support/build/program.js';
import { regionId } from '../support/build/region.js';
import {
  anEnrollment,
  aPerson,
  ask,
  bill,
  closeWorld,
  cover,
  enrollmentId,
  type LedgerWorld,
  ledgerWorld,
  pay,
  runsOf,
} from './ledger-world.js';

interface Month {
  readonly month: string;
  readonly isPaidTwice: boolean;
}

let world: LedgerWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});
afterAll(() => closeWorld(world));

const coverText = `mutation ($input: CoverageCoverInput!, $dryRun: Boolean!) { coverageCover(input: $input, dryRun: $dryRun) {
  matchedEnrollments coveredEnrollments inactiveEnrollments refusedEnrollments personMonths knownPersonMonths refusedPersonMonths
  outsidePersonMonths rupiah refusedCount refused { caseNumber from until message } userErrors { path code message } } }`;
const uncoverText = `mutation ($input: CoverageUncoverInput!, $dryRun: Boolean!) { coverageUncover(input: $input, dryRun: $dryRun) {
  matchedEnrollments uncoveredEnrollments personMonths rupiah billedPersonMonths userErrors { path code } } }`;
const caseText = `query ($filter: CoverageCaseFilter) { coverageCases(filter: $filter) { totalCount nodes {
  id version caseNumber from until savedRupiah state resolution requester { region { displayName } program { name } beneficiary { name } }
  holder { region { displayName } program { name } beneficiary { name } } viewerCan { close recordDoublePayment } history { totalCount nodes { changes { field before after } } } } } }`;

const year = { from: '2026-01', until: '2026-12' };

/** Someone whom Serang covers until March, and whom Cilegon has enrolled as well. */
async function twiceEnrolled() {
  const person = await aPerson(world);
  const held = await anEnrollment(world, world.serang, { person });
  const asked = await anEnrollment(world, world.cilegon, { person });
  await cover(world, world.serang, [held], { until: '2026-03' });
  return { held, asked };
}

describe('covering by GraphQL', () => {
  it('covers all of a program that a filter matches, says so before in a dry run, and nothing twice', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED', budget: [{ year: 2026, original: '1' }] });
    for (let index = 0; index < 3; index += 1) await anEnrollment(world, program);
    await anEnrollment(world, program, { state: 'APPROVED' });
    const input = { programId: programId(program), filter: {}, ...year };

    const dry = await ask(world, 'operatorCilegon', coverText, { input, dryRun: true });
    const before = await world.app.sql('select count(*)::int as n from coverage where program_id = $1', [
      program,
    ]);
    const real = await ask(world, 'operatorCilegon', coverText, { input, dryRun: false });
    const again = await ask(world, 'operatorCilegon', coverText, { input, dryRun: false });

    const figures = {
      matchedEnrollments: 4,
      coveredEnrollments: 3,
      inactiveEnrollments: 1,
      refusedEnrollments: 0,
      personMonths: 36,
      knownPersonMonths: 0,
      refusedPersonMonths: 0,
      outsidePersonMonths: 0,
      rupiah: '604800',
      refusedCount: 0,
      refused: [],
      userErrors: [],
    };
    expect(dry.data.coverageCover).toEqual(figures);
    expect(before).toEqual([{ n: 0 }]);
    expect(real.data.coverageCover).toEqual(figures);
    expect(again.data.coverageCover).toMatchObject({ personMonths: 0, rupiah: '0', knownPersonMonths: 36 });
  });

  it('answers a conflict with the months and a case number, without name or payer', async () => {
    const { asked } = await twiceEnrolled();
    const input = { programId: programId(world.cilegon), enrollmentIds: [enrollmentId(asked)], ...year };

    const dry = await ask(world, 'operatorCilegon', coverText, { input, dryRun: true });
    const { data } = await ask(world, 'operatorCilegon', coverText, { input, dryRun: false });

    const [{ caseNumber }] = data.coverageCover.refused;
    expect(dry.data.coverageCover.refused).toMatchObject([
      { caseNumber: null, from: '2026-01', until: '2026-03' },
    ]);
    expect(data.coverageCover).toMatchObject({
      personMonths: 0,
      refusedEnrollments: 1,
      refusedPersonMonths: 3,
      refusedCount: 1,
    });
    expect(data.coverageCover.refused).toEqual([
      {
        caseNumber,
        from: '2026-01',
        until: '2026-03',
        message: `Sudah dilindungi pembayar lain, 2026-01 sampai 2026-03. Nomor kasus ${caseNumber}; tanyakan kepada koordinator provinsi.`,
      },
    ]);
    const partial = await ask(world, 'operatorCilegon', coverText, {
      input: { ...input, allowPartial: true },
      dryRun: false,
    });
    expect(partial.data.coverageCover).toMatchObject({
      personMonths: 9,
      rupiah: '151200',
      refused: [{ caseNumber }],
    });
  });

  it('lets exactly one of two payers have each month when both ask at the same moment', async () => {
    const person = await aPerson(world);
    const mine = await anEnrollment(world, world.cilegon, { person });
    const theirs = await anEnrollment(world, world.serang, { person });
    const by = (who: 'operatorCilegon' | 'operatorSerang', program: string, enrollment: string) =>
      ask(world, who, coverText, {
        input: { programId: programId(program), enrollmentIds: [enrollmentId(enrollment)], ...year },
        dryRun: false,
      });

    const answers = await Promise.all([
      by('operatorCilegon', world.cilegon, mine),
      by('operatorSerang', world.serang, theirs),
    ]);

    const payloads = answers.map(({ data }) => data.coverageCover);
    expect(payloads.map(({ personMonths }) => personMonths).sort()).toEqual([0, 12]);
    const loser = payloads.find(({ personMonths }) => personMonths === 0);
    expect(loser.refused).toEqual([
      {
        caseNumber: expect.stringMatching(/^K-\d{7}$/),
        from: '2026-01',
        until: '2026-12',
        message: expect.any(String),
      },
    ]);
    expect([...(await runsOf(world, mine)), ...(await runsOf(world, theirs))]).toEqual([
      '[2026-01-01,2027-01-01)',
    ]);
  });

  it('refuses unclear choices, foreign ids, reversed months and foreign programs at their fields', async () => {
    const theirs = await anEnrollment(world, world.serang);
    const of = async (part: object) =>
      (
        await ask(world, 'operatorCilegon', coverText, {
          input: { programId: programId(world.cilegon), filter: {}, ...year, ...part },
          dryRun: false,
        })
      ).data.coverageCover.userErrors.map(({ path, code }: { path: string[]; code: string }) => [
        path.join('.'),
        code,
      ]);

    expect(await of({ filter: null })).toEqual([['input.enrollmentIds', 'COVERAGE_CHOICE_UNCLEAR']]);
    expect(await of({ filter: null, enrollmentIds: [enrollmentId(theirs)] })).toEqual([
      ['input.enrollmentIds', 'REFERENCE_NOT_FOUND'],
    ]);
    expect(await of({ until: '2025-12' })).toEqual([['input.until', 'COVERAGE_MONTHS_INVALID']]);
    expect(await of({ until: '2027-01' })).toEqual([['input.from', 'COVERAGE_OUTSIDE_PROGRAM']]);
    expect(await of({ fundingSource: 'CSR' })).toEqual([
      ['input.fundingSource', 'COVERAGE_BUDGET_LINE_MISSING'],
    ]);
    expect(await of({ programId: programId(world.serang) })).toEqual([
      ['input.programId', 'REFERENCE_NOT_FOUND'],
    ]);
  });

  it('takes months back, and leaves and counts the billed ones', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED', budget: [{ year: 2026, original: '1' }] });
    const one = await anEnrollment(world, program);
    await cover(world, program, [one]);
    await bill(world, program, ['2026-01-01', '2026-03-01']);
    const input = { programId: programId(program), filter: {}, from: '2026-02', until: '2026-12' };

    const dry = await ask(world, 'operatorCilegon', uncoverText, { input, dryRun: true });
    const { data } = await ask(world, 'operatorCilegon', uncoverText, { input, dryRun: false });

    const figures = {
      matchedEnrollments: 1,
      uncoveredEnrollments: 1,
      personMonths: 10,
      rupiah: '168000',
      billedPersonMonths: 1,
      userErrors: [],
    };
    expect(dry.data.coverageUncover).toEqual(figures);
    expect(data.coverageUncover).toEqual(figures);
    expect(await runsOf(world, one)).toEqual(['[2026-01-01,2026-03-01) B']);
  });
});

describe('cases', () => {
  it('show each side its own, and both to the province', async () => {
    const { asked } = await twiceEnrolled();
    await cover(world, world.cilegon, [asked]);
    const [{ case_number: number }] = await world.app.sql(
      'select case_number from coverage_case where enrollment_id = $1',
      [asked],
    );
    const filter = { caseNumbers: [number] };
    const of = async (who: Parameters<typeof ask>[1], part: object = {}) =>
      (await ask(world, who, caseText, { filter: { ...filter, ...part } })).data.coverageCases.nodes;
    const serang = {
      region: { displayName: 'Kabupaten Serang' },
      program: { name: 'Serang' },
      beneficiary: { name: 'Warga Uji' },
    };
    const cilegon = {
      region: { displayName: 'Kota Cilegon' },
      program: { name: 'Gemet Sekul' },
      beneficiary: { name: 'Warga Uji' },
    };

    expect(await of('coordinatorBanten')).toMatchObject([
      {
        requester: cilegon,
        holder: serang,
        savedRupiah: '50400',
        viewerCan: { close: true, recordDoublePayment: true },
      },
    ]);
    const [own] = await of('operatorCilegon');
    expect(own).toMatchObject({
      requester: cilegon,
      holder: null,
      viewerCan: { close: false, recordDoublePayment: true },
    });
    expect(JSON.stringify(own)).not.toMatch(/Serang/);
    expect(await of('operatorSerang')).toEqual([]);
    expect(await of('operatorBekasi')).toEqual([]);
    expect(await of('operatorCilegon', { regionIds: [regionId('36.04')] })).toEqual([]);
    expect(await of('operatorCilegon', { programIds: [programId(world.serang)] })).toEqual([]);
    expect(await of('coordinatorBanten', { regionIds: [regionId('36.04')] })).toHaveLength(1);
  });

  it('become double payments, are settled and closed, each with the version that was seen', async () => {
    const { asked } = await twiceEnrolled();
    await cover(world, world.cilegon, [asked]);
    const [{ id }] = await world.app.sql('select id from coverage_case where enrollment_id = $1', [asked]);
    const record = `mutation ($id: ID!, $version: Int!) { doublePaymentRecord(caseId: $id, expectedVersion: $version) {
      doublePayment { id version from until paidRupiah state case { state } payer { program { name } } holder { program { name } } } userErrors { path code } } }`;
    const settle = `mutation ($id: ID!, $version: Int!, $input: DoublePaymentSettleInput!) { doublePaymentSettle(id: $id, expectedVersion: $version, input: $input) {
      doublePayment { state recoveredRupiah ending } userErrors { path code } } }`;
    const close = `mutation ($id: ID!, $version: Int!) { coverageCaseClose(id: $id, expectedVersion: $version, input: { outcome: CLOSED, resolution: "sepakat" }) {
      coverageCase { state } userErrors { path code } } }`;
    const caseId = publicId('case', id);

    const stale = await ask(world, 'operatorCilegon', record, { id: caseId, version: 2 });
    const recorded = await ask(world, 'operatorCilegon', record, { id: caseId, version: 1 });

    expect(stale.data.doublePaymentRecord.userErrors).toEqual([
      { path: ['expectedVersion'], code: 'STALE_VERSION' },
    ]);
    const payment = recorded.data.doublePaymentRecord.doublePayment;
    expect(payment).toMatchObject({
      from: '2026-01',
      until: '2026-03',
      paidRupiah: '50400',
      state: 'TO_RECOVER',
      case: { state: 'PAID_TWICE' },
      payer: { program: { name: 'Gemet Sekul' } },
      holder: null,
    });
    const twice = async (who: ActorName, program: string) => {
      const text = `query ($filter: EnrollmentFilter) { enrollments(filter: $filter) { nodes {
        coverage(fromYear: 2026) { month isPaidTwice } beneficiary { coverage(fromYear: 2026) { month isPaidTwice isElsewhere program { name } } } } } }`;
      const { data } = await ask(world, who, text, { filter: { programIds: [programId(program)] } });
      const nodes: { coverage: Month[]; beneficiary: { coverage: Month[] } }[] = data.enrollments.nodes;
      const marked = (months: readonly Month[]) =>
        months.flatMap(({ month, isPaidTwice }) => (isPaidTwice ? [month] : []));
      return nodes
        .map(({ coverage, beneficiary }) => [marked(coverage), marked(beneficiary.coverage)])
        .filter(([own = []]) => own.length > 0);
    };
    const quarter = ['2026-01', '2026-02', '2026-03'];
    expect(await twice('operatorCilegon', world.cilegon)).toEqual([[quarter, quarter]]);
    expect(await twice('coordinatorBanten', world.serang)).toEqual([[quarter, quarter]]);
    expect(await twice('operatorSerang', world.serang)).toEqual([]);
    const input = { outcome: 'RECOVERED', recoveredRupiah: '50400', ending: 'Disetor kembali' };
    const settled = await ask(world, 'operatorCilegon', settle, { id: payment.id, version: 1, input });
    expect(settled.data.doublePaymentSettle).toEqual({
      doublePayment: { state: 'RECOVERED', recoveredRupiah: '50400', ending: 'Disetor kembali' },
      userErrors: [],
    });
    const closed = await ask(world, 'coordinatorBanten', close, { id: caseId, version: 2 });
    expect(closed.data.coverageCaseClose.userErrors).toEqual([
      { path: ['id'], code: 'COVERAGE_CASE_MOVE_NOT_ALLOWED' },
    ]);
    const foreign = await ask(world, 'operatorBekasi', settle, { id: payment.id, version: 2, input });
    expect(foreign.data.doublePaymentSettle.userErrors).toEqual([{ path: ['id'], code: 'NOT_FOUND' }]);
  });
});

describe('months and continuity of a person', () => {
  it('show what is covered, billed, paid and missing, and of others only that it is covered', async () => {
    const person = await aPerson(world);
    const program = await aProgram(world.app, { state: 'APPROVED', budget: [{ year: 2026, original: '1' }] });
    const mine = await anEnrollment(world, program, { person });
    const theirs = await anEnrollment(world, world.serang, { person });
    await cover(world, program, [mine], { until: '2026-04' });
    await cover(world, world.serang, [theirs], { from: '2026-06', until: '2026-06' });
    await pay(world, await bill(world, program, ['2026-01-01', '2026-03-01']));
    await bill(world, program, ['2026-03-01', '2026-04-01']);
    const query = `query ($id: ID!) { enrollment(id: $id) { coverage { month state program { name } }
      beneficiary { coverage { month state isElsewhere program { name } contribution { jkkRupiah jkmRupiah jhtRupiah totalRupiah } }
        continuity { asOf currentPaidRun longestPaidRun isBelowThree unpaidMonths isLapsed gaps { from until months } } } } }`;

    const heard = await world.app.statements(async () => {
      const { data, errors } = await ask(world, 'operatorCilegon', query, { id: enrollmentId(mine) });

      expect(errors).toBeUndefined();
      const { coverage, beneficiary } = data.enrollment;
      const states = (months: { state: string }[]) => months.map(({ state }) => state.charAt(0)).join('');
      expect(states(coverage)).toBe('PPBCGGGGGGGG');
      expect(states(beneficiary.coverage)).toBe('PPBCGCGGGGGG');
      expect(beneficiary.coverage[0]).toEqual({
        month: '2026-01',
        state: 'PAID',
        isElsewhere: false,
        program: { name: 'Gemet Sekul' },
        contribution: { jkkRupiah: '10000', jkmRupiah: '6800', jhtRupiah: '0', totalRupiah: '16800' },
      });
      expect(beneficiary.coverage[5]).toEqual({
        month: '2026-06',
        state: 'COVERED',
        isElsewhere: true,
        program: null,
        contribution: null,
      });
      expect(beneficiary.continuity).toEqual({
        asOf: '2026-02',
        currentPaidRun: 2,
        longestPaidRun: 2,
        isBelowThree: true,
        unpaidMonths: 0,
        isLapsed: false,
        gaps: [],
      });
    });

    expect(heard).toHaveLength(1);
  });

  it('count those below three months, lapsed ones, and those covered in December only', async () => {
    const program = await aProgram(world.app, {
      state: 'APPROVED',
      from: '2025-01',
      until: '2026-12',
      budget: [
        { year: 2025, original: '1' },
        { year: 2026, original: '1' },
      ],
    });
    const [steady, lapsed, december] = [
      await anEnrollment(world, program, { enteredOn: '2025-01-01' }),
      await anEnrollment(world, program, { enteredOn: '2025-01-01' }),
      await anEnrollment(world, program, { enteredOn: '2025-01-01', state: 'ENDED', endedOn: '2025-12-31' }),
    ];
    await cover(world, program, [steady], { from: '2025-06', until: '2026-01' });
    await cover(world, program, [lapsed], { from: '2025-01', until: '2025-06' });
    await cover(world, program, [december], { from: '2025-12', until: '2025-12' });
    await pay(world, await bill(world, program, ['2025-01-01', '2026-02-01']));
    const query = `query ($filter: ContinuityFilter) { continuity(filter: $filter) { month persons belowThree lapsed decemberOnly } }`;
    const list = `query ($filter: EnrollmentFilter) { enrollments(filter: $filter) { nodes { id } } }`;
    const whose = async (concern: string) =>
      (
        await ask(world, 'operatorCilegon', list, {
          filter: { programIds: [programId(program)], continuity: [concern] },
        })
      ).data.enrollments.nodes.map(({ id }: { id: string }) => id);

    const filter = { programIds: [programId(program)] };
    const heard = await world.app.statements(async () => {
      const { data } = await ask(world, 'operatorCilegon', query, { filter });
      expect(data.continuity).toEqual({
        month: '2026-02',
        persons: 2,
        belowThree: 1,
        lapsed: 1,
        decemberOnly: 1,
      });
    });
    expect(heard).toHaveLength(1);
    // once more from the cohorts instead of the ledger
    const fromLedger = await ask(world, 'operatorCilegon', query, { filter });
    await world.app.sql('select app.refresh_statistics(100000)');
    expect(await ask(world, 'operatorCilegon', query, { filter })).toEqual(fromLedger);
    const before = await ask(world, 'operatorCilegon', query, { filter: { ...filter, month: '2025-08' } });
    expect(before.data.continuity).toEqual({
      month: '2025-08',
      persons: 2,
      belowThree: 0,
      lapsed: 0,
      decemberOnly: 0,
    });
    expect(await whose('BELOW_THREE')).toEqual([enrollmentId(lapsed)]);
    expect(await whose('LAPSED')).toEqual([enrollmentId(lapsed)]);
    expect(await whose('DECEMBER_ONLY')).toEqual([enrollmentId(december)]);
    const foreign = await ask(world, 'operatorSerang', query, { filter });
    expect(foreign.data.continuity).toMatchObject({ persons: 0, decemberOnly: 0 });
  });

  it('are no figures of a few for analysts, and no more than five years at once', async () => {
    const one = await anEnrollment(world, world.cilegon);
    const years = `query ($id: ID!) { enrollment(id: $id) { coverage(fromYear: 2020, untilYear: 2026) { month } } }`;

    const analyst = await ask(world, 'analystBanten', 'query { continuity { persons } }');
    const tooMany = await ask(world, 'operatorCilegon', years, { id: enrollmentId(one) });

    expect(analyst.data.continuity).toEqual({ persons: null });
    expect(tooMany.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

it('a page of cases is one statement', async () => {
  const heard = await world.app.statements(() => ask(world, 'coordinatorBanten', caseText));

  expect(heard).toHaveLength(1);
});
