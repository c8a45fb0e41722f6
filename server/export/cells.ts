import type { ValueKind } from '../../schema/kernel/value-kind.js';

/** How numbers, days and hours are written: as programs read them, or as people in Indonesia do. */
export const writings = ['ISO', 'ID'] as const;
export type Writing = (typeof writings)[number];

/** Text of a value as PostgreSQL writes it; never called with null. */
export type CellText = (raw: string) => string;

const same: CellText = (raw) => raw;

export function cellText(kind: ValueKind, writing: Writing): CellText {
  return (writing === 'ID' ? indonesian[kind] : plain[kind]) ?? same;
}

/** `2026-02-11 05:00:00.123456+00`, as a session in UTC has it, as ISO 8601. */
export function isoInstant(raw: string): string {
  if (raw.charAt(4) !== '-') return raw; // SQL knows moments without end
  const fraction = raw.charAt(19) === '.' ? (/^\d{1,3}/.exec(raw.slice(20, 23))?.[0] ?? '') : '';
  return `${raw.slice(0, 10)}T${raw.slice(11, 19)}.${fraction.padEnd(3, '0')}Z`;
}

const plain: Partial<Record<ValueKind, CellText>> = {
  boolean: (raw) => (raw === 't' || raw === 'true' ? 'true' : 'false'),
  month: (raw) => raw.slice(0, 7),
  instant: isoInstant,
};

const decimalComma: CellText = (raw) => raw.replace('.', ',');

const indonesian: Partial<Record<ValueKind, CellText>> = {
  boolean: (raw) => (raw === 't' || raw === 'true' ? 'Ya' : 'Tidak'),
  number: decimalComma,
  decimal: decimalComma,
  // SQL knows days without end, and before the common era
  date: (raw) => (raw.length === 10 ? `${raw.slice(8, 10)}/${raw.slice(5, 7)}/${raw.slice(0, 4)}` : raw),
  month: (raw) => `${raw.slice(5, 7)}/${raw.slice(0, 4)}`,
  instant: westernIndonesia,
};

const sevenHoursMs = 7 * 60 * 60 * 1000;

/** Clock of western Indonesia (WIB, UTC+7), which has no summer time. */
function westernIndonesia(raw: string): string {
  const iso = raw.includes('T') ? raw : isoInstant(raw);
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return raw;
  const there = new Date(at + sevenHoursMs).toISOString();
  return `${there.slice(8, 10)}/${there.slice(5, 7)}/${there.slice(0, 4)} ${there.slice(11, 16)}`;
}

/** Kinds that no spreadsheet takes for a formula, and that never hold a quotation mark. */
const harmless = new Set<ValueKind>([
  'integer',
  'number',
  'decimal',
  'rupiah',
  'boolean',
  'date',
  'month',
  'instant',
]);
export const isHarmless = (kind: ValueKind): boolean => harmless.has(kind);
