import { v5, v7, validate } from 'uuid';

/** Namespace of ids that must come out the same on every installation (regions, reference data). */
const referenceNamespace = '0b5ca2b5-3a0e-5c1f-9d57-6d2b8f0c7a11';

/** A new key in time order, made by the app so that related rows can be written in one go. */
export function newId(): string {
  return v7();
}

/** The same id on every installation, for instance `referenceId('region', '36.72')`. */
export function referenceId(concept: string, key: string): string {
  return v5(`${concept}:${key}`, referenceNamespace);
}

/** Public id of a record: opaque to clients, typed by its prefix, for instance `mou_0190…`. */
export function publicId(prefix: string, id: string): string {
  return `${prefix}_${id.replaceAll('-', '')}`;
}

export interface ParsedId {
  readonly prefix: string;
  readonly id: string;
}

/** Null when it is no id of ours at all. */
export function parsePublicId(value: string): ParsedId | null {
  const [, prefix, hex] = /^([a-z]+)_([0-9a-f]{32})$/.exec(value) ?? [];
  if (prefix === undefined || hex === undefined) return null;
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return validate(id) ? { prefix, id } : null;
}

/** The database key when `value` is an id of this prefix; otherwise null, without a hint why. */
export function databaseId(prefix: string, value: string): string | null {
  const parsed = parsePublicId(value);
  return parsed?.prefix === prefix ? parsed.id : null;
}
