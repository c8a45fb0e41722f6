import type { Locale } from './actor.js';
import type { Concept } from './readable.js';

/** Puts a value of the database into the reader's words. */
export type Wording = (value: unknown, locale: Locale) => string;

const declared = new Map<Concept, Readonly<Record<string, Wording>>>();

/** Declares fields whose resolver words them, for answers that pass no resolver. */
export function worded(
  concept: Concept,
  wordings: Readonly<Record<string, (value: never, locale: Locale) => string>>,
): void {
  declared.set(concept, wordings as Readonly<Record<string, Wording>>);
}

export function wordingOf(concept: Concept, field: string): Wording | null {
  return declared.get(concept)?.[field] ?? null;
}
