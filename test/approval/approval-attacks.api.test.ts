import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parsePublicId } from '../../schema/kernel/identifier.js';
import { asApp, closeWorld } from '../coverage/ledger-world.js';
import { programId } from '../support/build/program.js';
import {
  type ApprovalWorld,
  approvalsOf,
  approvalWorld,
  aSession,
  aSubmittedMou,
  aWrittenProgram,
  give,
  mouMove,
  needs,
  request,
  staffOf,
  verifiedPeople,
} from './approval-world.js';

let world: ApprovalWorld;
beforeAll(async () => {
  world = await approvalWorld();
});
beforeEach(() => needs(world, { mou_approvers: 1, program_approvers: 1, enrollment_approvers: 1 }));
afterAll(() => closeWorld(world));

const sign = { signedOn: '2026-02-11' };
const keyOf = (id: string) => parsePublicId(id)?.id ?? '';
const stateOf = async (table: string, id: string) =>
  (await world.app.sql(`select state from ${table} where id = $1`, [keyOf(id)]))[0].state;
const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);
const revise = `mutation ($id: ID!, $version: Int!, $input: ProgramReviseInput!) {
  programRevise(id: $id, expectedVersion: $version, input: $input) { program { version } userErrors { code } } }`;
const approve = `mutation ($id: ID!, $version: Int!) { programApprove(id: $id, expectedVersion: $version) { userErrors { code } } }`;
const change = async (token: string, text: string, id: string, input?: object) => {
  const [{ version }] = await world.app.sql('select version from program where id = $1', [keyOf(id)]);
  const { data } = await world.app.graphql(token, text, { id, version, input });
  return codes(data.programRevise ?? data.programApprove);
};

describe('one person with two roles', () => {
  test('cannot agree to, or sign, what the same person wrote', async () => {
    const id = await aSubmittedMou(world, world.people.both);

    expect(codes(await give(world, world.people.both, id))).toEqual(['APPROVAL_OWN_EDIT']);
    expect(await mouMove(world, world.people.both, 'mouSign', { id, input: sign })).toEqual([
      'MOU_APPROVALS_MISSING',
    ]);

    expect(await stateOf('mou', id)).toBe('LEGAL_REVIEW');
    expect(await world.app.sql('select from approval_vote')).toEqual([]);
  });

  test('cannot approve the own program, and can once somebody else agreed', async () => {
    const id = await aWrittenProgram(world, world.people.both);

    expect(await change(world.people.both, approve, id)).toEqual(['PROGRAM_APPROVALS_MISSING']);
    expect(await stateOf('program', id)).toBe('DRAFT');
    await request(world, world.people.both, { subject: 'PROGRAM', recordId: id });
    expect(codes(await give(world, world.people.both, id))).toEqual(['APPROVAL_OWN_EDIT']);
    expect(codes(await give(world, world.people.second, id))).toEqual([]);

    expect(await stateOf('program', id)).toBe('APPROVED');
  });

  test('becomes the last editor by the smallest change of a part', async () => {
    await needs(world, { program_approvers: 2 });
    const id = await aWrittenProgram(world, world.tokens.operatorCilegon);
    const input = {
      budgetLines: [{ fiscalYear: 2026, fundingSource: 'APBD_REGENCY', originalRupiah: '168000001' }],
    };
    expect(await change(world.people.both, revise, id, input)).toEqual([]);
    await request(world, world.tokens.operatorCilegon, { subject: 'PROGRAM', recordId: id });

    expect(codes(await give(world, world.people.both, id))).toEqual(['APPROVAL_OWN_EDIT']);
  });

  test('cannot put a list together and agree to it, nor let people in alone whom the same person proposed', async () => {
    const { program, people } = await verifiedPeople(world, 2, 'SK 1');
    const both = await staffOf(world, 'both');
    await world.app.sql('update audit_event set actor_id = $1 where subject_id = any ($2)', [both, people]);
    const asked = { subject: 'ENROLLMENT_LIST', recordId: programId(program), decree: 'SK 1' };
    const filter = { programIds: [programId(program)], states: ['VERIFIED'] };

    const { data } = await world.app.graphql(
      world.people.both,
      `mutation ($filter: EnrollmentFilter!) { enrollmentsMoveEach(filter: $filter, move: APPROVE, dryRun: false) { changed refused { reasonCode count } userErrors { code } } }`,
      { filter },
    );
    await request(world, world.people.both, asked);
    const given = await give(world, world.people.both, programId(program));

    expect(data.enrollmentsMoveEach).toEqual({
      changed: 0,
      refused: [{ reasonCode: 'ENROLLMENT_APPROVALS_MISSING', count: 2 }],
      userErrors: [],
    });
    expect(codes(given)).toEqual(['APPROVAL_OWN_EDIT']);
    const states = await world.app.sql('select distinct state from enrollment where id = any ($1)', [people]);
    expect(states).toEqual([{ state: 'VERIFIED' }]);
  });
});

describe('two sessions', () => {
  test('of one person count once', async () => {
    await needs(world, { mou_approvers: 2 });
    const id = await aSubmittedMou(world, world.tokens.operatorCilegon);
    await aSession(world, await staffOf(world, 'second'), 'second-again');

    const both = await Promise.all([give(world, world.people.second, id), give(world, 'second-again', id)]);

    expect(both.map(codes).sort()).toEqual([[], ['APPROVAL_ALREADY_GIVEN']]);
    expect(await approvalsOf(world, world.people.second, id)).toMatchObject([
      { state: 'OPEN', needed: 2, given: 1, obstacle: 'ALREADY_GIVEN' },
    ]);
    expect(await mouMove(world, world.people.second, 'mouSign', { id, input: sign })).toEqual([
      'MOU_APPROVALS_MISSING',
    ]);
  });

  test('of two people at the same time both count, and settle it once', async () => {
    await needs(world, { program_approvers: 2 });
    const id = await aWrittenProgram(world, world.tokens.operatorCilegon);
    await request(world, world.tokens.operatorCilegon, { subject: 'PROGRAM', recordId: id });

    const both = await Promise.all([
      give(world, world.people.second, id),
      give(world, world.people.third, id),
    ]);

    expect(both.map(codes)).toEqual([[], []]);
    expect(await stateOf('program', id)).toBe('APPROVED');
    expect(await approvalsOf(world, world.people.third, id)).toMatchObject([{ state: 'APPROVED', given: 2 }]);
  });

  test.each([
    ['a signature that is not committed yet, and is refused', 'sign', 'edit'],
    ['an edit that is not committed yet, and is refused', 'edit', 'sign'],
  ] as const)('a decision waits for %s', async (_label, first, second) => {
    const id = await aSubmittedMou(world, world.tokens.operatorCilegon);
    const deeds = {
      sign: ['third', "update mou set state = 'SIGNED', signed_on = '2026-02-11' where id = $1"],
      edit: ['both', "update mou_party set other_name = 'Lain' where mou_id = $1 and position = 2"],
    } as const;
    const begun = async ([who, text]: readonly [string, string]) => {
      const client = await world.login.connect();
      const staff = await staffOf(world, who);
      await client.query(`begin; select set_config('app.actor_id', '${staff}', true)`);
      const done = client.query(text, [keyOf(id)]).then(
        () => 'done',
        ({ constraint }) => constraint,
      );
      const end = (word: string) => client.query(word).finally(() => client.release());
      return { done, end };
    };
    await needs(world, { mou_approvers: 2 });
    await give(world, world.people.second, id);

    const one = await begun(deeds[first]);
    expect(await one.done).toBe('done');
    const other = await begun(deeds[second]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await one.end('commit');
    const outcome = await other.done;
    await other.end('rollback');

    expect(outcome).toBe(second === 'edit' ? 'mou_signed_content_frozen' : 'mou_approvals_missing');
  });
});

describe('an edit after the agreement', () => {
  test('voids it, whoever edits and by whatever door', async () => {
    await needs(world, { mou_approvers: 2 });
    const id = await aSubmittedMou(world, world.tokens.operatorCilegon);
    await give(world, world.people.second, id);
    await asApp(
      world,
      'operatorCilegon',
      "update mou_party set number = '415/1' where mou_id = $1 and position = 1",
      [keyOf(id)],
    );

    expect(await approvalsOf(world, world.people.second, id)).toMatchObject([
      { given: 0, obstacle: null, votes: [{ staffName: 'second', isCounted: false }] },
    ]);
    expect(await mouMove(world, world.people.third, 'mouSign', { id, input: sign })).toEqual([
      'MOU_APPROVALS_MISSING',
    ]);
    await give(world, world.people.second, id);
    expect(await mouMove(world, world.people.third, 'mouSign', { id, input: sign })).toEqual([]);
  });

  test('of a program sends it back to those who agreed', async () => {
    await needs(world, { program_approvers: 2 });
    const id = await aWrittenProgram(world, world.tokens.operatorCilegon);
    await request(world, world.tokens.operatorCilegon, { subject: 'PROGRAM', recordId: id });
    await give(world, world.people.second, id);
    await change(world.tokens.operatorCilegon, revise, id, { quota: 99 });

    expect(await change(world.people.third, approve, id)).toEqual(['PROGRAM_APPROVALS_MISSING']);
    expect(await stateOf('program', id)).toBe('DRAFT');
  });

  test('that is taken back does not make the editor count again', async () => {
    await needs(world, { program_approvers: 2 });
    const id = await aWrittenProgram(world, world.tokens.operatorCilegon);
    await request(world, world.tokens.operatorCilegon, { subject: 'PROGRAM', recordId: id });
    expect(codes(await give(world, world.people.both, id))).toEqual([]);
    await change(world.people.both, revise, id, { quota: 99 });
    await change(world.people.both, revise, id, { quota: null });

    expect(await approvalsOf(world, world.people.both, id)).toMatchObject([{ given: 0 }]);
    expect(await change(world.people.third, approve, id)).toEqual(['PROGRAM_APPROVALS_MISSING']);
  });

  test('of one person on a list keeps the whole list out', async () => {
    await needs(world, { enrollment_approvers: 2 });
    const { program, people } = await verifiedPeople(world, 3, 'SK 2');
    const asked = { subject: 'ENROLLMENT_LIST', recordId: programId(program), decree: 'SK 2' };
    await request(world, world.tokens.operatorCilegon, asked);
    await give(world, world.people.second, programId(program));
    await asApp(
      world,
      'operatorCilegon',
      "update beneficiary set name = 'Orang Lain' where id = (select beneficiary_id from enrollment where id = $1)",
      [people[0]],
    );

    expect(await approvalsOf(world, world.people.third, programId(program))).toMatchObject([{ given: 0 }]);
    await expect(
      asApp(world, 'coordinatorBanten', "update enrollment set state = 'APPROVED' where id = any ($1)", [
        people,
      ]),
    ).rejects.toMatchObject({ constraint: 'enrollment_approvals_missing' });
  });
});

describe('a changed hash', () => {
  test.each([
    ['of an earlier content', '0'.repeat(64)],
    ['that is none', 'x'],
  ])('%s is refused and leaves nothing', async (_label, digest) => {
    const id = await aSubmittedMou(world, world.tokens.operatorCilegon);

    const given = await give(world, world.people.second, id, digest);

    expect(given).toMatchObject({ approval: null, userErrors: [{ code: 'APPROVAL_CONTENT_CHANGED' }] });
    expect(await approvalsOf(world, world.people.second, id)).toMatchObject([{ given: 0, votes: [] }]);
  });
});

describe('the login of the program', () => {
  test.each([
    [
      'votes for another',
      "insert into approval_vote (id, approval_id, staff_id, digest) select gen_random_uuid(), a.id, (select id from staff where name = 'approverBanten'), app.approval_digest(a) from approval a where a.record_id = $1",
    ],
    [
      'votes for its own edit',
      'insert into approval_vote (id, approval_id, staff_id, digest) select gen_random_uuid(), a.id, app.actor_id(), app.approval_digest(a) from approval a where a.record_id = $1',
    ],
    ['settles it by hand', "update approval set state = 'APPROVED' where record_id = $1"],
    ['signs by hand', "update mou set state = 'SIGNED', signed_on = '2026-02-11' where id = $1"],
    [
      'signs another text in one statement',
      "update mou set state = 'SIGNED', title_as_written = 'Lain' where id = $1",
    ],
    [
      'changes a vote',
      'update approval_vote set digest = digest where approval_id in (select id from approval where record_id = $1)',
    ],
  ])('cannot, acting for the coordinator who wrote it, when it %s', async (_label, text) => {
    const id = await aSubmittedMou(world, world.tokens.coordinatorBanten);

    await expect(asApp(world, 'coordinatorBanten', text, [keyOf(id)])).rejects.toThrow();

    expect(await stateOf('mou', id)).toBe('LEGAL_REVIEW');
    expect(await approvalsOf(world, world.tokens.auditorBanten, id)).toMatchObject([
      { state: 'OPEN', given: 0 },
    ]);
  });

  test('sees no request of another province, and an approver elsewhere cannot agree', async () => {
    const id = await aSubmittedMou(world, world.tokens.operatorCilegon);

    expect(await approvalsOf(world, world.tokens.operatorBekasi, id)).toEqual([]);
    const { errors } = await world.app.graphql(
      world.tokens.operatorBekasi,
      'mutation ($id: ID!) { approvalGive(id: $id, input: { digest: "x" }) { userErrors { code } } }',
      { id: (await approvalsOf(world, world.tokens.admin, id))[0].id },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('an agreement stops counting with the role of who gave it', async () => {
    await needs(world, { mou_approvers: 2 });
    const id = await aSubmittedMou(world, world.tokens.operatorCilegon);
    await give(world, world.people.third, id);
    const third = await staffOf(world, 'third');

    await world.app.sql("update staff_grant set role = 'ANALYST' where staff_id = $1", [third]);

    expect(await approvalsOf(world, world.people.second, id)).toMatchObject([{ given: 0 }]);
    await world.app.sql("update staff_grant set role = 'APPROVER' where staff_id = $1", [third]);
  });
});
