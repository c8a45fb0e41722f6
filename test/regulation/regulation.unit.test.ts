import { describe, expect, it } from '@jest/globals';
import { movesFrom, unreachableStates } from '../../schema/kernel/lifecycle.js';
import { messageOf } from '../../schema/kernel/texts.js';
import { nothingKnown } from '../../schema/regulation/regulation.facts.js';
import {
  RegulationKind,
  RegulationRelationKind,
  RegulationState,
} from '../../schema/regulation/regulation.kinds.js';
import { checkMove, regulationLifecycle } from '../../schema/regulation/regulation.lifecycle.js';
import '../../schema/regulation/regulation.problems.js';
import { checkRelations } from '../../schema/regulation/regulation.relations.js';
import { checkFacts, checkIssuer, checkKnown, yearOf } from '../../schema/regulation/regulation.rules.js';

const perwal = {
  ...nothingKnown,
  kind: RegulationKind.PERWAL,
  regionId: 'cilegon',
  number: '41',
  year: 2024,
};

describe('lifecycle of a regulation', () => {
  it('reaches every state from DRAFT', () => {
    expect(unreachableStates(regulationLifecycle, RegulationState.DRAFT)).toEqual([]);
  });

  it.each([
    { state: 'DRAFT', move: 'revoke', code: 'REGULATION_IS_DRAFT' },
    { state: 'ENACTED', move: 'enact', code: 'REGULATION_IS_ENACTED' },
    { state: 'REVOKED', move: 'enact', code: 'REGULATION_IS_REVOKED' },
    { state: 'REVOKED', move: 'revoke', code: 'REGULATION_IS_REVOKED' },
  ] as const)('refuses $move from $state', ({ state, move, code }) => {
    expect(checkMove(state, move)).toEqual([{ path: ['id'], code, params: {} }]);
  });

  it.each(Object.values(RegulationState))('names the moves that exist from %s', (state) => {
    const text = messageOf(`REGULATION_IS_${state}`, {}, 'en');

    const named = ['revise', 'enact', 'revoke'].filter((move) => new RegExp(`\\b${move}\\b`).test(text));
    expect(named).toEqual(movesFrom(regulationLifecycle, state));
  });
});

describe('checkIssuer', () => {
  it.each([
    [RegulationKind.PERWAL, 'CITY', true],
    [RegulationKind.PERWAL, 'REGENCY', false],
    [RegulationKind.PERWAL, null, false],
    [RegulationKind.KEPBUP, 'REGENCY', true],
    [RegulationKind.KEPBUP, 'CITY', false],
    [RegulationKind.PERGUB, 'PROVINCE', true],
    [RegulationKind.PERGUB, 'CITY', false],
    [RegulationKind.PERDA, 'PROVINCE', true],
    [RegulationKind.PERDA, 'DISTRICT', false],
    [RegulationKind.SE, null, true],
    [RegulationKind.SE, 'CITY', true],
    [RegulationKind.INPRES, null, true],
    [RegulationKind.INPRES, 'PROVINCE', false],
  ])('%s from %s: %s', (kind, level, isFitting) => {
    expect(checkIssuer(kind, level)).toHaveLength(isFitting ? 0 : 1);
  });
});

describe('checkFacts', () => {
  it('accepts an enacted regulation of which only the year is known', () => {
    expect(checkFacts({ ...nothingKnown, kind: RegulationKind.UU, year: 2004 }, 'ENACTED')).toEqual([]);
  });

  it('collects every problem in the order of the form', () => {
    const facts = {
      ...perwal,
      kind: null,
      number: 'x'.repeat(101),
      year: 1899,
      enactedOn: '2024-02-30',
      effectiveFrom: '2024-05-01',
      effectiveUntil: '2024-04-30',
      revokedOn: '2024-06-01',
    };

    expect(checkFacts(facts, 'DRAFT').map(({ path, code }) => `${path[1]} ${code}`)).toEqual([
      'kind VALUE_MISSING',
      'number VALUE_TOO_LONG',
      'year NUMBER_OUT_OF_RANGE',
      'enactedOn DATE_INVALID',
      'enactedOn REGULATION_DRAFT_DATED',
      'revokedOn REGULATION_NOT_REVOKED',
      'effectiveUntil REGULATION_DATES_REVERSED',
    ]);
  });

  it('accepts an end on the first day', () => {
    expect(
      checkFacts({ ...perwal, effectiveFrom: '2024-05-01', effectiveUntil: '2024-05-01' }, 'DRAFT'),
    ).toEqual([]);
  });

  it('wants a year once enacted', () => {
    expect(checkFacts({ ...perwal, year: null }, 'ENACTED')).toEqual([
      { path: ['input', 'year'], code: 'REGULATION_YEAR_UNKNOWN', params: {} },
    ]);
  });
});

describe('checkKnown', () => {
  it('lets unknown facts be filled in and the remark change', () => {
    expect(
      checkKnown(
        { ...perwal, note: 'lama' },
        { ...perwal, title: 'Jaminan', enactedOn: '2024-03-01', note: null },
      ),
    ).toEqual([]);
  });

  it('refuses to change or clear a known fact, the issuer included', () => {
    const problems = checkKnown(perwal, { ...perwal, number: null, year: 2025, regionId: null });

    expect(problems.map(({ path }) => path[1])).toEqual(['number', 'year', 'issuerRegionId']);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['REGULATION_FACT_KNOWN']));
  });

  it('keeps a national instrument national', () => {
    const law = { ...nothingKnown, kind: RegulationKind.SE, year: 2021 };

    expect(checkKnown(law, { ...law, regionId: 'cilegon' })).toHaveLength(1);
  });
});

describe('yearOf', () => {
  it.each([
    [{ ...perwal, enactedOn: '2023-12-30' }, 2024],
    [{ ...perwal, year: null, enactedOn: '2023-12-30', promulgatedOn: '2024-01-02' }, 2023],
    [{ ...perwal, year: null, promulgatedOn: '2024-01-02' }, 2024],
    [{ ...perwal, year: null }, null],
  ])('case %#', (facts, year) => {
    expect(yearOf(facts)).toBe(year);
  });
});

describe('checkRelations', () => {
  const amends = { kind: RegulationRelationKind.AMENDS, targetId: 'b', note: null };

  it('refuses a relation to itself and one given twice', () => {
    const wanted = [{ ...amends, targetId: 'a' }, amends, amends];

    const problems = checkRelations(wanted, { regulationId: 'a', state: 'DRAFT', existing: [] });
    expect(problems.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'input.relations.0.targetId REGULATION_RELATION_SELF',
      'input.relations.2 REGULATION_RELATION_TWICE',
    ]);
  });

  it('lets an enacted regulation gain relations with a note, and lose none', () => {
    const existing = [amends];
    const found = { kind: RegulationRelationKind.IMPLEMENTS, targetId: 'c', note: 'Pasal 2' };

    expect(checkRelations([amends, found], { regulationId: 'a', state: 'ENACTED', existing })).toEqual([]);
    expect(
      checkRelations([{ ...found, note: null }], { regulationId: 'a', state: 'ENACTED', existing }).map(
        ({ code }) => code,
      ),
    ).toEqual(['REGULATION_RELATION_UNEXPLAINED', 'REGULATION_RELATION_KEPT']);
  });
});
