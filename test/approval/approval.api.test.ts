import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asApp, closeWorld } from '../coverage/ledger-world.js';
import { programId } from '../support/build/program.js';
import { regionId } from '../support/build/region.js';
import {
  type ApprovalWorld,
  approvalsOf,
  approvalWorld,
  aSubmittedMou,
  aWrittenProgram,
  give,
  mouMove,
  needs,
  request,
  verifiedPeople,
} from './approval-world.js';

let world: ApprovalWorld;
beforeAll(async () => {
  world = await approvalWorld();
});
beforeEach(() => needs(world, { mou_approvers: 1, program_approvers: 1, enrollment_approvers: 1 }));
afterAll(() => closeWorld(world));

const sign = { signedOn: '2026-02-11' };
const returning = `mutation ($id: ID!, $version: Int!, $reason: String!) { approvalReturn(id: $id, expectedVersion: $version, input: { reason: $reason }) {
  approval { state returnReason returnedByName } userErrors { path code } } }`;

describe('an agreement', () => {
  test('is asked for by submitting it, and signed by anyone once two others agreed', async () => {
    await needs(world, { mou_approvers: 2 });
    const id = await aSubmittedMou(world, world.tokens.coordinatorBanten);
    const [asked] = await approvalsOf(world, world.people.second, id);

    expect(asked).toMatchObject({
      subject: 'MOU',
      title: 'Nota Kesepakatan',
      state: 'OPEN',
      needed: 2,
      given: 0,
      // admin, approver of Banten, both, second, third; the coordinator wrote it
      eligible: 5,
      requestedByName: 'coordinatorBanten',
      viewerCan: { give: true, return: true },
      program: null,
    });
    expect(await mouMove(world, world.tokens.coordinatorBanten, 'mouSign', { id, input: sign })).toEqual([
      'MOU_APPROVALS_MISSING',
    ]);
    await give(world, world.people.second, id);
    await give(world, world.people.third, id);
    expect(await approvalsOf(world, world.people.second, id)).toMatchObject([
      { state: 'APPROVED', given: 2 },
    ]);
    expect(await mouMove(world, world.tokens.coordinatorBanten, 'mouSign', { id, input: sign })).toEqual([]);
  });

  test('is returned from the inbox with the reason, and asked for anew', async () => {
    const id = await aSubmittedMou(world, world.tokens.operatorCilegon);
    await give(world, world.people.second, id);
    const [settled] = await approvalsOf(world, world.people.second, id);
    expect(settled.state).toBe('APPROVED');
    expect(
      await mouMove(world, world.people.third, 'mouReturn', { id, input: { reason: 'Nomor belum ada' } }),
    ).toEqual([]);
    expect(await approvalsOf(world, world.people.second, id)).toMatchObject([
      { state: 'RETURNED', returnReason: 'Nomor belum ada', returnedByName: 'third' },
    ]);

    await mouMove(world, world.tokens.operatorCilegon, 'mouSubmit', { id });
    const again = (await approvalsOf(world, world.people.second, id)).at(-1);
    const { data } = await world.app.graphql(world.people.second, returning, {
      id: again.id,
      version: again.version,
      reason: 'Tanda tangan salah',
    });

    expect(again).toMatchObject({ state: 'OPEN', given: 0, obstacle: null });
    expect(data.approvalReturn).toEqual({
      approval: { state: 'RETURNED', returnReason: 'Tanda tangan salah', returnedByName: 'second' },
      userErrors: [],
    });
    const [row] = await world.app.sql('select state, returned_reason from mou where id = $1', [
      id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    ]);
    expect(row).toEqual({ state: 'DRAFT', returned_reason: 'Tanda tangan salah' });
  });

  test('needs nobody else where the province says so', async () => {
    await needs(world, { mou_approvers: 0 });
    const id = await aSubmittedMou(world, world.people.both);

    expect(await approvalsOf(world, world.people.second, id)).toEqual([]);
    expect(await mouMove(world, world.people.both, 'mouSign', { id, input: sign })).toEqual([]);
  });
});

describe('a program', () => {
  test('runs with the last agreement that it takes', async () => {
    await needs(world, { program_approvers: 2 });
    const id = await aWrittenProgram(world, world.tokens.operatorCilegon);
    const asked = await request(world, world.tokens.operatorCilegon, { subject: 'PROGRAM', recordId: id });
    const twice = await request(world, world.tokens.operatorCilegon, { subject: 'PROGRAM', recordId: id });
    const state = async () =>
      (await world.app.graphql(world.tokens.admin, 'query ($id: ID!) { program(id: $id) { state } }', { id }))
        .data.program.state;

    expect(asked).toMatchObject({ approval: { state: 'OPEN', needed: 2, given: 0 }, userErrors: [] });
    expect(twice.userErrors).toEqual([{ path: ['input', 'recordId'], code: 'APPROVAL_ALREADY_OPEN' }]);
    expect((await give(world, world.people.second, id)).approval).toEqual({
      state: 'OPEN',
      given: 1,
      obstacle: 'ALREADY_GIVEN',
    });
    expect(await state()).toBe('DRAFT');
    expect((await give(world, world.people.third, id)).approval.state).toBe('APPROVED');
    expect(await state()).toBe('APPROVED');
  });

  test('that the rules refuse stays a draft, and nobody has agreed', async () => {
    await needs(world, { program_approvers: 1 });
    await world.app.sql('update province_setting set refuses_unfounded_programs = true');
    const id = await aWrittenProgram(world, world.tokens.operatorCilegon);
    await request(world, world.tokens.operatorCilegon, { subject: 'PROGRAM', recordId: id });

    const given = await give(world, world.people.second, id);

    expect(given.userErrors.map(({ code }: { code: string }) => code)).toContain('PROGRAM_UNFOUNDED');
    expect(await approvalsOf(world, world.people.second, id)).toMatchObject([
      { state: 'OPEN', given: 0, votes: [] },
    ]);
    await world.app.sql('update province_setting set refuses_unfounded_programs = false');
  });

  test('that runs already needs no agreement', async () => {
    const { program } = await verifiedPeople(world, 0, '');

    const asked = await request(world, world.tokens.operatorCilegon, {
      subject: 'PROGRAM',
      recordId: programId(program),
    });

    expect(asked.userErrors).toEqual([{ path: ['input', 'recordId'], code: 'APPROVAL_RECORD_STATE' }]);
  });
});

describe('a list of people', () => {
  test('lets everyone on it in with the last agreement, and nobody else', async () => {
    await needs(world, { enrollment_approvers: 2 });
    const { program, people } = await verifiedPeople(world, 3, 'SK 460/2026');
    await asApp(world, 'operatorCilegon', "update enrollment set decree = 'SK lain' where id = $1", [
      people[2],
    ]);
    const id = programId(program);

    const asked = await request(world, world.tokens.operatorCilegon, {
      subject: 'ENROLLMENT_LIST',
      recordId: id,
      decree: 'SK 460/2026',
    });
    const first = await give(world, world.people.second, id);
    const last = await give(world, world.people.third, id);

    expect(asked.approval).toMatchObject({ people: { totalCount: 2 }, needed: 2 });
    expect([first.approval.state, last.approval.state]).toEqual(['OPEN', 'APPROVED']);
    const states = await world.app.sql('select state from enrollment where id = any ($1) order by id', [
      people,
    ]);
    expect(states.map(({ state }) => state)).toEqual(['APPROVED', 'APPROVED', 'VERIFIED']);
  });

  test('with nobody on it is refused', async () => {
    const { program } = await verifiedPeople(world, 1, 'SK 3');
    const input = { subject: 'ENROLLMENT_LIST', recordId: programId(program), decree: 'SK 9' };

    const asked = await request(world, world.tokens.operatorCilegon, input);

    expect(asked.userErrors).toEqual([{ path: ['input', 'recordId'], code: 'APPROVAL_LIST_EMPTY' }]);
    expect(await approvalsOf(world, world.tokens.admin, programId(program))).toEqual([]);
  });
});

describe('the settings of a province', () => {
  test('say how many people have to agree, 0 to 5', async () => {
    const text = `mutation ($id: ID!, $version: Int!, $input: ProvinceSettingReviseInput!) { provinceSettingRevise(regionId: $id, expectedVersion: $version, input: $input) {
      provinceSetting { mouApprovers programApprovers enrollmentApprovers } userErrors { path code } } }`;
    const [{ version }] = await world.app.sql('select version from province_setting');
    const revise = (input: object) =>
      world.app.graphql(world.tokens.coordinatorBanten, text, { id: regionId('36'), version, input });

    const tooMany = await revise({ mouApprovers: 6 });
    const three = await revise({ mouApprovers: 3 });

    expect(tooMany.data.provinceSettingRevise.userErrors).toEqual([
      { path: ['input', 'mouApprovers'], code: 'NUMBER_OUT_OF_RANGE' },
    ]);
    expect(three.data.provinceSettingRevise).toEqual({
      provinceSetting: { mouApprovers: 3, programApprovers: 1, enrollmentApprovers: 1 },
      userErrors: [],
    });
  });
});
