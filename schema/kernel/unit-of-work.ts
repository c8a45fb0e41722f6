import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import type { Actor } from './actor.js';
import type { Clock } from './clock.js';
import { translated } from './database-error.js';
import { ListCapture } from './list-capture.js';
import { type Outcome, problem, Rejected } from './problem.js';
import { snakeCase } from './readable.js';
import { Reads } from './reads.js';
import { opening, type Request } from './session.js';
import { SharedTrips } from './shared-trips.js';
import { Transaction } from './transaction.js';

/** Who asks, and what the request reads with. Every use case gets it first. */
export interface Caller extends Request {
  readonly reads: Reads;
}

/** One open transaction that carries the actor's identity. */
export interface Work {
  readonly actor: Actor;
  readonly clock: Clock;
  readonly manager: EntityManager;
  /** Rows of a set-based statement. */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** A statement that ends the decision: goes out with the commit, behind everything else, in the order of the calls. */
  conclude(text: string, values: readonly unknown[]): void;
  /** New rows, all with the same properties, as one such statement. */
  insert<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, rows: readonly Partial<Entity>[]): void;
}

/** Which record a decision is about, and the version that the person saw. */
export interface Target {
  readonly id: string;
  readonly expectedVersion: number;
}

/** A change of a record, with what the person entered. */
export interface Revision<Input> extends Target {
  readonly input: Input;
}

/** Names one decision of a person, for the audit trail; `idempotency` makes a repeated create harmless. */
export interface Decision {
  readonly verb: string;
  readonly idempotency?: { readonly key: string | null | undefined; readonly content: unknown };
}

/** BEGIN, identity, work, COMMIT. The only user of TypeORM's DataSource. */
export class UnitOfWork {
  readonly #trips: SharedTrips;

  constructor(
    private readonly dataSource: DataSource,
    readonly clock: Clock,
  ) {
    this.#trips = new SharedTrips((dataSource.driver as unknown as { master: Pool }).master);
  }

  /** A caller for one request; its reads end by themselves. */
  callerFor(request: Request): Caller {
    return { ...request, reads: new Reads(this.#trips, this.clock, request) };
  }

  /** A caller of the same request whose lists are noted instead of being read. */
  captureFor({ actor, requestId, address }: Request): Caller & { readonly reads: ListCapture } {
    const request = { actor, requestId, address };
    return { ...request, reads: new ListCapture(this.#trips, this.clock, request) };
  }

  /**
   * Runs one decision in one transaction and answers with the changed record's id, or with problems after a rollback.
   * @throws Refusal when the actor may not do it or the database is away.
   */
  async decide(caller: Caller, decision: Decision, work: (work: Work) => Promise<string>): Promise<Outcome> {
    try {
      const id = await this.#run(caller, decision, work);
      return { id, problems: [] };
    } catch (error) {
      const meaning = translated(error);
      if (meaning instanceof Rejected) return { id: null, problems: meaning.problems };
      throw meaning;
    }
  }

  async #run(
    caller: Caller,
    { verb, idempotency }: Decision,
    work: (work: Work) => Promise<string>,
  ): Promise<string> {
    const first = opening(caller, this.clock, verb); // what it refuses takes no connection
    const runner = this.dataSource.createQueryRunner();
    const transaction = new Transaction(await runner.connect(), caller, first);
    try {
      const open = this.#work(caller, transaction, managerOf(runner, transaction));
      const id = idempotency?.key
        ? await once(open, { verb, key: idempotency.key, content: idempotency.content }, () => work(open))
        : await work(open);
      const { followed } = caller.reads;
      followed.keep(await transaction.commit(followed.behindCommit(id)));
      return id;
    } catch (error) {
      await transaction.rollBack();
      throw error;
    } finally {
      await runner.release();
    }
  }

  #work(caller: Caller, transaction: Transaction, manager: EntityManager): Work {
    const conclude: Work['conclude'] = (text, values) => {
      caller.onStatement?.(text);
      transaction.conclude(text, values);
    };
    return {
      actor: caller.actor,
      clock: this.clock,
      manager,
      query: (text, values = []) => {
        caller.onStatement?.(text);
        return transaction.query(text, values);
      },
      conclude,
      insert: (entity, rows) => {
        const { tableName } = manager.connection.getMetadata(entity);
        if (rows.length > 0) conclude(insertion(tableName, rows), rows.flatMap(Object.values));
      },
    };
  }
}

/** TypeORM within the transaction: it locks rows only in one that it knows of, and its statements come behind the opening. */
function managerOf(runner: QueryRunner, transaction: Transaction): EntityManager {
  const query = runner.query.bind(runner);
  const within = async (...given: Parameters<typeof query>): Promise<unknown> => {
    await transaction.open();
    return query(...given);
  };
  Object.assign(runner, { isTransactionActive: true, query: within });
  return runner.manager;
}

function insertion(table: string, rows: readonly object[]): string {
  const columns = Object.keys(rows[0] ?? {}).map(snakeCase);
  const parameters = rows.map((_, row) => {
    const places = columns.map((_, column) => `$${row * columns.length + column + 1}`);
    return `(${places.join(', ')})`;
  });
  return `insert into ${table} (${columns.join(', ')}) values ${parameters.join(', ')}`;
}

/** Runs `create` once per actor and key; a repetition gets the first one's id, other content under the key is refused. */
async function once(
  work: Work,
  { verb, key, content }: { readonly verb: string; readonly key: string; readonly content: unknown },
  create: () => Promise<string>,
): Promise<string> {
  if (key.includes('\u0000') || /\p{Surrogate}/u.test(key))
    throw new Rejected([problem(['idempotencyKey'], 'TEXT_UNREADABLE')]);
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const actor = work.actor.staffId;
  await work.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${actor}:${verb}:${key}`]);
  const [known] = await work.query<{ subject_id: string; content_hash: string }>(
    'select subject_id, content_hash from idempotency_key where actor_id = $1 and verb = $2 and key = $3',
    [actor, verb, key],
  );
  if (known && known.content_hash !== hash)
    throw new Rejected([problem(['idempotencyKey'], 'IDEMPOTENCY_KEY_REUSED')]);
  if (known) return known.subject_id;
  const id = await create();
  work.conclude(
    'insert into idempotency_key (actor_id, verb, key, content_hash, subject_id) values ($1, $2, $3, $4, $5)',
    [actor, verb, key, hash, id],
  );
  return id;
}

/**
 * The record to be changed, locked until the transaction ends.
 * @throws Rejected NOT_FOUND (absent or not visible), STALE_VERSION when it is no longer at `expectedVersion`.
 */
export async function lockForChange<Entity extends ObjectLiteral & { id: string; version: number }>(
  work: Work,
  entity: EntityTarget<Entity>,
  { id, expectedVersion }: { readonly id: string | null; readonly expectedVersion: number },
): Promise<Entity> {
  const found = id && (await lockedRow(work, entity, id));
  if (!found) throw new Rejected([problem(['id'], 'NOT_FOUND')]);
  if (found.version === expectedVersion) return found;
  const versions = { expected: expectedVersion, actual: found.version };
  throw new Rejected([problem(['expectedVersion'], 'STALE_VERSION', versions)]);
}

function lockedRow<Entity extends ObjectLiteral>(
  work: Work,
  entity: EntityTarget<Entity>,
  id: string,
): Promise<Entity | null> {
  return work.manager
    .createQueryBuilder(entity, 'locked')
    .setLock('pessimistic_write')
    .where('locked.id = :id', { id })
    .getOne();
}
