import { describe, expect, test } from '@jest/globals';
import type { Actor, Grant } from '../../schema/kernel/actor.js';
import {
  checkEmail,
  checkGrants,
  checkNotOwn,
  checkPassword,
  type GrantDraft,
} from '../../schema/staff/staff.rules.js';
import {
  hashPassword,
  isPasswordRight,
  newAccessToken,
  newPassword,
  newSessionToken,
  tokenHash,
} from '../../schema/staff/staff.secrets.js';

const banten = { id: 'banten', level: 'PROVINCE' };
const cilegon = { id: 'cilegon', level: 'CITY' };
const bekasi = { id: 'bekasi', level: 'CITY' };
const cibeber = { id: 'cibeber', level: 'DISTRICT' };

function anActor(...grants: Grant[]): Actor {
  return { staffId: 'me', grants, locale: 'id', canWrite: true };
}

const admin = anActor({ role: 'ADMIN', regionIds: null });
const coordinator = anActor({ role: 'COORDINATOR', regionIds: ['banten', 'cilegon'] });
const operator = anActor({ role: 'OPERATOR', regionIds: ['cilegon'] });

function found(problems: readonly { readonly code: string; readonly path: readonly string[] }[]): string[] {
  return problems.map(({ code, path }) => `${path.join('.')} ${code}`);
}

describe('checkGrants', () => {
  const cases: readonly [string, Actor, readonly GrantDraft[], string[]][] = [
    [
      'a coordinator gives a role in the own province',
      coordinator,
      [{ role: 'OPERATOR', region: cilegon }],
      [],
    ],
    [
      'a coordinator gives COORDINATOR in the own province',
      coordinator,
      [{ role: 'COORDINATOR', region: banten }],
      [],
    ],
    [
      'outside the province',
      coordinator,
      [{ role: 'OPERATOR', region: bekasi }],
      ['grants.0.regionId OUTSIDE_REGION'],
    ],
    [
      'for all of Indonesia',
      coordinator,
      [{ role: 'AUDITOR', region: null }],
      ['grants.0.regionId OUTSIDE_REGION'],
    ],
    [
      'ADMIN by a coordinator',
      coordinator,
      [{ role: 'ADMIN', region: null }],
      ['grants.0.role GRANT_ADMIN_FORBIDDEN'],
    ],
    [
      'by an operator',
      operator,
      [{ role: 'OPERATOR', region: cilegon }],
      ['grants.0.regionId OUTSIDE_REGION'],
    ],
    [
      'ADMIN of one region',
      admin,
      [{ role: 'ADMIN', region: banten }],
      ['grants.0.regionId GRANT_ADMIN_NATIONAL'],
    ],
    [
      'a role in a district',
      admin,
      [{ role: 'OPERATOR', region: cibeber }],
      ['grants.0.regionId GRANT_REGION_LEVEL'],
    ],
    [
      'an administrator gives national roles',
      admin,
      [
        { role: 'ADMIN', region: null },
        { role: 'AUDITOR', region: null },
      ],
      [],
    ],
    ['no role at all', admin, [], ['grants GRANTS_MISSING']],
    [
      'all problems of the list',
      coordinator,
      [
        { role: 'OPERATOR', region: cilegon },
        { role: 'OPERATOR', region: cilegon },
        { role: 'OPERATOR', region: bekasi },
      ],
      ['grants.1 GRANT_REPEATED', 'grants.2.regionId OUTSIDE_REGION'],
    ],
  ];

  test.each(cases)('%s', (_name, actor, grants, expected) => {
    expect(found(checkGrants(actor, grants, ['grants']))).toEqual(expected);
  });
});

describe('checkNotOwn', () => {
  test('a coordinator leaves the own account to others', () => {
    expect(found(checkNotOwn(coordinator, 'me'))).toEqual(['id STAFF_OWN_ACCOUNT']);
    expect(checkNotOwn(coordinator, 'someone')).toEqual([]);
  });

  test('an administrator may change the own account', () => {
    expect(checkNotOwn(admin, 'me')).toEqual([]);
  });
});

describe('checkPassword', () => {
  const person = { email: 'siti.aminah@contoh.go.id', name: 'Siti Aminah Rahayu' };

  test.each([
    ['elevenchars', ['input.new PASSWORD_TOO_SHORT']],
    ['twelve chars', []],
    ['Siti.Aminah@contoh.go.id', ['input.new PASSWORD_GUESSABLE']],
    ['sitiaminahrahayu', ['input.new PASSWORD_GUESSABLE']],
    ['x'.repeat(200), []],
    ['x'.repeat(201), ['input.new VALUE_TOO_LONG']],
    ['\u{1F40E}'.repeat(12), []],
    ['\u{1F40E}'.repeat(11), ['input.new PASSWORD_TOO_SHORT']],
  ])('%s', (password, expected) => {
    expect(found(checkPassword(password, person))).toEqual(expected);
  });
});

describe('checkEmail', () => {
  test.each(['a@b', 'siti@contoh.go.id', "o'neil+x@contoh.go.id"])('accepts %s', (email) => {
    expect(checkEmail(email)).toEqual([]);
  });

  test.each(['siti', 'siti@', '@contoh.go.id', 'si ti@contoh.go.id', 'a@b@c', `${'a'.repeat(250)}@b.id`])(
    'refuses %s',
    (email) => {
      expect(found(checkEmail(email))).toEqual(['input.email STAFF_EMAIL_INVALID']);
    },
  );
});

describe('secrets', () => {
  test('passwords are hashed with argon2id, at least 19 MiB and two passes', async () => {
    const stored = await hashPassword('kuda laut di Selat Sunda');

    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(stored) ?? [];

    expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
    expect(await isPasswordRight(stored, 'kuda laut di Selat Sunda')).toBe(true);
    expect(await isPasswordRight(stored, 'kuda laut di Selat Sund')).toBe(false);
  });

  test('one and the same password in another Unicode form is right', async () => {
    expect(await isPasswordRight(await hashPassword('caf\u00e9 di Merak'), 'cafe\u0301 di Merak')).toBe(true);
  });

  test('nobody has no password, and refusing takes the same work', async () => {
    const stored = await hashPassword('kuda laut di Selat Sunda');

    const known = await cheapest(() => isPasswordRight(stored, 'salah'));
    const unknown = await cheapest(() => isPasswordRight(null, 'salah'));

    expect(await isPasswordRight(null, '')).toBe(false);
    // a refusal without the hash would take less than a hundredth
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3);
  });

  test('what is handed out is long, random and legible', () => {
    expect(newPassword()).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
    expect(newSessionToken()).toMatch(/^[\w-]{43}$/);
    expect(newAccessToken()).toMatch(/^payung_[\w-]{43}$/);
    expect(newSessionToken()).not.toBe(newSessionToken());
    expect(tokenHash('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

/** Microseconds of processor, which other work on the machine does not lengthen. */
async function cheapest(work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    costs.push(user + system);
  }
  return Math.min(...costs);
}
