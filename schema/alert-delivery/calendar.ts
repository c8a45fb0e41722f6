/** A day of a calendar; texts as people write them. */
export interface CalendarDay {
  /** The same at every reading, for the same thing. */
  readonly uid: string;
  /** "2026-12-31". */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
  readonly location: string;
  /** Null: unknown. */
  readonly url: string | null;
}

export interface Calendar {
  readonly name: string;
  readonly language: 'id' | 'en';
  readonly days: readonly CalendarDay[];
}

const longestLine = 75;
const dayMs = 86_400_000;

/** The calendar as RFC 5545 writes it (name and pace of refreshing as RFC 7986), made at `now`. */
export function calendarText(calendar: Calendar, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Payung//Payung//${calendar.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(calendar.name)}`,
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...calendar.days.flatMap((day) => eventLines(day, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarDay, stamp: string): string[] {
  const { uid, day, summary, description, category, location, url } = event;
  const after = new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${after.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `CATEGORIES:${escaped(category)}`,
    `LOCATION:${escaped(location)}`,
    ...(url === null ? [] : [`URL:${url}`]),
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Backslash, semicolon, comma and new lines; other control characters may not stand in a text at all. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\p{Cc}/gu, ' '))
    .join('\\n');
}

/** At most 75 octets to a line, the next one after a space; a character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // the space in front of a continued line counts
    if (octets + size > longestLine) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
