import type { FastifyBaseLogger } from 'fastify';
import { waitingAlerts } from '../schema/alert/index.js';
import { digestLetter } from '../schema/alert-delivery/index.js';
import { anonymous, type Locale } from '../schema/kernel/actor.js';
import type { Caller, UnitOfWork } from '../schema/kernel/unit-of-work.js';
import { errorCode } from './error-code.js';
import type { Mailer } from './mail.js';

interface DigestParts {
  readonly unitOfWork: UnitOfWork;
  readonly mailer: Mailer;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>;
  /** Address of the installation for the links; null: none. */
  readonly address: string | null;
  /** Hour in Jakarta from which on the mails of a day go out. */
  readonly hour: number;
}

interface Reader {
  readonly staffId: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

/** What one run sent. */
export interface DigestRun {
  readonly sent: number;
  readonly failed: number;
}

const lookEveryMs = 10 * 60_000;
const jakartaHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Jakarta',
  hour: '2-digit',
  hourCycle: 'h23',
});

/**
 * The mail of the morning. Each is claimed in the database before it goes out: several servers send it once, and one
 * that ends in between rather sends none than two. What a mail server refused is tried again at the next look.
 */
export class DigestClock {
  readonly #parts: DigestParts;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: DigestParts) {
    this.#parts = parts;
  }

  /** The first look waits for the ledger: a day's mail goes out once, and is not to tell of the day before. */
  start(ledgerOfToday: Promise<void>): void {
    this.#running = ledgerOfToday.then(() => this.#run());
    const look = (): void => {
      this.#running = this.#running.then(() => this.#run());
    };
    this.#timer = setInterval(look, lookEveryMs).unref();
  }

  /** Ends after the mails under way. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
    this.#parts.mailer.close();
  }

  async #run(): Promise<void> {
    const { log } = this.#parts;
    try {
      const run = await sendDigests(this.#parts);
      if (run.sent + run.failed > 0) log.info(run, 'mails of the day');
    } catch (error) {
      log.warn({ code: errorCode(error) }, 'mails of the day could not be made; the next look tries again');
    }
  }
}

/** Sends every mail of today that is still to be sent, when its hour has come. */
export async function sendDigests(parts: DigestParts): Promise<DigestRun> {
  const run = { sent: 0, failed: 0 };
  const { unitOfWork, hour } = parts;
  if (Number(jakartaHour.format(unitOfWork.clock.now())) < hour) return run;
  const service = unitOfWork.callerFor({ actor: anonymous, requestId: 'digest', address: null });
  const readers = await service.reads.rows<Reader>(
    'select r.staff_id as "staffId", r.email, r.name, r.locale from app.digest_readers() r',
    [],
  );
  for (const reader of readers) {
    const outcome = await sendOne(parts, reader);
    if (outcome === 'SENT') run.sent += 1;
    if (outcome === 'FAILED' || outcome === 'UNSURE') run.failed += 1;
  }
  return run;
}

async function sendOne(parts: DigestParts, { staffId, email, name, locale }: Reader): Promise<string> {
  const { unitOfWork, mailer, address } = parts;
  const today = unitOfWork.clock.today();
  const actor = { ...anonymous, staffId, locale };
  const caller = unitOfWork.callerFor({ actor, requestId: 'digest', address: null });
  if (!(await claimed(parts, caller, staffId))) return 'TAKEN';
  const alerts = await waitingAlerts(caller);
  if (alerts.length === 0) return settled(parts, caller, { staffId, outcome: 'EMPTY', alerts: 0 });
  const letter = digestLetter(alerts, { name, locale, address, today });
  const messageId = `<digest-${today}-${staffId}@payung>`;
  const answer = await mailer.send({ ...letter, to: email, messageId });
  const outcome = answer === 'REFUSED' ? 'FAILED' : answer;
  if (outcome !== 'SENT') parts.log.warn({ outcome }, 'mail of the day was not sent');
  return settled(parts, caller, { staffId, outcome, alerts: alerts.length });
}

/** In a transaction of its own, so that no other server sends it while this one does. */
async function claimed({ unitOfWork }: DigestParts, caller: Caller, staffId: string): Promise<boolean> {
  const result = { isMine: false };
  await unitOfWork.decide(caller, { verb: 'alert.digest' }, async (work) => {
    const [row] = await work.query<{ is_mine: boolean }>('select app.claim_digest($1) as is_mine', [staffId]);
    result.isMine = row?.is_mine ?? false;
    return staffId;
  });
  return result.isMine;
}

async function settled(
  { unitOfWork }: DigestParts,
  caller: Caller,
  {
    staffId,
    outcome,
    alerts,
  }: { readonly staffId: string; readonly outcome: string; readonly alerts: number },
): Promise<string> {
  await unitOfWork.decide(caller, { verb: 'alert.digest' }, async (work) => {
    await work.query('select app.settle_digest($1, $2, $3)', [staffId, outcome, alerts]);
    return staffId;
  });
  return outcome;
}
