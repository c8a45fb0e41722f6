import type { Locale } from '../kernel/actor.js';
import type { AlertRule } from './alert.enums.js';
import { ruleTexts } from './alert.texts.js';

/** What an alert knows of the thing that it is about. Days as "2026-12-31", amounts as whole rupiah. */
export interface AlertFacts {
  readonly rule: AlertRule;
  readonly subjectTitle: string | null;
  readonly dueOn: string | null;
  /** Today, as the reader has it. */
  readonly today: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** Of a row as `select` gives it: what its name and its text are written from. */
export interface ReadAlert {
  readonly rule: AlertRule;
  readonly message: AlertFacts;
}

/** Every rule's name, in both languages. */
export const ruleNames = Object.fromEntries(
  Object.entries(ruleTexts).map(([rule, { name }]) => [rule, name]),
);

/** Name of the rule in the reader's language. */
export function alertName(rule: AlertRule, locale: Locale): string {
  return ruleTexts[rule].name[locale];
}

/** The whole alert in one sentence or two: what it is about, what is the matter, what to do. */
export function alertMessage(alert: AlertFacts, locale: Locale): string {
  const { says, passed } = ruleTexts[alert.rule];
  const hasPassed = passed !== undefined && alert.dueOn !== null && alert.dueOn < alert.today;
  const values: AlertFacts['facts'] = { ...alert.facts, dueOn: alert.dueOn };
  const text = (hasPassed ? passed : says)[locale].replace(/\{(\w+)\}/g, (_, name: string) =>
    written(name, values[name] ?? null, locale),
  );
  return alert.subjectTitle === null ? text : `${alert.subjectTitle}: ${text}`;
}

const tag = { id: 'id-ID', en: 'en-GB' } as const;
const unknown = { id: 'belum diketahui', en: 'unknown' } as const;
const months = new Set(['from', 'until', 'month']);

function written(name: string, value: string | number | null, locale: Locale): string {
  if (value === null) return unknown[locale];
  if (name.endsWith('Rupiah')) return `Rp${new Intl.NumberFormat(tag[locale]).format(BigInt(value))}`;
  if (typeof value === 'number')
    return name === 'year' ? String(value) : new Intl.NumberFormat(tag[locale]).format(value);
  return dateFormat(months.has(name), locale).format(new Date(`${value}T00:00:00Z`));
}

function dateFormat(isMonth: boolean, locale: Locale): Intl.DateTimeFormat {
  return isMonth
    ? new Intl.DateTimeFormat(tag[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' })
    : new Intl.DateTimeFormat(tag[locale], { dateStyle: 'long', timeZone: 'UTC' });
}
