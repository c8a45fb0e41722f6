import { describe, expect, it } from '@jest/globals';
import {
  EnrollmentMove,
  EnrollmentState,
  enrollmentLifecycle,
} from '../../schema/enrollment/enrollment.lifecycle.js';
import { checkEnd, checkKpj, checkMove, entryProblems } from '../../schema/enrollment/enrollment.rules.js';
import { unreachableStates } from '../../schema/kernel/lifecycle.js';

describe('the lifecycle', () => {
  it('reaches every state from a proposal', () => {
    expect(unreachableStates(enrollmentLifecycle, EnrollmentState.PROPOSED)).toEqual([]);
  });

  it('names what is possible instead', () => {
    expect(checkMove(EnrollmentState.PROPOSED, EnrollmentMove.VERIFY)).toEqual([]);
    expect(checkMove(EnrollmentState.PROPOSED, EnrollmentMove.END)).toEqual([
      {
        path: ['id'],
        code: 'ENROLLMENT_MOVE_NOT_ALLOWED',
        params: { move: 'end', state: 'PROPOSED', allowed: 'verify, reject' },
      },
    ]);
    expect(checkMove(EnrollmentState.ENDED, EnrollmentMove.END)[0]?.params).toEqual({
      move: 'end',
      state: 'ENDED',
      allowed: '-',
    });
  });
});

describe('rules', () => {
  it.each([
    ['2026-01-31', 'ENROLLMENT_END_EARLY'],
    ['2026-02-12', 'ENROLLMENT_END_FUTURE'],
    ['2026-02-30', 'DATE_INVALID'],
    ['2026-02-01', undefined],
    ['2026-02-11', undefined],
  ])('end on %s gives %s', (day, code) => {
    expect(checkEnd(day, { enteredOn: '2026-02-01', today: '2026-02-11' })[0]?.code).toBe(code);
  });

  it.each([
    ['12345678901', undefined],
    [null, undefined],
    ['1234567890', 'ENROLLMENT_KPJ_INVALID'],
    ['1234567890a', 'ENROLLMENT_KPJ_INVALID'],
  ])('card number %s gives %s', (kpj, code) => {
    expect(checkKpj(kpj)[0]?.code).toBe(code);
  });

  it('of entry are shown at their fields', () => {
    const codes = ['ENROLLMENT_OVER_AGE', 'ENROLLMENT_NOT_RESIDENT'];

    expect(entryProblems({ codes, allowed: '' }).map(({ path }) => path)).toEqual([
      ['input', 'enteredOn'],
      ['input', 'beneficiaryId'],
    ]);
  });
});
