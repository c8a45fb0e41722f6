import { Refusal } from '../kernel/problem.js';

/** Opaque place of a row: what was grouped by, and the sort keys of the row. */
export function encodeKeys(keys: readonly string[], groupBy: readonly string[]): string {
  return Buffer.from(JSON.stringify([groupBy.join(), ...keys])).toString('base64url');
}

/** @throws Refusal CURSOR_INVALID when it is no place in these groupings. */
export function decodeKeys(text: string, groupBy: readonly string[]): readonly string[] {
  const [names, ...keys] = parsed(text);
  const isOurs = names === groupBy.join() && keys.length === groupBy.length;
  const texts = keys.filter((key) => typeof key === 'string' && !key.includes('\u0000'));
  if (isOurs && texts.length === keys.length) return texts.map(String);
  throw new Refusal('BAD_USER_INPUT', 'CURSOR_INVALID');
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return []; // not a cursor of ours: the caller refuses it
  }
}
