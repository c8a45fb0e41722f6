import { type GraphQLSchema, graphql } from 'graphql';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createServices } from '../../schema/index.js';
import { type Actor, anonymous, type Role } from '../../schema/kernel/actor.js';
import { stoppedClock } from '../../schema/kernel/clock.js';
import { newId, publicId, referenceId } from '../../schema/kernel/identifier.js';
import { UnitOfWork } from '../../schema/kernel/unit-of-work.js';
import { openAppDatabase } from '../../server/database.js';
import { createSchema } from '../../server/graphql/schema.js';
import { createNikVault } from '../../server/nik-vault.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

const regions = [
  ['36', 'Banten', 'PROVINCE', null],
  ['36.72', 'Cilegon', 'CITY', '36'],
  ['36.73', 'Serang', 'CITY', '36'],
  ['36.04', 'Serang', 'REGENCY', '36'],
  ['32', 'Jawa Barat', 'PROVINCE', null],
  ['32.75', 'Bekasi', 'CITY', '32'],
] as const;

const people = {
  admin: ['ADMIN', null],
  banten: ['COORDINATOR', '36'],
  cilegon: ['OPERATOR', '36.72'],
  serang: ['OPERATOR', '36.73'],
  analyst: ['ANALYST', '36'],
} as const;
export type Person = keyof typeof people | 'anonymous';

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: its shape is that of the query
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly originalError?: unknown }[];
}

/** Columns of a regulation that a test writes as the owner, past all decisions. */
export interface StoredRegulation {
  readonly kind?: string;
  readonly region?: string | null;
  readonly number?: string | null;
  readonly year?: number | null;
  readonly issuer_name?: string | null;
  readonly title?: string | null;
  readonly state?: string;
  readonly enacted_on?: string | null;
  readonly promulgated_on?: string | null;
  readonly effective_from?: string | null;
  readonly effective_until?: string | null;
  readonly revoked_on?: string | null;
}

/** Banten with its cities on a database of its own; it is 11 February 2026. */
export interface RegulationWorld {
  readonly database: FreshDatabase;
  readonly owner: pg.Client;
  /** Statements that the last `ask` ran, transaction control left out. */
  readonly statements: string[];
  ask(person: Person, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Stores a regulation and answers its database key. */
  stored(facts: StoredRegulation): Promise<string>;
  /** As `stored`, with a number that no other test uses unless one is given. */
  aRegulation(facts?: StoredRegulation): Promise<{ readonly key: string; readonly id: string }>;
  related(regulationId: string, kind: string, targetId: string): Promise<void>;
  /** Runs SQL as the app's login in the name of a person, in a transaction that is rolled back. */
  asApp<Row>(person: Person, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function regulationWorld(): Promise<RegulationWorld> {
  const database = await freshDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await addRegions(owner);
  const actors = await addPeople(owner);
  const dataSource = await openAppDatabase({ url: database.appUrl, poolMax: 4, log: () => undefined });
  const statements: string[] = [];
  return {
    database,
    owner,
    statements,
    ask: asking({ dataSource, actors, statements }),
    stored: (facts) => store(owner, facts),
    aRegulation: async (facts = {}) => {
      const key = await store(owner, { number: `uji-${newId().slice(-8)}`, ...facts });
      return { key, id: regulationId(key) };
    },
    related: async (regulationId, kind, targetId) => {
      await owner.query(
        'insert into regulation_relation (id, regulation_id, kind, target_id) values ($1, $2, $3, $4)',
        [newId(), regulationId, kind, targetId],
      );
    },
    asApp: (person, sql, values = []) => runAsApp(database.appUrl, actors[person].staffId, { sql, values }),
    close: async () => {
      await dataSource.destroy();
      await owner.end();
      await database.drop();
    },
  };
}

/** Name of the constraint or SQLSTATE that refused the work, else "accepted". */
export async function violated(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: pg.DatabaseError) => reason,
  );
  return error?.constraint ?? error?.code ?? 'accepted';
}

export const regionKey = (code: string): string => referenceId('region', code);
export const regionId = (code: string): string => publicId('region', regionKey(code));
export const regulationId = (key: string): string => publicId('regulation', key);

async function addRegions(owner: pg.Client): Promise<void> {
  for (const [code, name, level, parent] of regions) {
    await owner.query('insert into region (id, code, name, level, parent_id) values ($1, $2, $3, $4, $5)', [
      regionKey(code),
      code,
      name,
      level,
      parent && regionKey(parent),
    ]);
  }
}

async function addPeople(owner: pg.Client): Promise<Readonly<Record<Person, Actor>>> {
  const actors: Record<string, Actor> = { anonymous };
  for (const [name, [role, code]] of Object.entries(people)) {
    const staffId = newId();
    await owner.query('insert into staff (id, email, name) values ($1, $2, $3)', [
      staffId,
      `${name}@contoh.go.id`,
      name,
    ]);
    await owner.query('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
      newId(),
      staffId,
      role,
      code && regionKey(code),
    ]);
    const below = regions
      .filter(([own, , , parent]) => own === code || parent === code)
      .map(([own]) => regionKey(own));
    const grants = [{ role: role as Role, regionIds: code === null ? null : below }];
    actors[name] = { ...anonymous, staffId, grants, canWrite: true };
  }
  return actors as Record<Person, Actor>;
}

function asking({
  dataSource,
  actors,
  statements,
}: {
  readonly dataSource: DataSource;
  readonly actors: Readonly<Record<Person, Actor>>;
  readonly statements: string[];
}): RegulationWorld['ask'] {
  const unitOfWork = new UnitOfWork(dataSource, stoppedClock('2026-02-11T03:00:00Z'));
  const schema = schemaOver(unitOfWork, poolOf(dataSource));
  return async (person, source, variableValues = {}) => {
    statements.length = 0;
    const request = {
      actor: actors[person],
      requestId: 'test',
      address: null,
      onStatement: (text: string) => statements.push(text),
    };
    const contextValue = { caller: unitOfWork.callerFor(request) };
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    return { data, ...(errors && { errors }) };
  };
}

/** The program's own connections: signing in needs them, these tests do not. */
function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { master: pg.Pool }).master;
}

function schemaOver(unitOfWork: UnitOfWork, pool: pg.Pool): GraphQLSchema {
  const secret = 'a secret of these tests only, 32 letters';
  const nowhere = () => Promise.reject(new Error('regulations have no files and no SQL'));
  const files = { put: nowhere, open: nowhere, discard: nowhere };
  const changes = {
    async *since() {
      // nobody watches in these tests
    },
  };
  const address = { host: '', port: 0, database: '' };
  const analysts = { address, views: nowhere, cost: nowhere, parameterTypes: nowhere, rows: nowhere };
  const rosters = { keep: nowhere, inspect: nowhere, discard: nowhere };
  const niks = createNikVault({ secret });
  return createSchema(
    createServices({ unitOfWork, files, changes, analysts, pool, niks, rosters, secret, sendsMail: false }),
  );
}

async function store(owner: pg.Client, { region = '36.72', ...facts }: StoredRegulation): Promise<string> {
  const row = {
    id: newId(),
    kind: 'PERWAL',
    number: '41',
    year: 2024,
    state: 'ENACTED',
    ...facts,
    region_id: region && regionKey(region),
  };
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`);
  await owner.query(
    `insert into regulation (${names.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
  return row.id;
}

async function runAsApp<Row>(
  connectionString: string,
  staffId: string | null,
  { sql, values }: { readonly sql: string; readonly values: readonly unknown[] },
): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('app.actor_id', $1, true), set_config('app.today', '2026-02-11', true)`,
      [staffId ?? ''],
    );
    return (await client.query(sql, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}
