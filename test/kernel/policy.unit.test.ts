import { describe, expect, test } from '@jest/globals';
import { type Actor, anonymous, type Role } from '../../schema/kernel/actor.js';
import { isPermitted, permit, permitChange } from '../../schema/kernel/policy.js';

const cilegon = '00000000-0000-7000-8000-000000003672';
const serang = '00000000-0000-7000-8000-000000003604';
const sign = { name: 'mou.sign', allowed: ['ADMIN', 'APPROVER'] as const };
const read = { name: 'office.read', allowed: 'STAFF' as const };
const look = { name: 'region.read', allowed: 'ANYONE' as const };

function staff(role: Role, regionIds: readonly string[] | null, canWrite = true): Actor {
  return { staffId: cilegon, grants: [{ role, regionIds }], locale: 'id', canWrite };
}

describe('isPermitted', () => {
  test.each([
    ['anonymous looks', anonymous, look, undefined, true],
    ['anonymous reads', anonymous, read, undefined, false],
    ['anonymous signs', anonymous, sign, undefined, false],
    ['staff without a role reads', { ...anonymous, staffId: cilegon }, read, undefined, true],
    ['staff without a role signs', { ...anonymous, staffId: cilegon }, sign, undefined, false],
    ['an approver signs somewhere', staff('APPROVER', [cilegon]), sign, undefined, true],
    ['an approver signs at home', staff('APPROVER', [cilegon]), sign, cilegon, true],
    ['an approver signs next door', staff('APPROVER', [cilegon]), sign, serang, false],
    ['an approver signs for the nation', staff('APPROVER', [cilegon]), sign, null, false],
    ['a national approver signs anywhere', staff('APPROVER', null), sign, serang, true],
    ['a national approver signs for the nation', staff('APPROVER', null), sign, null, true],
    ['an operator signs at home', staff('OPERATOR', [cilegon]), sign, cilegon, false],
    ['an approver of nowhere signs', staff('APPROVER', []), sign, cilegon, false],
  ] as const)('%s', (_label, actor, verb, region, expected) => {
    expect(isPermitted(actor, verb, region)).toBe(expected);
  });
});

test('permit tells who is not signed in apart from who may not', () => {
  expect(() => permit(anonymous, sign)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
  expect(() => permit(staff('OPERATOR', null), sign)).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN', params: { verb: 'mou.sign' } }),
  );
  expect(permit(staff('ADMIN', null), sign)).toBeUndefined();
});

test('permitChange refuses a token that only reads', () => {
  expect(() => permitChange(staff('ADMIN', null, false), sign)).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN', reason: 'TOKEN_READS_ONLY' }),
  );
});
