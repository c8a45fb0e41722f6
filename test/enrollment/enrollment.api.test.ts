import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import {
  anEnrollment,
  ask,
  bill,
  closeWorld,
  cover,
  enrollmentId,
  type LedgerWorld,
  ledgerWorld,
  runsOf,
} from '../coverage/ledger-world.js';
import { categoryId } from '../program/program-world.js';
import type { ActorName } from '../support/actors.js';
import { aProgram, programId } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});
afterAll(() => closeWorld(world));

const proposeText = `mutation ($input: EnrollmentProposeInput!, $key: String) { enrollmentPropose(input: $input, idempotencyKey: $key) {
  enrollment { id version state warnings enteredOn post replaces { id } viewerCan { verify approve end replace } } userErrors { path code message } } }`;
const moveText = (
  name: string,
  input = '',
) => `mutation ($id: ID!, $version: Int!${input && `, $input: ${input}!`}) {
  ${name}(id: $id, expectedVersion: $version${input && ', input: $input'}) {
    enrollment { id version state kpj ending { on reason } replaces { id state replacedBy { id } } } userErrors { path code } } }`;
const bulkText = `mutation ($filter: EnrollmentFilter!, $move: EnrollmentBulkMove!, $dryRun: Boolean!) {
  enrollmentsMoveEach(filter: $filter, move: $move, dryRun: $dryRun) { matched willChange changed refused { reasonCode message count } userErrors { path code } } }`;
const listText = `query ($filter: EnrollmentFilter) { enrollments(filter: $filter) { totalCount nodes { id state } } }`;

/** A registration with these columns; gives its public id. */
async function aRegistration(columns: Record<string, unknown> = {}, region = '36.72'): Promise<string> {
  const [person, id] = [newId(), newId()];
  await world.app.sql('insert into person (id, nik_index) values ($1, $2)', [person, Buffer.from(person)]);
  const row = {
    id,
    region_id: regionKey(region),
    person_id: person,
    nik_key_id: 1,
    nik_mask: '99••••••••••0001',
    name: 'Warga Uji',
    ...columns,
  };
  const names = Object.keys(row).join(', ');
  await world.app.sql(
    `insert into beneficiary (${names}, nik_ciphertext) select ${names}, '\\x00' from jsonb_populate_record(null::beneficiary, $1)`,
    [JSON.stringify(row)],
  );
  return publicId('beneficiary', id);
}

const decile = (value: number) => ({ decile: value, decile_source: 'DTSEN', decile_on: '2026-01-01' });

async function propose(
  { beneficiaryId, ...part }: Record<string, unknown> = {},
  who: ActorName = 'operatorCilegon',
) {
  const input = {
    programId: programId(world.cilegon),
    beneficiaryId: beneficiaryId ?? (await aRegistration()),
    categoryId: categoryId(world.fisher),
    enteredOn: '2026-02-01',
    ...part,
  };
  const { data, errors } = await ask(world, who, proposeText, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.enrollmentPropose;
}

const codes = (payload: { userErrors: { path: string[]; code: string }[] }) =>
  payload.userErrors.map(({ path, code }) => [path.join('.'), code]);

describe('a proposal', () => {
  it('goes all the way to the end, and a successor takes the place', async () => {
    const { enrollment } = await propose();
    const move = async (
      who: ActorName,
      name: string,
      version: number,
      input?: object,
      id = enrollment.id,
    ) => {
      const type = input && `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      return (await ask(world, who, moveText(name, type), { id, version, input })).data[name];
    };

    expect(enrollment).toMatchObject({
      state: 'PROPOSED',
      warnings: ['ADDRESS_UNKNOWN', 'BIRTH_DATE_UNKNOWN'],
      viewerCan: { verify: true, approve: false, end: false, replace: false },
    });
    expect((await move('operatorCilegon', 'enrollmentVerify', 1)).enrollment.state).toBe('VERIFIED');
    expect((await move('approverBanten', 'enrollmentApprove', 2)).enrollment.state).toBe('APPROVED');
    expect((await move('operatorCilegon', 'enrollmentSubmit', 3)).enrollment.state).toBe('SUBMITTED');
    expect(codes(await move('operatorCilegon', 'enrollmentActivate', 4, { kpj: '123' }))).toEqual([
      ['input.kpj', 'ENROLLMENT_KPJ_INVALID'],
    ]);
    expect(
      (await move('operatorCilegon', 'enrollmentActivate', 4, { kpj: '12345678901' })).enrollment,
    ).toMatchObject({ state: 'ACTIVE', kpj: '12345678901' });
    const ended = await move('operatorCilegon', 'enrollmentEnd', 5, {
      endedOn: '2026-02-10',
      reason: 'DECEASED',
    });
    expect(ended.enrollment).toMatchObject({
      state: 'ENDED',
      ending: { on: '2026-02-10', reason: 'DECEASED' },
    });
    const successor = { beneficiaryId: await aRegistration(), enteredOn: '2026-02-11' };
    const replaced = await move('operatorCilegon', 'enrollmentReplace', 6, successor);
    expect(replaced.enrollment).toMatchObject({
      state: 'PROPOSED',
      replaces: { id: enrollment.id, state: 'ENDED', replacedBy: { id: replaced.enrollment.id } },
    });
    const again = { beneficiaryId: await aRegistration(), enteredOn: '2026-02-11' };
    expect(codes(await move('operatorCilegon', 'enrollmentReplace', 6, again))).toEqual([
      ['input.replacesId', 'ENROLLMENT_REPLACED_TWICE'],
    ]);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>, string[][]]>([
    [
      'someone who turns 65 that day',
      { birth_date: '1961-02-01' },
      {},
      [['input.enteredOn', 'ENROLLMENT_OVER_AGE']],
    ],
    ['someone of 64 years and 11 months', { birth_date: '1961-02-02' }, {}, []],
    [
      'someone deceased',
      { died_on: '2026-01-02' },
      {},
      [['input.beneficiaryId', 'ENROLLMENT_PERSON_DECEASED']],
    ],
    [
      'someone who lives in Serang',
      { address_region_id: regionKey('36.04') },
      {},
      [['input.beneficiaryId', 'ENROLLMENT_NOT_RESIDENT']],
    ],
    ['someone who lives in a ward of Cilegon', { address_region_id: regionKey('36.72.01.1001') }, {}, []],
    [
      'someone who moved out',
      { moved_out_on: '2026-01-31' },
      {},
      [['input.beneficiaryId', 'ENROLLMENT_NOT_RESIDENT']],
    ],
    [
      'an entry after the program',
      {},
      { enteredOn: '2027-01-01' },
      [['input.enteredOn', 'ENROLLMENT_ENTRY_OUTSIDE_PROGRAM']],
    ],
    ['a day that does not exist', {}, { enteredOn: '2026-02-30' }, [['input.enteredOn', 'DATE_INVALID']]],
    ['nobody', {}, { beneficiaryId: 'beneficiary_x' }, [['input.beneficiaryId', 'REFERENCE_NOT_FOUND']]],
  ])('of %s', async (_label, columns, part, expected) => {
    const before = await world.app.sql('select count(*)::int as n from enrollment');

    const payload = await propose({ beneficiaryId: await aRegistration(columns), ...part });

    expect(codes(payload)).toEqual(expected);
    const after = await world.app.sql('select count(*)::int as n from enrollment');
    expect(after[0].n - before[0].n).toBe(expected.length === 0 ? 1 : 0);
  });

  it('names every rule that is broken at once', async () => {
    const post = newId();
    await world.app.sql(
      "insert into category (id, code, name, name_en, family, is_post_holder) values ($1, 'RT', 'Ketua RT', 'RT head', 'GOVERNMENT_ECOSYSTEM', true)",
      [post],
    );
    const program = await aProgram(world.app, { state: 'APPROVED', categories: [world.ojol] });
    await world.app.sql('update program set lowest_decile = 1, highest_decile = 5 where id = $1', [program]);
    const beneficiaryId = await aRegistration({ birth_date: '1950-01-01', ...decile(6) });

    const payload = await propose({
      programId: programId(program),
      beneficiaryId,
      categoryId: categoryId(post),
    });

    expect(codes(payload).map(([, code]) => code)).toEqual([
      'ENROLLMENT_CATEGORY_OUTSIDE',
      'ENROLLMENT_POST_MISSING',
      'ENROLLMENT_OVER_AGE',
      'ENROLLMENT_DECILE_OUTSIDE',
    ]);
  });

  it('needs an approved program of the own region and a registration there', async () => {
    const draft = await aProgram(world.app);

    expect(codes(await propose({ programId: programId(draft) }))).toEqual([
      ['input.programId', 'ENROLLMENT_PROGRAM_NOT_OPEN'],
    ]);
    expect(codes(await propose({ programId: programId(world.serang) }))).toEqual([
      ['input.programId', 'REFERENCE_NOT_FOUND'],
    ]);
    const theirs = await aRegistration({}, '36.04');
    expect(codes(await propose({ beneficiaryId: theirs }))).toEqual([
      ['input.beneficiaryId', 'REFERENCE_NOT_FOUND'],
    ]);
    expect(codes(await propose({ beneficiaryId: theirs }, 'coordinatorBanten'))).toEqual([
      ['input.beneficiaryId', 'ENROLLMENT_BENEFICIARY_ELSEWHERE'],
    ]);
  });

  it('is made once with one key, and not twice for one person', async () => {
    const beneficiaryId = await aRegistration();
    const input = {
      programId: programId(world.cilegon),
      beneficiaryId,
      categoryId: categoryId(world.fisher),
      enteredOn: '2026-02-01',
    };

    const one = await ask(world, 'operatorCilegon', proposeText, { input, key: 'sekali' });
    const two = await ask(world, 'operatorCilegon', proposeText, { input, key: 'sekali' });
    const three = await ask(world, 'operatorCilegon', proposeText, { input });

    expect(two.data.enrollmentPropose.enrollment.id).toBe(one.data.enrollmentPropose.enrollment.id);
    expect(codes(three.data.enrollmentPropose)).toEqual([['input.beneficiaryId', 'ENROLLMENT_PERSON_TAKEN']]);
  });

  it('warns of cover elsewhere and of an unknown decile, without a name', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED' });
    await world.app.sql('update program set highest_decile = 5 where id = $1', [program]);
    const held = await anEnrollment(world, world.serang);
    await cover(world, world.serang, [held], { until: '2026-06' });
    const [{ person_id: person }] = await world.app.sql('select person_id from enrollment where id = $1', [
      held,
    ]);
    const beneficiaryId = await aRegistration({ person_id: person, birth_date: '1980-01-01' });

    const { enrollment } = await propose({ programId: programId(program), beneficiaryId });

    expect(enrollment.warnings).toEqual(['ADDRESS_UNKNOWN', 'DECILE_UNKNOWN', 'COVERED_ELSEWHERE']);
  });

  it('never exceeds the quota, whoever comes at the same time', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED', quota: 3 });

    const payloads = await Promise.all(
      Array.from({ length: 5 }, () => propose({ programId: programId(program) })),
    );

    expect(payloads.filter(({ enrollment }) => enrollment !== null)).toHaveLength(3);
    expect(payloads.flatMap(codes)).toEqual(Array(2).fill(['input.programId', 'ENROLLMENT_QUOTA_FULL']));
  });
});

describe('an end', () => {
  it('takes back the months after it that are not billed', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED', budget: [{ year: 2026, original: '1' }] });
    const one = await anEnrollment(world, program);
    await cover(world, program, [one]);
    await bill(world, program, ['2026-04-01', '2026-05-01']);
    const input = { endedOn: '2026-02-03', reason: 'MOVED_OUT' };

    await ask(world, 'operatorCilegon', moveText('enrollmentEnd', 'EnrollmentEndInput'), {
      id: enrollmentId(one),
      version: 1,
      input,
    });

    expect(await runsOf(world, one)).toEqual(['[2026-01-01,2026-03-01)', '[2026-04-01,2026-05-01) B']);
  });

  it('and covering at the same moment leave no unbilled month behind', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED', budget: [{ year: 2026, original: '1' }] });
    const input = { endedOn: '2026-02-03', reason: 'MOVED_OUT' };
    for (let round = 0; round < 5; round += 1) {
      const one = await anEnrollment(world, program);

      await Promise.all([
        ask(world, 'operatorCilegon', moveText('enrollmentEnd', 'EnrollmentEndInput'), {
          id: enrollmentId(one),
          version: 1,
          input,
        }),
        cover(world, program, [one]),
      ]);

      expect(await runsOf(world, one)).toEqual(['[2026-01-01,2026-03-01)']);
    }
  });
});

describe('a decision for everyone whom a filter matches', () => {
  it('says before what will change and why not the rest, then does it with a history for each', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED' });
    for (let index = 0; index < 3; index += 1) await anEnrollment(world, program, { state: 'PROPOSED' });
    const old = await anEnrollment(world, program, { state: 'PROPOSED' });
    await world.app.sql(
      "update beneficiary set birth_date = '1950-01-01' where id = (select beneficiary_id from enrollment where id = $1)",
      [old],
    );
    await anEnrollment(world, program, { state: 'ACTIVE' });
    const filter = { programIds: [programId(program)] };
    const run = async (who: ActorName, dryRun: boolean, move = 'VERIFY') =>
      (await ask(world, who, bulkText, { filter, move, dryRun })).data.enrollmentsMoveEach;

    const dry = await run('operatorCilegon', true);
    const real = await run('operatorCilegon', false);
    const approved = await run('approverBanten', false, 'APPROVE');

    expect(dry).toMatchObject({
      matched: 5,
      willChange: 3,
      changed: 0,
      refused: [
        { reasonCode: 'ENROLLMENT_OVER_AGE', count: 1 },
        { reasonCode: 'ENROLLMENT_STATE_OTHER', count: 1 },
      ],
      userErrors: [],
    });
    expect(real).toMatchObject({ matched: 5, willChange: 3, changed: 3 });
    expect(approved).toMatchObject({ changed: 3 });
    const trail = await world.app.sql(
      `select a.verb, count(*)::int as n from audit_event a join enrollment e on e.id = a.subject_id
       where e.program_id = $1 and a.operation = 'UPDATE' group by a.verb order by a.verb`,
      [program],
    );
    expect(trail).toEqual([
      { verb: 'enrollment.approve', n: 3 },
      { verb: 'enrollment.verify', n: 3 },
    ]);
  });

  it('is limited to the own regions and to who may take the decision', async () => {
    const theirs = await anEnrollment(world, world.serang, { state: 'PROPOSED' });
    const filter = { programIds: [programId(world.serang)] };

    const foreign = await ask(world, 'operatorCilegon', bulkText, { filter, move: 'VERIFY', dryRun: false });
    const approving = await ask(world, 'operatorCilegon', bulkText, {
      filter,
      move: 'APPROVE',
      dryRun: false,
    });

    expect(foreign.data.enrollmentsMoveEach).toMatchObject({ matched: 0, changed: 0 });
    expect(approving.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await world.app.sql('select state from enrollment where id = $1', [theirs])).toEqual([
      { state: 'PROPOSED' },
    ]);
  });
});

describe('the list', () => {
  it('finds those who turn 65 before a day, and none of another region or for analysts', async () => {
    const program = await aProgram(world.app, { state: 'APPROVED' });
    const soon = await anEnrollment(world, program);
    await anEnrollment(world, program);
    await world.app.sql(
      "update beneficiary set birth_date = '1961-06-01' where id = (select beneficiary_id from enrollment where id = $1)",
      [soon],
    );
    const filter = { programIds: [programId(program)], turning65Before: '2026-08-11' };
    const of = async (who: ActorName) =>
      (await ask(world, who, listText, { filter })).data?.enrollments.nodes;

    expect(await of('operatorCilegon')).toEqual([{ id: enrollmentId(soon), state: 'ACTIVE' }]);
    expect(await of('auditorBanten')).toHaveLength(1);
    expect(await of('operatorSerang')).toEqual([]);
    expect((await ask(world, 'analystBanten', listText, { filter })).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  it('is one statement with all that lies below', async () => {
    const query = `{ enrollments { totalCount nodes { state program { name } beneficiary { name nik } category { name } region { displayName }
      warnings ending { on } replaces { id } viewerCan { verify } coverage { month state } } } }`;

    const heard = await world.app.statements(() => ask(world, 'operatorCilegon', query));

    expect(heard).toHaveLength(1);
  });
});

describe('the list', () => {
  it('finds people by a part of their name, of the own region only', async () => {
    const person = await aRegistration({ name: 'Sarmili Jayawikarta' });
    expect((await propose({ beneficiaryId: person })).userErrors).toEqual([]);
    const found = async (who: ActorName, search: string) =>
      (await ask(world, who, listText, { filter: { search } })).data?.enrollments.totalCount;

    expect(await found('operatorCilegon', 'jayawi')).toBe(1);
    expect(await found('operatorCilegon', 'jaya%karta')).toBe(0);
    expect(await found('operatorSerang', 'jayawi')).toBe(0);
  });
});
