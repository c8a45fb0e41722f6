import { validate } from 'uuid';
import { Refusal } from './problem.js';

/** Position in an ordered list: the order's name, the sort key of the last record as text, and its id. */
export type Cursor = readonly [order: string, key: string, id: string];

/** Opaque text for clients. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** The same, of the JSON that a statement gives. */
export function encodeCursorJson(json: string): string {
  return encodeCursor(JSON.parse(json) as Cursor);
}

/** @throws Refusal CURSOR_INVALID when it is not a cursor of the list in this order. */
export function decodeCursor(text: string, order: string): Cursor {
  const [name, key, id] = parsed(text);
  if (
    name === order &&
    typeof key === 'string' &&
    typeof id === 'string' &&
    validate(id) &&
    !key.includes('\u0000')
  ) {
    return [name, key, id];
  }
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
