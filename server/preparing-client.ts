import { createHash } from 'node:crypto';
import pg from 'pg';
import { hasLongList } from '../schema/kernel/prepared.js';
import { SeenOnce } from '../schema/kernel/seen-once.js';

/** A connection keeps what it has prepared: only so many texts get a name, and only those that come again. */
const mostNames = 200;
const mostSeen = 1000;

const names = new Map<string, string>();
const seen = new SeenOnce(mostSeen);

/**
 * A connection that prepares statements with parameters from their second use on, as reads do: planning under row
 * security is most of what a short statement of a decision costs.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: node-postgres declares a dozen forms of this method
  override query(...given: any[]): any {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && isPlain(values) ? nameOf(text) : null;
    const asked = name === null ? given : [{ name, text, values }, ...rest];
    return Reflect.apply(super.query, this, asked);
  }
}

function isPlain(values: unknown): boolean {
  return Array.isArray(values) && values.length > 0 && !hasLongList(values);
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known ?? null;
  if (seen.isFirst(text)) return null;
  const name = `work_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
