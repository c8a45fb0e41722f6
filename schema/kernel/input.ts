import { isCalendarDate } from './calendar.js';
import { databaseId } from './identifier.js';
import { type Problem, problem } from './problem.js';

/** Longest text of an input without a limit of its own, in characters. */
export const shortText = 300;
/** Longest text of a note, a subject or a reason. */
export const longText = 4000;
const deepest = 10;
const mostItems = 200;

/**
 * An input as the rules want it: texts trimmed, empty texts null. What cannot be stored (NUL, broken Unicode, longer
 * than any column allows, lists beyond all measure) comes back as problems, so that it never reaches a statement.
 */
export function cleaned<Input extends object>(
  input: Input,
  path: readonly string[] = ['input'],
): { input: Input; problems: Problem[] } {
  const problems: Problem[] = [];
  return { input: cleanValue(input, path, problems) as Input, problems };
}

function cleanValue(value: unknown, path: readonly string[], problems: Problem[]): unknown {
  if (typeof value === 'string') return cleanText(value, path, problems);
  if (typeof value !== 'object' || value === null || value instanceof Date || path.length > deepest)
    return value;
  if (Array.isArray(value)) {
    if (value.length > mostItems)
      problems.push(problem(path, 'VALUE_TOO_MANY', { count: value.length, limit: mostItems }));
    return value
      .slice(0, mostItems)
      .map((item, index) => cleanValue(item, [...path, String(index)], problems));
  }
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value))
    if (item !== undefined) copy[key] = cleanValue(item, [...path, key], problems);
  return copy;
}

function cleanText(value: string, path: readonly string[], problems: Problem[]): string | null {
  if (value.includes('\u0000') || !value.isWellFormed()) problems.push(problem(path, 'TEXT_UNREADABLE'));
  const text = value.trim();
  if (text.length > longText)
    problems.push(problem(path, 'VALUE_TOO_LONG', { length: text.length, limit: longText }));
  return text === '' ? null : text;
}

/** A missing value among `names` of the input, each as a problem at its path. */
export function checkRequired<Input extends object>(
  input: Input,
  names: readonly (keyof Input & string)[],
  path: readonly string[] = ['input'],
): Problem[] {
  return names
    .filter((name) => input[name] === null || input[name] === undefined)
    .map((name) => problem([...path, name], 'VALUE_MISSING'));
}

/** Texts longer than `limit` characters among `names`. */
export function checkLength<Input extends object>(
  input: Input,
  names: readonly (keyof Input & string)[],
  limit: number = shortText,
  path: readonly string[] = ['input'],
): Problem[] {
  return names.flatMap((name) => {
    const value = input[name];
    if (typeof value !== 'string' || value.length <= limit) return [];
    return [problem([...path, name], 'VALUE_TOO_LONG', { length: value.length, limit })];
  });
}

/** Days that do not exist among `names`; a date that is not given is no problem here. */
export function checkDates<Input extends object>(
  input: Input,
  names: readonly (keyof Input & string)[],
  path: readonly string[] = ['input'],
): Problem[] {
  return names.flatMap((name) => {
    const value = input[name];
    if (typeof value !== 'string' || isCalendarDate(value)) return [];
    return [problem([...path, name], 'DATE_INVALID', { value })];
  });
}

/** Whole numbers outside `minimum`…`maximum` among `names`. */
export function checkWhole<Input extends object>(
  input: Input,
  names: readonly (keyof Input & string)[],
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  path: readonly string[] = ['input'],
): Problem[] {
  return names.flatMap((name) => {
    const value: unknown = input[name];
    if (value === null || value === undefined) return [];
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return [problem([...path, name], 'NUMBER_INVALID', { value: String(value) })];
    }
    if (value >= minimum && value <= maximum) return [];
    return [problem([...path, name], 'NUMBER_OUT_OF_RANGE', { value, minimum, maximum })];
  });
}

/** Database key of a reference in an input, or a problem at its path when it is no id of that kind. */
export function referenceKey(
  prefix: string,
  value: string | null | undefined,
  path: readonly string[],
  problems: Problem[],
): string | null {
  if (value === null || value === undefined) return null;
  const key = databaseId(prefix, value);
  if (key === null) problems.push(problem(path, 'REFERENCE_NOT_FOUND'));
  return key;
}

/** Partial change laid over what is there: absent keeps, null clears. */
export function revised<Fields extends object>(current: Fields, changes: Partial<Fields>): Fields {
  const present = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...current, ...Object.fromEntries(present) };
}
