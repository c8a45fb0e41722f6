import { checkDates, checkLength, checkRequired, checkWhole } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';

/** What a registration is made of beside the NIK, before it is saved. */
export interface BeneficiaryDraft {
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly birthPlace: string | null;
  readonly sex: 'FEMALE' | 'MALE' | null;
  readonly addressText: string | null;
  readonly phone: string | null;
  readonly decileValue: number | null;
  readonly decileSource: string | null;
  readonly decileOn: string | null;
  readonly diedOn: string | null;
  readonly movedOutOn: string | null;
  readonly note: string | null;
}

/** Everything that is wrong with the registration, in the order of the form. */
export function checkBeneficiary(draft: BeneficiaryDraft, today: string): Problem[] {
  return [
    ...checkRequired(draft, ['name']),
    ...checkLength(draft, ['name'], 200),
    ...checkPast(draft.birthDate, ['input', 'birthDate'], today),
    ...checkLength(draft, ['birthPlace'], 100),
    ...checkLength({ text: draft.addressText }, ['text'], 300, ['input', 'address']),
    ...checkPhone(draft.phone),
    ...checkDecile(draft, today),
    ...checkPast(draft.diedOn, ['input', 'diedOn'], today),
    ...checkDeath(draft),
    ...checkPast(draft.movedOutOn, ['input', 'movedOutOn'], today),
    ...checkLength(draft, ['note'], 1000),
  ];
}

/** A result of a check, as it was entered. */
export interface VerificationDraft {
  readonly result: string;
  readonly checkedOn: string | null;
  readonly by?: string | null;
  readonly batch?: string | null;
  readonly note?: string | null;
}

/** NOT_CHECKED is what is shown where there is no result; nobody can find it. */
export function checkVerification(draft: VerificationDraft, today: string): Problem[] {
  const { result } = draft;
  return [
    ...(result === 'NOT_CHECKED' ? [problem(['input', 'result'], 'VALUE_INVALID', { value: result })] : []),
    ...checkRequired(draft, ['checkedOn']),
    ...checkPast(draft.checkedOn, ['input', 'checkedOn'], today),
    ...checkLength(draft, ['by'], 200),
    ...checkLength(draft, ['batch'], 100),
    ...checkLength(draft, ['note'], 1000),
  ];
}

/** A reason is read by others later: long enough to say something, and without the number that it is about. */
export function checkReason(reason: string | null | undefined, path: readonly string[]): Problem[] {
  const length = (reason ?? '').length;
  if (length < 10 || length > 500) return [problem(path, 'NIK_REASON_SHORT', { length })];
  const holdsNumber = /\d{10}/.test((reason ?? '').replace(/[\s.\-']/g, ''));
  return holdsNumber ? [problem(path, 'NIK_REASON_HOLDS_NUMBER')] : [];
}

/** Spaces, hyphens, dots and brackets of a telephone number are for the eye. */
export function plainPhone(phone: string | null): string | null {
  return phone?.replace(/[\s().-]/g, '') ?? null;
}

function checkPhone(phone: string | null): Problem[] {
  if (phone === null || /^[+0-9][0-9]{7,15}$/.test(phone)) return [];
  return [problem(['input', 'phone'], 'BENEFICIARY_PHONE_FORM')];
}

function checkDecile({ decileValue, decileSource, decileOn }: BeneficiaryDraft, today: string): Problem[] {
  if (decileValue === null && decileSource === null && decileOn === null) return [];
  const path = ['input', 'decile'];
  const decile = { value: decileValue, source: decileSource, on: decileOn };
  return [
    ...checkRequired(decile, ['value', 'source', 'on'], path),
    ...checkWhole(decile, ['value'], { minimum: 1, maximum: 10 }, path),
    ...checkLength(decile, ['source'], 100, path),
    ...checkPast(decileOn, [...path, 'on'], today),
  ];
}

function checkDeath({ birthDate, diedOn }: BeneficiaryDraft): Problem[] {
  if (birthDate === null || diedOn === null || diedOn >= birthDate) return [];
  return [problem(['input', 'diedOn'], 'BENEFICIARY_DEATH_BEFORE_BIRTH')];
}

/** A day that exists and is not after today; both are compared as text, `YYYY-MM-DD`. */
function checkPast(value: string | null, path: readonly string[], today: string): Problem[] {
  const name = path.at(-1) ?? '';
  const unreal = checkDates({ [name]: value }, [name], path.slice(0, -1));
  if (unreal.length > 0) return unreal;
  return value !== null && value > today ? [problem(path, 'BENEFICIARY_DATE_AHEAD', { value })] : [];
}
