import { type Problem, problem } from '../schema/kernel/problem.js';
import type { Row, ScreenProperties, ScreenProperty } from './screen.js';
import { declared, inputNameOf, isMany } from './screen-property.js';

/** What a form sent, as the service's input; what cannot be read comes back as problems at its field. */
export interface FormContent {
  readonly input: Row;
  readonly problems: readonly Problem[];
}

export interface Form {
  readonly properties: ScreenProperties;
  /** Properties that the form has; whatever else is sent is left alone. */
  readonly names: readonly string[];
  /** What stands before the names in the payload, for forms of verbs. */
  readonly prefix?: string;
  /**
   * Properties that are empty when they are not sent: AdminJS sends only what somebody touched. Boxes are never among
   * them: untouched they have the value that the service gives them. None: what is not sent stays as it is.
   */
  readonly startsEmpty?: readonly string[];
}

const mostItems = 200;
const itemField = /^(\d{1,3})\.(\w+)$/;

/** Reads a posted form. A field that was not sent stays absent or is empty, an empty one becomes null. */
export function readForm(
  { properties, names, prefix = '', startsEmpty = [] }: Form,
  payload: Row,
): FormContent {
  const problems: Problem[] = [];
  const input: Record<string, unknown> = {};
  for (const name of names) {
    const property = declared(properties, name);
    const inputName = inputNameOf(name, property);
    const given = sentFor(property, payload, prefix + name);
    // null was sent: a field that somebody emptied
    const sent = given === undefined && startsEmpty.includes(name) ? emptyOf(property) : given;
    if (sent === undefined) continue;
    input[inputName] = readValue(property, sent, ['input', inputName], problems);
  }
  return { input, problems };
}

function emptyOf(property: ScreenProperty): null | readonly [] | undefined {
  if (isMany(property)) return [];
  return property.kind === 'boolean' ? undefined : null;
}

function sentFor(property: ScreenProperty, payload: Row, key: string): unknown {
  if (property.kind === 'items') return sentItems(payload, key);
  return isMany(property) ? sentList(payload, key) : sentValue(payload, key);
}

/** Short lists come flat as well, `aliases.0`, and emptied as one empty value. */
function sentList(payload: Row, key: string): unknown[] | undefined {
  const values: unknown[] = [];
  let isSent = Object.hasOwn(payload, key);
  for (const [name, value] of Object.entries(payload)) {
    const index = name.startsWith(`${key}.`) ? name.slice(key.length + 1) : '';
    if (!/^\d{1,3}$/.test(index) || Number(index) >= mostItems) continue;
    isSent = true;
    values[Number(index)] = value;
  }
  return isSent ? values.filter((value) => value !== undefined && value !== null && value !== '') : undefined;
}

function sentValue(payload: Row, key: string): unknown {
  return Object.hasOwn(payload, key) ? payload[key] : undefined;
}

/** AdminJS sends rows flat, `parties.0.name`, and an emptied list as one empty value. */
function sentItems(payload: Row, key: string): Row[] | undefined {
  const items: Record<string, unknown>[] = [];
  let isSent = Object.hasOwn(payload, key);
  for (const [name, value] of Object.entries(payload)) {
    const [, index, field] = (name.startsWith(`${key}.`) && itemField.exec(name.slice(key.length + 1))) || [];
    if (index === undefined || field === undefined) continue;
    isSent = true;
    const position = Number(index);
    if (position >= mostItems) continue;
    items[position] = { ...items[position], [field]: value };
  }
  return isSent ? items.filter((item) => item !== undefined) : undefined;
}

function readValue(
  property: ScreenProperty,
  sent: unknown,
  path: readonly string[],
  problems: Problem[],
): unknown {
  if (property.kind === 'items') return readItems(property.items, sent, path, problems);
  if (isMany(property)) return readTexts(property, sent, path, problems);
  if (sent === null || sent === '') return null;
  if (typeof sent === 'boolean' && property.kind === 'boolean') return sent;
  if (typeof sent !== 'string') return unreadable(String(sent), path, problems);
  if (property.kind === 'boolean') return readBoolean(sent, path, problems);
  if (property.kind === 'number' || property.kind === 'year') return readNumber(sent, path, problems);
  // a month that nobody touched comes back as the row has it, with its first day
  if (property.kind === 'month') return sent.replace(/^(\d{4}-\d{2})-01$/, '$1');
  if (property.kind === 'choice' && !Object.hasOwn(property.values, sent))
    return unreadable(sent, path, problems);
  return sent;
}

function readItems(
  properties: ScreenProperties,
  sent: unknown,
  path: readonly string[],
  problems: Problem[],
): unknown {
  const rows: readonly Row[] = Array.isArray(sent) ? sent : [];
  return rows.map((row, index) => {
    const item: Record<string, unknown> = {};
    for (const [name, property] of Object.entries(properties)) {
      const value = sentValue(row, name);
      const inputName = inputNameOf(name, property);
      if (value !== undefined)
        item[inputName] = readValue(property, value, [...path, String(index), inputName], problems);
    }
    return item;
  });
}

function readTexts(
  property: ScreenProperty,
  sent: unknown,
  path: readonly string[],
  problems: Problem[],
): unknown[] {
  const values: readonly unknown[] = Array.isArray(sent) ? sent : [];
  return values.map((value, index) => {
    const isKnown = property.kind !== 'choices' || Object.hasOwn(property.values, String(value));
    if (typeof value === 'string' && isKnown) return value;
    return unreadable(String(value), [...path, String(index)], problems);
  });
}

function readBoolean(sent: string, path: readonly string[], problems: Problem[]): boolean | null {
  if (sent === 'true' || sent === 'false') return sent === 'true';
  return unreadable(sent, path, problems);
}

/** Only what is a whole number beyond doubt: `1.500` and `1,5` are not guessed. */
function readNumber(sent: string, path: readonly string[], problems: Problem[]): number | null {
  if (/^\s*-?\d{1,15}\s*$/.test(sent)) return Number(sent);
  problems.push(problem(path, 'NUMBER_INVALID', { value: sent.slice(0, 100) }));
  return null;
}

function unreadable(sent: string, path: readonly string[], problems: Problem[]): null {
  problems.push(problem(path, 'VALUE_INVALID', { value: sent.slice(0, 100) }));
  return null;
}
