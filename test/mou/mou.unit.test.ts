import { describe, expect, test } from '@jest/globals';
import { unreachableStates } from '../../schema/kernel/lifecycle.js';
import { MouState, mouLifecycle } from '../../schema/mou/mou.lifecycle.js';
import {
  checkFacts,
  checkFrozen,
  checkMove,
  checkParties,
  checkPlace,
  type MouFacts,
  type PartyFacts,
} from '../../schema/mou/mou.rules.js';

const facts: MouFacts = {
  titleAsWritten: 'Nota Kesepakatan',
  subject: null,
  signedOn: null,
  signedPlace: null,
  effectiveFrom: null,
  effectiveUntil: null,
  termText: null,
  isAutoRenewed: null,
  noticeDays: null,
  segments: [],
  scope: [],
  plannedBeneficiaries: null,
  note: null,
};
const party: PartyFacts = {
  kind: 'OTHER',
  regionId: null,
  agency: null,
  officeId: null,
  otherName: null,
  number: null,
  signatoryId: null,
};

test('every state can be reached from a draft', () => {
  expect(unreachableStates(mouLifecycle, MouState.DRAFT)).toEqual([]);
});

describe('checkMove', () => {
  test.each([
    ['DRAFT', 'submit', []],
    ['LEGAL_REVIEW', 'return', []],
    ['LEGAL_REVIEW', 'sign', []],
    ['SIGNED', 'terminate', []],
    [
      'DRAFT',
      'sign',
      [
        {
          path: ['id'],
          code: 'MOU_MOVE_NOT_ALLOWED',
          params: { move: 'sign', state: 'DRAFT', allowed: 'submit' },
        },
      ],
    ],
    [
      'SIGNED',
      'submit',
      [
        {
          path: ['id'],
          code: 'MOU_MOVE_NOT_ALLOWED',
          params: { move: 'submit', state: 'SIGNED', allowed: 'terminate' },
        },
      ],
    ],
    [
      'TERMINATED',
      'sign',
      [
        {
          path: ['id'],
          code: 'MOU_MOVE_NOT_ALLOWED',
          params: { move: 'sign', state: 'TERMINATED', allowed: '-' },
        },
      ],
    ],
  ] as const)('%s %s', (state, move, problems) => {
    expect(checkMove(MouState[state], move)).toEqual(problems);
  });
});

describe('checkFacts', () => {
  test('takes a title alone: what nobody knows is no fault', () => {
    expect(checkFacts(facts)).toEqual([]);
  });

  test('names both days of a reversed period', () => {
    expect(checkFacts({ ...facts, effectiveFrom: '2026-01-01', effectiveUntil: '2025-01-01' })).toEqual([
      {
        path: ['input', 'effectiveUntil'],
        code: 'MOU_PERIOD_REVERSED',
        params: { from: '2026-01-01', until: '2025-01-01' },
      },
    ]);
  });

  test('takes a period of a single day', () => {
    expect(checkFacts({ ...facts, effectiveFrom: '2026-01-01', effectiveUntil: '2026-01-01' })).toEqual([]);
  });

  test('collects all problems in the order of the form', () => {
    const problems = checkFacts({
      ...facts,
      titleAsWritten: null,
      signedOn: '2024-02-30',
      noticeDays: -1,
      scope: ['x'.repeat(301)],
    });

    expect(problems.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['input.titleAsWritten', 'VALUE_MISSING'],
      ['input.signedOn', 'DATE_INVALID'],
      ['input.noticeDays', 'NUMBER_OUT_OF_RANGE'],
      ['input.scope.0', 'VALUE_TOO_LONG'],
    ]);
  });
});

describe('checkParties', () => {
  test.each([
    ['a government with its region', { ...party, kind: 'REGION_GOVERNMENT', regionId: 'r' }, 0],
    ['a government without region', { ...party, kind: 'REGION_GOVERNMENT' }, 1],
    ['a government with an office', { ...party, kind: 'REGION_GOVERNMENT', regionId: 'r', officeId: 'o' }, 1],
    ['an agency with region and name', { ...party, kind: 'AGENCY', regionId: 'r', agency: 'Disnaker' }, 0],
    ['an agency without name', { ...party, kind: 'AGENCY', regionId: 'r' }, 1],
    ['an office', { ...party, kind: 'OFFICE', officeId: 'o' }, 0],
    ['another party without name', party, 1],
  ])('%s', (_label, given, count) => {
    expect(checkParties([given])).toHaveLength(count);
  });
});

describe('checkPlace', () => {
  const umbrella = { kind: 'UMBRELLA', state: 'SIGNED', regionId: 'cilegon' };
  const place = { regionId: 'cilegon', regionLevel: 'CITY', parent: null, predecessor: null };

  test.each([
    ['an umbrella alone', { ...place, kind: 'UMBRELLA' }, []],
    ['an umbrella below another', { ...place, kind: 'UMBRELLA', parent: umbrella }, ['MOU_PARENT_MISPLACED']],
    ['a PKS below an umbrella', { ...place, kind: 'PKS', parent: umbrella }, []],
    ['a PKS alone, as in Kab. Serang 2023', { ...place, kind: 'PKS' }, []],
    ['an addendum alone', { ...place, kind: 'ADDENDUM' }, ['MOU_PARENT_MISPLACED']],
    [
      'an addendum of a draft',
      { ...place, kind: 'ADDENDUM', parent: { ...umbrella, state: 'DRAFT' } },
      ['MOU_PARENT_MISPLACED'],
    ],
    [
      'an addendum of an addendum',
      { ...place, kind: 'ADDENDUM', parent: { ...umbrella, kind: 'ADDENDUM' } },
      ['MOU_PARENT_MISPLACED'],
    ],
    [
      'a renewal of another kind',
      { ...place, kind: 'PKS', predecessor: umbrella },
      ['MOU_PREDECESSOR_MISPLACED'],
    ],
    [
      'a renewal of another region',
      { ...place, kind: 'UMBRELLA', predecessor: { ...umbrella, regionId: 'serang' } },
      ['MOU_PREDECESSOR_MISPLACED'],
    ],
    ['a renewal', { ...place, kind: 'UMBRELLA', predecessor: umbrella }, []],
    [
      'an agreement of a district',
      { ...place, kind: 'UMBRELLA', regionLevel: 'DISTRICT' },
      ['MOU_REGION_LEVEL'],
    ],
  ])('%s', (_label, given, codes) => {
    expect(checkPlace(given).map(({ code }) => code)).toEqual(codes);
  });
});

test('checkFrozen lets the unknown become known and nothing else', () => {
  const before = { subject: null, segments: [], signedPlace: 'Aula Setda II', note: 'lama' };

  expect(
    checkFrozen(before, {
      subject: 'Jamsostek',
      segments: ['BPU'],
      signedPlace: 'Aula Setda II',
      note: 'baru',
    }),
  ).toEqual([]);
  expect(checkFrozen(before, { ...before, signedPlace: 'Serang' })).toEqual([
    { path: ['input', 'signedPlace'], code: 'MOU_SIGNED_CONTENT_FROZEN', params: {} },
  ]);
});
