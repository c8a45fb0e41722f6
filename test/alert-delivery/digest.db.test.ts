import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Clock, stoppedClock } from '../../schema/kernel/clock.js';
import { refreshAlerts } from '../../server/alert-clock.js';
import { type DigestRun, sendDigests } from '../../server/digest-clock.js';
import { openMail } from '../../server/mail.js';
import { buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aMou } from '../support/build/mou.js';
import { buildRegions } from '../support/build/region.js';
import { type SmtpServer, smtpServer } from '../support/smtp.js';

let now = '2026-02-11T05:00:00Z';
const clock: Clock = { now: () => new Date(now), today: () => stoppedClock(now).today() };
let first: TestApp;
let smtp: SmtpServer;
let pool: pg.Pool;

beforeAll(async () => {
  smtp = await smtpServer();
  first = await testApp({ clock });
  await buildRegions(first);
  await buildActors(first);
  const ending = {
    state: 'SIGNED',
    signedOn: '2026-02-01',
    from: '2026-02-01',
    until: '2026-04-30',
  } as const;
  await aMou(first, { ...ending, title: 'Nota Cilegon' });
  await aMou(first, { ...ending, title: 'Nota Serang', region: '36.04' });
  pool = new pg.Pool({ connectionString: first.database.appUrl, max: 2 });
  pool.on('error', () => undefined); // dropping the database ends its connections
  await refreshAlerts({ pool, clock });
});
afterAll(async () => {
  await pool.end();
  await first.close();
  await smtp.close();
});
beforeEach(() => {
  smtp.mails.length = 0;
  smtp.manner = 'takes';
});

it('sends each person one mail with what waits in the own regions, whichever of two servers is faster', async () => {
  now = '2026-02-11T05:00:00Z';

  const runs = await Promise.all([run(first), run(first), run(first)]);
  const again = await run(first);

  const people = [
    'admin',
    'approverBanten',
    'auditorBanten',
    'coordinatorBanten',
    'operatorCilegon',
    'operatorSerang',
  ];
  expect(smtp.mails.map(({ to }) => to).sort()).toEqual(people.map((name) => `${name}@payung.test`));
  expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(people.length);
  expect(again).toEqual({ sent: 0, failed: 0 });
  const mine = decoded(smtp.mails.find(({ to }) => to === 'operatorCilegon@payung.test')?.text ?? '');
  expect(mine).toContain('Subject: Payung: 1 peringatan menunggu, 11 Februari 2026');
  expect(mine).toContain('Auto-Submitted: auto-generated');
  expect(mine).toContain('Nota Cilegon: Berakhir pada 30 April 2026');
  expect(mine).toContain('https://payung.example/admin/resources/mou/records/mou_');
  expect(mine).not.toContain('Serang');
});

it('sends nothing before its hour, and nothing to those who do not want it or have been blocked', async () => {
  now = '2026-02-11T23:30:00Z'; // 06.30 of the 12th in Jakarta
  expect(await run(first)).toEqual({ sent: 0, failed: 0 });

  await first.sql('update alert_delivery set wants_digest = false where staff_id = $1', [
    staffKey('operatorSerang'),
  ]);
  await first.sql('update staff set is_active = false where id = $1', [staffKey('approverBanten')]);
  now = '2026-02-12T00:00:00Z';
  await run(first);

  const told = smtp.mails.map(({ to }) => to);
  expect(told).toHaveLength(4);
  expect(told).not.toContain('operatorSerang@payung.test');
  expect(told).not.toContain('approverBanten@payung.test');
});

it('tries again what the mail server refused, and not what it may have taken', async () => {
  now = '2026-02-13T05:00:00Z';
  smtp.manner = 'refuses';
  expect(await run(first)).toEqual({ sent: 0, failed: 4 });
  smtp.manner = 'takes';
  expect(await run(first)).toEqual({ sent: 4, failed: 0 });

  now = '2026-02-14T05:00:00Z';
  smtp.manner = 'hangsUp';
  expect(await run(first)).toEqual({ sent: 0, failed: 4 });
  smtp.manner = 'takes';
  expect(await run(first)).toEqual({ sent: 0, failed: 0 });
  // nothing waits for the operator of Bekasi
  expect(await states('2026-02-14')).toEqual(['EMPTY', 'UNSURE', 'UNSURE', 'UNSURE', 'UNSURE']);
});

it('knows a server that was not reached from one that fell silent', async () => {
  const mailer = openMail({ url: 'smtp://127.0.0.1:1', from: 'payung@payung.test' });
  const letter = { to: 'admin@payung.test', subject: 'Uji', text: 'Uji', messageId: '<1@payung>' };

  expect(await mailer.send(letter)).toBe('REFUSED');
  mailer.close();
});

it('sends no mail when nothing waits, and a server that is away five times is left alone for the day', async () => {
  now = '2026-02-15T05:00:00Z';
  await first.sql(
    "update alert set snoozed_until = '2026-03-01' where region_id in (select id from region where code = '36.72')",
  );
  smtp.manner = 'refuses';
  for (let look = 0; look < 6; look += 1) await run(first);

  const [cilegon] = await first.sql(
    'select state, attempts from alert_digest where day = $1 and staff_id = $2',
    ['2026-02-15', staffKey('operatorCilegon')],
  );
  expect(cilegon).toEqual({ state: 'EMPTY', attempts: 1 });
  const [admin] = await first.sql(
    'select state, attempts from alert_digest where day = $1 and staff_id = $2',
    ['2026-02-15', staffKey('admin')],
  );
  expect(admin).toEqual({ state: 'FAILED', attempts: 5 });
});

async function run({ unitOfWork }: TestApp): Promise<DigestRun> {
  const mailer = openMail({ url: smtp.url, from: 'Payung <payung@payung.test>' });
  const log = { info: () => undefined, warn: () => undefined };
  try {
    return await sendDigests({ unitOfWork, mailer, log, address: 'https://payung.example', hour: 7 });
  } finally {
    mailer.close();
  }
}

async function states(day: string): Promise<string[]> {
  return (await first.sql('select state from alert_digest where day = $1 order by state', [day])).map(
    ({ state }) => state,
  );
}

/** Quoted-printable as nodemailer writes it: soft line breaks and octets. */
function decoded(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
