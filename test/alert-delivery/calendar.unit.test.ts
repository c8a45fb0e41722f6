import { describe, expect, it } from '@jest/globals';
import { AlertRule } from '../../schema/alert/index.js';
import { type CalendarDay, calendarText } from '../../schema/alert-delivery/calendar.js';
import { digestLetter } from '../../schema/alert-delivery/index.js';
import { readMailSettings } from '../../server/mail-settings.js';

const day: CalendarDay = {
  uid: 'MOU_ENDING-mou_1-2026-12-31@payung',
  day: '2026-12-31',
  summary: 'Perjanjian akan berakhir',
  description: 'Berakhir',
  category: 'Perjanjian akan berakhir',
  location: 'Kota Cilegon',
  url: 'https://payung.example/admin',
};
const made = (...days: Partial<CalendarDay>[]): string =>
  calendarText(
    { name: 'Payung', language: 'id', days: days.map((part) => ({ ...day, ...part })) },
    new Date('2026-02-11T05:00:00.123Z'),
  );

describe('a calendar as RFC 5545 writes it', () => {
  it('has whole days that end on the next one, over the turn of the year, and a stamp in UTC', () => {
    const lines = made({}).split('\r\n');

    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Payung//Payung//ID']);
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:MOU_ENDING-mou_1-2026-12-31@payung',
        'DTSTAMP:20260211T050000Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'URL:https://payung.example/admin',
      ]),
    );
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  it('escapes what has a meaning, and lets no text begin a line of its own', () => {
    const text = made({ summary: 'a, b; c\\d\nEND:VCALENDAR\r\nx\u0007y' });

    expect(text).toContain('SUMMARY:a\\, b\\; c\\\\d\\nEND:VCALENDAR\\nx y\r\n');
    expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1);
  });

  it('folds lines at 75 octets and cuts no character in two', () => {
    const description = 'é–😀 '.repeat(60);
    const text = made({ description });

    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${description}`);
    expect(text).not.toContain('\uFFFD');
  });

  it('is empty without a day', () => {
    expect(made()).not.toContain('VEVENT');
  });
});

describe('the mail of a day', () => {
  const alert = {
    rule: AlertRule.MOU_ENDING,
    concept: 'mou',
    subjectId: 'mou_1',
    regionName: 'Kota Cilegon',
    dueOn: '2026-04-30',
    name: 'Agreement ends',
    message: 'Nota: Ends on 30 April 2026.',
  };
  const reader = { name: 'Siti', locale: 'en', address: null, today: '2026-02-11' } as const;

  it('names fifty at most and says how many more wait', () => {
    const { subject, text } = digestLetter(
      Array.from({ length: 53 }, () => alert),
      reader,
    );

    expect(subject).toBe('Payung: 53 alerts wait, 11 February 2026');
    expect(text.match(/- Agreement ends \(Kota Cilegon\)/g)).toHaveLength(50);
    expect(text).toContain('… and 3 more.');
    expect(text).not.toContain('http');
  });
});

describe('the settings of the mail', () => {
  const PAYUNG_SMTP_URL = 'smtp://login:rahasia@mail.go.id:587';

  it('are none without a server, and whole with one', () => {
    expect(readMailSettings({})).toBeNull();
    expect(readMailSettings({ PAYUNG_SMTP_URL, PAYUNG_MAIL_FROM: 'Payung <payung@go.id>' })).toEqual({
      url: PAYUNG_SMTP_URL,
      from: 'Payung <payung@go.id>',
      hour: 7,
    });
  });

  it.each([
    [{ PAYUNG_SMTP_URL: 'http://mail.go.id' }, 'PAYUNG_SMTP_URL'],
    [{ PAYUNG_SMTP_URL }, 'PAYUNG_MAIL_FROM'],
    [{ PAYUNG_SMTP_URL, PAYUNG_MAIL_FROM: 'a@b.id', PAYUNG_DIGEST_HOUR: '24' }, 'PAYUNG_DIGEST_HOUR'],
  ])('name what is wrong without repeating a password: %#', (environment, name) => {
    expect(() => readMailSettings(environment)).toThrow(name);
    expect(() => readMailSettings(environment)).not.toThrow('rahasia');
  });
});
