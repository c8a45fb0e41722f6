import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import pg from 'pg';
import { type Clock, stoppedClock } from '../../schema/kernel/clock.js';
import { type App, createApp } from '../../server/app.js';
import type { AppOptions, PanelParts } from '../../server/app-options.js';
import { type FreshDatabase, freshDatabase } from './database.js';

/** The answer to a GraphQL request, as a client gets it. */
export interface GraphqlAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape that it asked for
  readonly data: any;
  readonly errors?: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; requestId?: string };
  }[];
}

export interface TestApp extends App {
  readonly database: FreshDatabase;
  readonly documentDirectory: string;
  /** Rows of a statement run by the owner of the tables: builders, and looking at what was saved. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the columns that it asked for
  sql(text: string, values?: readonly unknown[]): Promise<any[]>;
  /** Posts an operation; `token` as returned by `tokenFor`, null for anonymous. */
  graphql(token: string | null, query: string, variables?: object): Promise<GraphqlAnswer>;
  /** Statements that the requests of `work` sent to PostgreSQL for reading and deciding (not BEGIN, COMMIT, identity). */
  statements(work: () => Promise<unknown>): Promise<string[]>;
}

/** Noon in Jakarta on the day of seed 000. */
export const testInstant = '2026-02-11T05:00:00Z';

/** Secret of the installation under test. */
export const testSecret = 'a-secret-for-tests-only-0123456789';

/** The whole program on a database of its own, time standing still. Close it after the test file. */
export async function testApp({
  clock = stoppedClock(testInstant),
  panel,
  isDemo = false,
  options = {},
  makeDatabase = freshDatabase,
}: {
  readonly clock?: Clock;
  readonly panel?: (parts: PanelParts) => Promise<FastifyPluginAsync>;
  readonly isDemo?: boolean;
  /** What only tests of the transport change. */
  readonly options?: Partial<AppOptions>;
  /** Another database than an empty one. */
  readonly makeDatabase?: () => Promise<FreshDatabase>;
} = {}): Promise<TestApp> {
  const database = await makeDatabase();
  const documents = await mkdtemp(path.join(tmpdir(), 'payung-documents-'));
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  owner.on('error', () => undefined); // dropping the database ends its connections
  let listener: ((text: string) => void) | null = null;
  const app = await createApp({
    databaseUrl: database.appUrl,
    secret: testSecret,
    documentDirectory: documents,
    isDemo,
    publicUrl: null,
    trustProxy: false,
    logLevel: 'silent',
    poolMax: 6,
    isCompiling: process.env.PAYUNG_COMPILED !== '0',
    clock,
    onStatement: (text) => listener?.(text),
    ...(panel && { panel }),
    ...options,
  });
  await app.http.ready();
  return {
    ...app,
    database,
    documentDirectory: documents,
    sql: async (text, values = []) => (await owner.query(text, [...values])).rows,
    graphql: (token, query, variables = {}) => post(app, token, { query, variables }),
    statements: async (work) => {
      const heard: string[] = [];
      listener = (text) => heard.push(text);
      await work();
      listener = null;
      return heard;
    },
    close: async () => {
      await app.close();
      await owner.end();
      await database.drop();
      await rm(documents, { recursive: true, force: true });
    },
  };
}

async function post(app: App, token: string | null, body: object): Promise<GraphqlAnswer> {
  const answer = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    payload: JSON.stringify(body),
  });
  return { status: answer.statusCode, ...answer.json() };
}
