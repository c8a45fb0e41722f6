import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { datedAlerts } from '../alert/index.js';
import { anonymous, type Locale } from '../kernel/actor.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome } from '../kernel/problem.js';
import type { Selection } from '../kernel/selection.js';
import type { Caller, UnitOfWork } from '../kernel/unit-of-work.js';
import { AlertDelivery } from './alert-delivery.entity.js';
import { alertDeliveryVerbs } from './alert-delivery.policy.js';
import { calendarOf } from './calendar.events.js';
import { type Calendar, calendarText } from './calendar.js';

/** An outcome with the path of the new calendar, in the one answer in which it is shown. */
export type FeedOutcome = Outcome & { readonly path: string | null };

/** What a request for a calendar brings along. */
interface FeedRequest {
  readonly secret: string;
  readonly requestId: string;
  /** Address of the installation, for links; null: unknown. */
  readonly address: string | null;
}

/** How the own alerts leave the panel: the mail of the morning, and the calendar. */
export class AlertDeliveryService {
  private readonly unitOfWork: UnitOfWork;
  readonly #pool: Pool;
  /** Whether the installation has a mail server at all. */
  readonly isMailOn: boolean;

  constructor({ unitOfWork, pool, sendsMail }: Dependencies) {
    this.unitOfWork = unitOfWork;
    this.#pool = pool;
    this.isMailOn = sendsMail;
  }

  /** The caller's own. */
  async find(caller: Caller, selection: Selection): Promise<object | null> {
    permit(caller.actor, alertDeliveryVerbs.read);
    const [own] = await caller.reads.rows<{ id: string }>('select d.id from alert_delivery d', []);
    return caller.reads.one(AlertDelivery, own?.id ?? null, selection);
  }

  chooseDigest(caller: Caller, wantsDigest: boolean): Promise<Outcome> {
    return this.#change(caller, 'wants_digest = $1', [wantsDigest]);
  }

  /** Gives the calendar an address that nobody knows; the former one leads nowhere from now on. */
  async renewFeed(caller: Caller): Promise<FeedOutcome> {
    const secret = randomBytes(32).toString('base64url');
    const outcome = await this.#change(caller, 'feed_hash = $1, feed_made_at = now()', [hashOf(secret)]);
    return { ...outcome, path: outcome.id === null ? null : `/calendar/${secret}.ics` };
  }

  /** Takes the calendar away. */
  endFeed(caller: Caller): Promise<Outcome> {
    return this.#change(caller, 'feed_hash = null, feed_made_at = null', []);
  }

  /** The calendar at a secret address, as its owner may see it at this moment; null when there is none. */
  async feed({ secret, requestId, address }: FeedRequest): Promise<string | null> {
    const { rows } = await this.#pool.query<{ staff_id: string; locale: Locale }>(
      'select f.staff_id, f.locale from app.feed_reader($1) f',
      [hashOf(secret)],
    );
    const [owner] = rows;
    if (!owner) return null;
    const actor = { ...anonymous, staffId: owner.staff_id, locale: owner.locale };
    const caller = this.unitOfWork.callerFor({ actor, requestId, address: null });
    const calendar: Calendar = calendarOf(await datedAlerts(caller), { locale: owner.locale, address });
    return calendarText(calendar, this.unitOfWork.clock.now());
  }

  #change(caller: Caller, columns: string, values: readonly unknown[]): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: alertDeliveryVerbs.choose.name }, async (work) => {
      permitChange(work.actor, alertDeliveryVerbs.choose);
      // row security leaves the own row only
      const [own] = await work.query<{ id: string }>('select d.id from alert_delivery d for update');
      if (!own) throw notFound([]);
      await work.query(`update alert_delivery set ${columns}`, values);
      return own.id;
    });
  }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
