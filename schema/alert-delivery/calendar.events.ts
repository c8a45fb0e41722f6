import type { DueAlert } from '../alert/index.js';
import type { Locale } from '../kernel/actor.js';
import type { Calendar } from './calendar.js';

const names = { id: 'Payung: tenggat', en: 'Payung: deadlines' } as const;

/** Alerts with a day as days of a calendar; an alert without one has no place in it. */
export function calendarOf(
  alerts: readonly DueAlert[],
  { locale, address }: { readonly locale: Locale; readonly address: string | null },
): Calendar {
  const days = alerts.flatMap(({ rule, concept, subjectId, regionName, dueOn, name, message }) => {
    if (dueOn === null) return [];
    const [subject] = message.split(': ', 1);
    return [
      {
        uid: `${rule}-${subjectId}-${dueOn}@payung`,
        day: dueOn,
        summary: subject === undefined || subject === message ? name : `${name}: ${subject}`,
        description: message,
        category: name,
        location: regionName,
        url: address === null ? null : `${address}/admin/resources/${concept}/records/${subjectId}/show`,
      },
    ];
  });
  return { name: names[locale], language: locale, days };
}
