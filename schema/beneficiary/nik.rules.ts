import { isCalendarDate } from '../kernel/calendar.js';
import { type Problem, problem } from '../kernel/problem.js';

/** Where a NIK and the other data disagree. A NIK never changes, not even when its birth date is wrong: no refusal. */
export const nikFindingNames = [
  'PREFIX_ELSEWHERE',
  'BIRTH_DATE_DIFFERS',
  'SEX_DIFFERS',
  'DATE_IMPOSSIBLE',
  'AGE_OVER_100',
] as const;
export type NikFindingName = (typeof nikFindingNames)[number];

/** What a NIK is held against. */
export interface NikFacts {
  /** Code of the region that registers, for instance "36.72" or "36". */
  readonly regionCode: string;
  readonly birthDate: string | null;
  readonly sex: 'FEMALE' | 'MALE' | null;
  readonly today: string;
}

/** A NIK that can be one, or why it cannot. */
export type NikReading =
  | { readonly nik: string; readonly problems: readonly [] }
  | { readonly nik: null; readonly problems: readonly Problem[] };

/**
 * Codes of provinces at the head of a NIK: the 38 of Kepmendagri 300.2.2-2138/2025, and 54, Timor Timur until 1999,
 * whose NIKs live on. Provinces that split kept their code (32 Jawa Barat, 91 Papua), so that they are among the 38.
 */
const provinceCodes: ReadonlySet<string> = new Set([
  ...['11', '12', '13', '14', '15', '16', '17', '18', '19', '21'],
  ...['31', '32', '33', '34', '35', '36'],
  ...['51', '52', '53', '54'],
  ...['61', '62', '63', '64', '65'],
  ...['71', '72', '73', '74', '75', '76'],
  ...['81', '82', '91', '92', '93', '94', '95', '96'],
]);
const length = 16;
const addedForWomen = 40;

/**
 * Reads a NIK as people and spreadsheets write it: spaces, dots, Excel's apostrophe in front and the unseen marks that
 * messengers copy along are taken away.
 * `knownProvinces` are codes beside the documented ones, for provinces that are younger than this program.
 */
export function readNik(
  text: string,
  path: readonly string[],
  knownProvinces: readonly string[] = [],
): NikReading {
  const refused = (code: string, params: Problem['params'] = {}): NikReading => ({
    nik: null,
    problems: [problem(path, code, params)],
  });
  if (/^['’‘`]?\s*\d+([.,]\d+)?\s*e\s*\+?\d+$/i.test(text.trim())) return refused('NIK_SCIENTIFIC');
  const nik = text.replace(/[\s.\u200b-\u200f\u202a-\u202e\u2060-\u2064]/g, '').replace(/^['’‘`]/, '');
  if (!/^\d*$/.test(nik)) return refused('NIK_NOT_DIGITS');
  if (nik.length !== length) return refused('NIK_LENGTH', { length: nik.length });
  if (/^(\d)\1+$/.test(nik)) return refused('NIK_REPEATED_DIGIT');
  const problems = partProblems(nik, knownProvinces).map((code) => problem(path, code));
  return problems.length > 0 ? { nik: null, problems } : { nik, problems: [] };
}

function partProblems(nik: string, knownProvinces: readonly string[]): string[] {
  const { province, day, month, serial } = partsOf(nik);
  return [
    ...(provinceCodes.has(province) || knownProvinces.includes(province) ? [] : ['NIK_PROVINCE_UNKNOWN']),
    ...((day >= 1 && day <= 31) || (day >= 41 && day <= 71) ? [] : ['NIK_DAY']),
    ...(month >= 1 && month <= 12 ? [] : ['NIK_MONTH']),
    ...(serial === '0000' ? ['NIK_SERIAL'] : []),
  ];
}

function partsOf(nik: string) {
  return {
    province: nik.slice(0, 2),
    day: Number(nik.slice(6, 8)),
    month: Number(nik.slice(8, 10)),
    year: nik.slice(10, 12),
    serial: nik.slice(12),
  };
}

/** Where a NIK that can be one disagrees with what is known of the person; nothing of it refuses the person. */
export function nikFindings(nik: string, { regionCode, birthDate, sex, today }: NikFacts): NikFindingName[] {
  const { day } = partsOf(nik);
  const sexOfNik = day > addedForWomen ? 'FEMALE' : 'MALE';
  const isPossible = possibleDates(nik).some(isCalendarDate);
  const differs =
    birthDate !== null && isPossible && !possibleDates(nik).includes(inBothCenturies(birthDate));
  return [
    ...(nik.startsWith(regionCode.replaceAll('.', '').slice(0, 4)) ? [] : (['PREFIX_ELSEWHERE'] as const)),
    ...(differs ? (['BIRTH_DATE_DIFFERS'] as const) : []),
    ...(sex !== null && sex !== sexOfNik ? (['SEX_DIFFERS'] as const) : []),
    ...(isPossible ? [] : (['DATE_IMPOSSIBLE'] as const)),
    ...(birthDate !== null && ageOn(birthDate, today) > 100 ? (['AGE_OVER_100'] as const) : []),
  ];
}

/** A NIK has no century. */
function possibleDates(nik: string): readonly string[] {
  const { day, month, year } = partsOf(nik);
  const date = `${year}-${two(month)}-${two(day > addedForWomen ? day - addedForWomen : day)}`;
  return [`19${date}`, `20${date}`];
}

/** Somebody born in 1899 is compared by the last two digits of the year as everybody is. */
function inBothCenturies(birthDate: string): string {
  return `20${birthDate.slice(2)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Completed years on a day. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The NIK as it is shown: province and serial, for instance `36••••••••••0001`. */
export function maskNik(nik: string): string {
  return `${nik.slice(0, 2)}${'•'.repeat(10)}${nik.slice(12)}`;
}
