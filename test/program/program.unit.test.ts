import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unreachableStates } from '../../schema/kernel/lifecycle.js';
import { ProgramState, programLifecycle } from '../../schema/program/program.lifecycle.js';
import {
  type BudgetLineFacts,
  checkBudgetLines,
  checkFacts,
  checkFounded,
  checkIdentity,
  checkMove,
  type ProgramFacts,
} from '../../schema/program/program.rules.js';

const facts: ProgramFacts = {
  name: 'Gemet Sekul',
  agency: null,
  monthFrom: '2026-01-01',
  monthUntil: '2026-12-01',
  quota: 1500,
  lowestDecile: 1,
  highestDecile: 5,
  segment: 'BPU',
  wageBaseRupiah: null,
  hasJht: false,
  plannedTariffRupiah: null,
  participantKindCode: null,
  note: null,
};
const line: BudgetLineFacts = {
  fiscalYear: 2026,
  fundingSource: 'APBD_REGENCY',
  originalRupiah: '302400000',
  revisedRupiah: null,
  nonPremiumRupiah: null,
  accountCode: null,
  subActivityCode: null,
  note: null,
};
const codes = (problems: readonly { code: string; path: readonly string[] }[]) =>
  problems.map(({ code, path }) => `${path.slice(1).join('.')} ${code}`);

describe('a program', () => {
  test('reaches every state from a draft', () => {
    expect(unreachableStates(programLifecycle, ProgramState.DRAFT)).toEqual([]);
  });

  test.each([
    ['DRAFT', 'approve', []],
    ['DRAFT', 'close', [{ move: 'close', state: 'DRAFT', allowed: 'approve' }]],
    ['APPROVED', 'close', []],
    ['APPROVED', 'approve', [{ move: 'approve', state: 'APPROVED', allowed: 'close' }]],
    ['CLOSED', 'approve', [{ move: 'approve', state: 'CLOSED', allowed: '-' }]],
    ['CLOSED', 'close', [{ move: 'close', state: 'CLOSED', allowed: '-' }]],
  ] as const)('%s, to %s', (state, move, expected) => {
    expect(checkMove(ProgramState[state], move).map(({ params }) => params)).toEqual(expected);
  });

  test.each([
    ['as it should be', {}, []],
    ['without a name', { name: null }, ['name VALUE_MISSING']],
    [
      'without months',
      { monthFrom: null, monthUntil: null },
      ['monthFrom VALUE_MISSING', 'monthUntil VALUE_MISSING'],
    ],
    ['with its months reversed', { monthUntil: '2025-12-01' }, ['monthUntil PROGRAM_PERIOD_REVERSED']],
    ['of ten years', { monthUntil: '2035-12-01' }, []],
    ['of ten years and a month', { monthUntil: '2036-01-01' }, ['monthUntil PROGRAM_PERIOD_TOO_LONG']],
    ['for nobody', { quota: 0 }, ['quota NUMBER_OUT_OF_RANGE']],
    ['with its deciles reversed', { lowestDecile: 6 }, ['highestDecile PROGRAM_DECILES_REVERSED']],
    ['for decile 11', { highestDecile: 11 }, ['highestDecile NUMBER_OUT_OF_RANGE']],
    ['of PU without a wage', { segment: 'PU' }, ['wageBaseRupiah PROGRAM_WAGE_BASE_MISSING']],
    ['with a wage of nothing', { wageBaseRupiah: '0' }, ['wageBaseRupiah PROGRAM_AMOUNT_NOT_POSITIVE']],
    ['with a name of 201 characters', { name: 'x'.repeat(201) }, ['name VALUE_TOO_LONG']],
  ])('%s is judged', (_label, change, expected) => {
    expect(codes(checkFacts({ ...facts, ...change }))).toEqual(expected);
  });

  test.each([
    ['another name', { name: 'SIGAP' }, ['name PROGRAM_IDENTITY_FROZEN']],
    ['another segment', { segment: 'PU' }, ['segment PROGRAM_IDENTITY_FROZEN']],
    ['other deciles', { highestDecile: 4 }, ['highestDecile PROGRAM_IDENTITY_FROZEN']],
    ['an agency that was unknown', { agency: 'Dinas Tenaga Kerja' }, []],
    ['another quota and another end', { quota: 1600, monthUntil: '2026-11-01' }, []],
  ])('once approved takes %s: %j', (_label, change, expected) => {
    expect(codes(checkIdentity(facts, { ...facts, ...change }))).toEqual(expected);
  });
});

describe('budget lines', () => {
  test.each([
    ['one', [line], []],
    ['two years', [line, { ...line, fiscalYear: 2027 }], []],
    [
      'one source twice',
      [line, { ...line, originalRupiah: '1' }],
      ['budgetLines.1 PROGRAM_BUDGET_LINE_TWICE'],
    ],
    ['a year of 1999', [{ ...line, fiscalYear: 1999 }], ['budgetLines.0.fiscalYear NUMBER_OUT_OF_RANGE']],
    [
      'fifty-one',
      Array.from({ length: 51 }, (_, index) => ({ ...line, fiscalYear: 2000 + index })),
      ['budgetLines VALUE_TOO_MANY'],
    ],
  ])('%s', (_label, lines, expected) => {
    expect(codes(checkBudgetLines(lines))).toEqual(expected);
  });

  test.each([
    ['500000000', null, []],
    ['2795000001', null, ['budgetLines.0.nonPremiumRupiah PROGRAM_BUDGET_PART_LARGER']],
    ['500000000', '400000000', ['budgetLines.0.nonPremiumRupiah PROGRAM_BUDGET_PART_LARGER']],
    ['-1', null, ['budgetLines.0.nonPremiumRupiah PROGRAM_BUDGET_NEGATIVE']],
  ])('keep the part that is not for contributions, %s, within the ceiling', (part, revised, expected) => {
    const asked = { ...line, originalRupiah: '2795000000', revisedRupiah: revised, nonPremiumRupiah: part };
    expect(codes(checkBudgetLines([asked]))).toEqual(expected);
  });

  test('are never negative', () => {
    const rupiah = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
    fc.assert(
      fc.property(rupiah, fc.option(rupiah), (original, revised) => {
        const asked = {
          ...line,
          originalRupiah: String(original),
          revisedRupiah: revised === null ? null : String(revised),
        };
        const isNegative = original < 0n || (revised !== null && revised < 0n);
        return checkBudgetLines([asked]).length > 0 === isNegative;
      }),
    );
  });
});

test('months without support are named, once for each thing that is lacking', () => {
  const found = checkFounded([
    { reason: 'LEGAL_BASIS', from: '2026-01', until: '2026-03' },
    { reason: 'LEGAL_BASIS', from: '2026-12', until: '2026-12' },
    { reason: 'MOU', from: '2026-06', until: '2026-12' },
  ]);

  expect(found.map(({ code, params }) => [code, params.months, params.basis])).toEqual([
    ['PROGRAM_UNFOUNDED', '2026-01 – 2026-03, 2026-12', 'dasar hukum (legal basis)'],
    ['PROGRAM_UNFOUNDED', '2026-06 – 2026-12', 'MoU/PKS'],
  ]);
  expect(checkFounded([])).toEqual([]);
});
