import type { DueAlert } from '../alert/index.js';
import type { Locale } from '../kernel/actor.js';

/** A mail, ready to be sent. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

interface Reader {
  readonly name: string;
  readonly locale: Locale;
  /** Address of the installation; null: unknown, so that there are no links. */
  readonly address: string | null;
  /** "2026-02-11". */
  readonly today: string;
}

const mostNamed = 50;
const texts = {
  id: {
    subject: (count: number, day: string) => `Payung: ${count} peringatan menunggu, ${day}`,
    greeting: (name: string) => `Yth. ${name},`,
    intro: (count: number) =>
      `${count} peringatan menunggu di daerah Anda. Yang paling dekat jatuhnya lebih dahulu.`,
    more: (count: number) => `… dan ${count} peringatan lain.`,
    inbox: 'Semua peringatan',
    stop: 'Surel ini dikirim paling banyak sekali sehari, hanya bila ada yang menunggu. Untuk menghentikannya, buka Peringatan > Surel & kalender di Payung.',
  },
  en: {
    subject: (count: number, day: string) => `Payung: ${count} alerts wait, ${day}`,
    greeting: (name: string) => `Dear ${name},`,
    intro: (count: number) => `${count} alerts wait in your regions, what is due first in front.`,
    more: (count: number) => `… and ${count} more.`,
    inbox: 'All alerts',
    stop: 'This mail comes once a day at most, and only when something waits. To end it, open Alerts > Mail & calendar in Payung.',
  },
} as const;
const tag = { id: 'id-ID', en: 'en-GB' } as const;

/** The mail of a day: what waits, the nearest first, at most fifty by name. Plain text: nothing in it can be hidden or loaded. */
export function digestLetter(alerts: readonly DueAlert[], reader: Reader): Letter {
  const { name, locale, address, today } = reader;
  const words = texts[locale];
  const day = new Intl.DateTimeFormat(tag[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${today}T00:00:00Z`),
  );
  const named = alerts.slice(0, mostNamed);
  const items = named.map(({ name: rule, message, regionName, concept, subjectId }) =>
    [
      `- ${rule} (${regionName})`,
      `  ${message}`,
      ...(address === null ? [] : [`  ${address}/admin/resources/${concept}/records/${subjectId}/show`]),
    ].join('\n'),
  );
  const parts = [
    words.greeting(name),
    words.intro(alerts.length),
    ...items,
    ...(alerts.length > named.length ? [words.more(alerts.length - named.length)] : []),
    ...(address === null ? [] : [`${words.inbox}: ${address}/admin/resources/alert?filters.isWaiting=true`]),
    words.stop,
  ];
  return { subject: words.subject(alerts.length, day), text: `${parts.join('\n\n')}\n` };
}
