import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import {
  anEnrollment,
  ask,
  closeWorld,
  cover,
  enrollmentId,
  type LedgerWorld,
  ledgerWorld,
  runsOf,
} from '../coverage/ledger-world.js';
import { type ActorName, staffKey } from '../support/actors.js';
import { aProgram, programId } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});
afterAll(() => closeWorld(world));

const bulkText = `mutation ($filter: EnrollmentFilter!, $move: EnrollmentBulkMove!, $dryRun: Boolean!, $input: EnrollmentBulkInput, $step: BulkStepInput) {
  enrollmentsMoveEach(filter: $filter, move: $move, dryRun: $dryRun, input: $input, step: $step) {
    matched willChange changed nextAfter refused { reasonCode message count examples { id name } } userErrors { path code } } }`;

interface Asked {
  readonly filter: object;
  readonly move: string;
  readonly dryRun?: boolean;
  readonly input?: object;
  readonly step?: object;
}

async function moved(who: ActorName, { dryRun = false, ...asked }: Asked) {
  const { data, errors } = await ask(world, who, bulkText, { dryRun, ...asked });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.enrollmentsMoveEach;
}

async function enrollments(program: string, count: number, state: string): Promise<string[]> {
  const made: string[] = [];
  for (let index = 0; index < count; index += 1) made.push(await anEnrollment(world, program, { state }));
  return made;
}

const statesOf = async (program: string) =>
  (await world.app.sql('select state from enrollment where program_id = $1 order by id', [program])).map(
    ({ state }: { state: string }) => state,
  );

describe('an end for many', () => {
  it('gives all of them day and reason and takes back the months after it; a dry run only counts', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED', budget: [{ year: 2026, original: '1' }] });
    const [one = '', two = ''] = await enrollments(program, 2, 'ACTIVE');
    const late = await anEnrollment(world, program, { enteredOn: '2026-02-05' });
    await cover(world, program, [one, two, late]);
    const asked = {
      filter: { programIds: [programId(program)] },
      move: 'END',
      input: { endedOn: '2026-02-03', reason: 'BUDGET_ENDED' },
    };

    const dry = await moved('operatorCilegon', { ...asked, dryRun: true });
    expect(await statesOf(program)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
    const real = await moved('operatorCilegon', asked);

    const refused = [
      {
        reasonCode: 'ENROLLMENT_END_EARLY',
        message: 'Tanggal berakhir mendahului tanggal masuk. Perbaiki tanggalnya.',
        count: 1,
        examples: [{ id: enrollmentId(late), name: 'Warga Uji' }],
      },
    ];
    expect(dry).toEqual({
      matched: 3,
      willChange: 2,
      changed: 0,
      nextAfter: null,
      refused,
      userErrors: [],
    });
    expect(real).toEqual({ ...dry, changed: 2 });
    expect(
      await world.app.sql(
        'select state, ended_on::text, end_reason from enrollment where program_id = $1 order by id',
        [program],
      ),
    ).toEqual([
      { state: 'ENDED', ended_on: '2026-02-03', end_reason: 'BUDGET_ENDED' },
      { state: 'ENDED', ended_on: '2026-02-03', end_reason: 'BUDGET_ENDED' },
      { state: 'ACTIVE', ended_on: null, end_reason: null },
    ]);
    expect(await runsOf(world, one)).toEqual(['[2026-01-01,2026-03-01)']);
    expect(await runsOf(world, late)).toEqual(['[2026-02-01,2027-01-01)']);
  });

  it.each([
    ['an end without day and reason', 'END', {}, ['input.endedOn', 'input.reason']],
    ['an end in the future', 'END', { endedOn: '2026-03-01', reason: 'DECEASED' }, ['input.endedOn']],
    ['an end on no day', 'END', { endedOn: '2026-02-30', reason: 'DECEASED' }, ['input.endedOn']],
    ['a rejection without a reason', 'REJECT', undefined, ['input.reason']],
  ])('refuses %s as a whole', async (_label, move, input, paths) => {
    const payload = await moved('operatorCilegon', { filter: {}, move, ...(input && { input }) });

    expect(payload).toMatchObject({ matched: null, willChange: null, changed: null, refused: [] });
    expect(payload.userErrors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual(paths);
  });

  it('turns proposals down today, with the reason', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED' });
    await enrollments(program, 2, 'VERIFIED');
    const filter = { programIds: [programId(program)] };

    const payload = await moved('approverBanten', {
      filter,
      move: 'REJECT',
      input: { reason: 'NOT_ELIGIBLE' },
    });

    expect(payload).toMatchObject({ matched: 2, changed: 2, refused: [] });
    expect(
      await world.app.sql(
        'select distinct state, ended_on::text, end_reason from enrollment where program_id = $1',
        [program],
      ),
    ).toEqual([{ state: 'REJECTED', ended_on: '2026-02-11', end_reason: 'NOT_ELIGIBLE' }]);
  });
});

describe('steps', () => {
  it('reach everyone once, each step for itself, whatever changes between them', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED' });
    const [first = '', , , fourth = ''] = await enrollments(program, 5, 'PROPOSED');
    const filter = { programIds: [programId(program)], states: ['PROPOSED'] };
    const asked = { filter, move: 'VERIFY' };

    const one = await moved('operatorCilegon', { ...asked, step: { size: 2 } });
    await world.app.sql("update enrollment set state = 'VERIFIED' where id = $1", [fourth]);
    const two = await moved('operatorCilegon', { ...asked, step: { size: 2, after: one.nextAfter } });
    const three = await moved('operatorCilegon', { ...asked, step: { size: 2, after: two.nextAfter } });

    expect(one).toMatchObject({ matched: 2, changed: 2 });
    expect(one.nextAfter).not.toBe(enrollmentId(first));
    expect(two).toMatchObject({ matched: 2, changed: 2, nextAfter: null });
    expect(three).toMatchObject({ matched: 0, changed: 0, nextAfter: null });
    expect(await statesOf(program)).toEqual(Array(5).fill('VERIFIED'));
    const trail = await world.app.sql(
      `select count(*)::int as n, count(distinct a.subject_id)::int as people from audit_event a join enrollment e on e.id = a.subject_id
       where e.program_id = $1 and a.verb = 'enrollment.verify' and a.actor_id = $2`,
      [program, staffKey('operatorCilegon')],
    );
    expect(trail).toEqual([{ n: 4, people: 4 }]);
  });

  it.each([
    [{ size: 0 }, [['step.size', 'NUMBER_OUT_OF_RANGE']]],
    [{ size: 10_001 }, [['step.size', 'NUMBER_OUT_OF_RANGE']]],
    [{ size: 1, after: 'mou_1' }, [['step.after', 'REFERENCE_NOT_FOUND']]],
  ])('of %j are refused', async (step, expected) => {
    const payload = await moved('operatorCilegon', { filter: {}, move: 'VERIFY', step });

    expect(
      payload.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code]),
    ).toEqual(expected);
  });

  it('cover months for a part of those whom the filter matches, until everyone was reached', async () => {
    const program = await aProgram(world.app, {
      state: 'APPROVED',
      budget: [{ year: 2026, original: '900000000' }],
    });
    await enrollments(program, 3, 'ACTIVE');
    const text = `mutation ($input: CoverageCoverInput!) { coverageCover(input: $input, dryRun: false) {
      matchedEnrollments personMonths nextAfter userErrors { code } } }`;
    const step = async (after: string | null) => {
      const input = {
        programId: programId(program),
        filter: { states: ['ACTIVE'] },
        from: '2026-01',
        until: '2026-12',
        step: { size: 2, after },
      };
      return (await ask(world, 'operatorCilegon', text, { input })).data.coverageCover;
    };

    const one = await step(null);
    const two = await step(one.nextAfter);

    expect(one).toMatchObject({ matchedEnrollments: 2, personMonths: 24, userErrors: [] });
    expect(two).toEqual({ matchedEnrollments: 1, personMonths: 12, nextAfter: null, userErrors: [] });
  });
});

describe('rights', () => {
  it('are judged person by person: who reads one region and keeps another changes only the second', async () => {
    const { app } = world;
    await app.sql('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
      newId(),
      staffKey('operatorCilegon'),
      'AUDITOR',
      regionKey('36.04'),
    ]);
    const own = await aProgram(app, { state: 'APPROVED' });
    const read = await aProgram(app, { state: 'APPROVED', region: '36.04', name: 'Dibaca' });
    await enrollments(own, 2, 'PROPOSED');
    const [theirs = ''] = await enrollments(read, 1, 'PROPOSED');
    const filter = { programIds: [programId(own), programId(read)] };

    const payload = await moved('operatorCilegon', { filter, move: 'VERIFY' });

    await app.sql("delete from staff_grant where staff_id = $1 and role = 'AUDITOR'", [
      staffKey('operatorCilegon'),
    ]);
    expect(payload).toMatchObject({ matched: 3, willChange: 2, changed: 2 });
    expect(payload.refused).toEqual([
      expect.objectContaining({
        reasonCode: 'OUTSIDE_REGION',
        count: 1,
        examples: [{ id: publicId('enrollment', theirs), name: 'Warga Uji' }],
      }),
    ]);
    expect(await statesOf(read)).toEqual(['PROPOSED']);
  });
});
