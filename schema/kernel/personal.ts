import type { Concept } from './readable.js';

/** What is left of a personal value where it may not be shown in full. */
export type Mask = (text: string) => string;

/** Fields of a concept that say something about one human, by name; inside a group as `group.field`. */
export interface PersonalFields {
  /** Column of the region whose staff may see them in full. */
  readonly regionColumn: string;
  readonly masks: Readonly<Record<string, Mask>>;
  /** Field that shows a NIK, and how its row names the registration that the NIK is sealed for. */
  readonly nik?: { readonly field: string; readonly keyColumn: string };
  /** Orders whose cursors hold such a value. */
  readonly orders?: readonly string[];
}

const declared = new Map<Concept, PersonalFields>();

/** Declares what files that leave the registry hide unless a right and a reason are given. */
export function personal(concept: Concept, fields: PersonalFields): void {
  declared.set(concept, fields);
}

export function personalOf(concept: Concept): PersonalFields | null {
  return declared.get(concept) ?? null;
}

export const hidden: Mask = () => '•••';
/** `Siti Aminah` -> `S••• A•••`. */
export const initials: Mask = (text) => text.replace(/(\p{L})[^\s]*/gu, '$1•••');
/** The last digits, by which two records can be told apart: `••••••••7890`. */
export const lastFour: Mask = (text) => '•'.repeat(Math.max(3, text.length - 4)) + text.slice(-4);
/** `1980-05-17` -> `1980-••-••`. */
export const yearOnly: Mask = (text) => `${text.slice(0, 4)}-••-••`;
