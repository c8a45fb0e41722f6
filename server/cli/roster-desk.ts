import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { payloadOf } from '../../schema/kernel/payload.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';
import { type App, createApp } from '../app.js';
import { actorOfToken } from '../auth/authentication.js';
import type { Config } from '../config.js';
import { urlOfApp } from '../database-url.js';
import { keepSecret } from '../installation-secret.js';
import { bilingual, StartupError } from '../startup-error.js';
import { endSession, openSession } from './acting-session.js';
import { withOwner } from './with-owner.js';

/** A roster as the command line shows it. */
export interface DeskBatch {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly committedCount: number;
  readonly monthlyRupiah: string | null;
  readonly giveBackPath: string | null;
  readonly counts: Readonly<Record<'new' | 'changed' | 'unchanged' | 'duplicate' | 'error', number>> | null;
  readonly reasons: readonly {
    readonly message: string;
    readonly count: number;
    readonly rowNumbers: readonly number[];
  }[];
  readonly warnings: readonly {
    readonly finding: string;
    readonly count: number;
    readonly rowNumbers: readonly number[];
  }[];
  readonly aside: { readonly count: number; readonly rowNumbers: readonly number[] } | null;
  readonly failure: { readonly message: string } | null;
  readonly progress: Progress | null;
  readonly columns: readonly { readonly index: number; readonly field: string | null }[];
  readonly enteredOn: string | null;
  readonly decree: string | null;
  readonly cohort: string | null;
  readonly decileSource: string | null;
  readonly decileOn: string | null;
  readonly category: { readonly id: string } | null;
}

export interface Progress {
  readonly done: number;
  readonly total: number | null;
}

/** What rows get that name none themselves. */
interface Defaults {
  readonly enteredOn: string | null;
  readonly decree: string | null;
}

type Tell = (progress: Progress) => void;

/** The use cases of rosters for somebody who sits at the server, through the same doors as everybody. */
export interface RosterDesk {
  handIn(program: string, file: HandedIn): Promise<{ id: string; isKnown: boolean }>;
  judged(id: string, defaults: Defaults, tell: Tell): Promise<DeskBatch>;
  committed(batch: DeskBatch, tell: Tell): Promise<DeskBatch>;
  /** Null: there are none. */
  badRows(batch: DeskBatch): Promise<Buffer | null>;
}

/** A file from the disk. */
interface HandedIn {
  readonly fileName: string;
  /** Null: the only one with people. */
  readonly sheet: string | null;
  readonly bytes: Buffer;
}

const working = ['CHECKING', 'COMMITTING', 'UNDOING'];
const lookEveryMs = 500;

/** @throws StartupError when there is no such staff member. */
export async function withRosterDesk(
  config: Config,
  email: string,
  work: (desk: RosterDesk) => Promise<void>,
): Promise<void> {
  await withOwner(config, async (ownerUrl) => {
    const token = randomBytes(32).toString('base64url');
    const session = await openSession(ownerUrl, email, token);
    const { dataDirectory: directory } = config;
    const databaseUrl =
      config.databaseUrl ??
      urlOfApp({ url: ownerUrl, password: keepSecret({ directory, name: 'database' }) });
    const app = await createApp({
      databaseUrl,
      secret: config.secret ?? keepSecret({ directory, name: 'session' }),
      previousSecrets: config.previousSecrets,
      documentDirectory: config.documentDirectory,
      isDemo: config.isDemo,
      publicUrl: null,
      trustProxy: false,
      logLevel: 'error',
      poolMax: config.poolMax,
    });
    try {
      await app.http.ready();
      app.clocks.imports.start();
      await work(new Desk(app, token, await callerOf(app, databaseUrl, token)));
    } finally {
      await app.close();
      await endSession(ownerUrl, session);
    }
  });
}

class Desk implements RosterDesk {
  constructor(
    private readonly app: App,
    private readonly token: string,
    private readonly caller: Caller,
  ) {}

  async handIn(program: string, file: HandedIn): Promise<{ id: string; isKnown: boolean }> {
    const programId = await this.#programOf(program);
    const { fileName, sheet, bytes } = file;
    const upload = { programId, fileName, sheet, content: Readable.from([bytes]) };
    const outcome = await this.app.services.import.upload(this.caller, upload);
    const { userErrors } = payloadOf(this.caller, outcome);
    if (outcome.id === null)
      throw new StartupError(
        [
          ...userErrors.map(({ message }) => message),
          ...outcome.sheets.map((name) => `  --sheet ${JSON.stringify(name)}`),
        ].join('\n'),
      );
    return { id: publicId('import', outcome.id), isKnown: outcome.isKnown };
  }

  async judged(id: string, { enteredOn, decree }: Defaults, tell: Tell): Promise<DeskBatch> {
    // the columns may be remembered from an earlier roster: then it is checked before anybody was asked
    const batch = await this.#settled(id, tell);
    const isTold =
      (enteredOn ?? batch.enteredOn) !== batch.enteredOn || (decree ?? batch.decree) !== batch.decree;
    if (batch.state === 'MAPPING' || (batch.state === 'READY' && isTold)) {
      const { cohort, decileSource, decileOn, category } = batch;
      const input = {
        columns: batch.columns.map(({ index, field }) => ({ index, field })),
        decree: decree ?? batch.decree,
        enteredOn: enteredOn ?? batch.enteredOn,
        categoryId: category?.id,
        cohort,
        decileSource,
        decileOn,
      };
      await this.#decide('importMap', ', $input: ImportMapInput!', ', input: $input', batch, { input });
    }
    return this.#settled(id, tell);
  }

  async committed(batch: DeskBatch, tell: Tell): Promise<DeskBatch> {
    await this.#decide('importCommit', '', '', batch, {});
    return this.#settled(batch.id, tell);
  }

  async badRows({ giveBackPath }: DeskBatch): Promise<Buffer | null> {
    if (giveBackPath === null) return null;
    const headers = { authorization: `Bearer ${this.token}` };
    const answer = await this.app.http.inject({ url: giveBackPath, headers });
    return answer.statusCode === 200 ? answer.rawPayload : null;
  }

  async #settled(id: string, tell: Tell): Promise<DeskBatch> {
    for (;;) {
      const batch = await this.#batch(id);
      if (!working.includes(batch.state)) return batch;
      if (batch.progress) tell(batch.progress);
      await delay(lookEveryMs);
    }
  }

  async #programOf(nameOrId: string): Promise<string> {
    if (nameOrId.startsWith('program_')) return nameOrId;
    const text =
      'query ($search: String!) { programs(filter: { search: $search }, first: 100) { nodes { id name } } }';
    const { programs } = await this.#ask<{ programs: { nodes: { id: string; name: string }[] } }>(text, {
      search: nameOrId,
    });
    const same = programs.nodes.filter(({ name }) => name.toLowerCase() === nameOrId.toLowerCase());
    const found = same.length > 0 ? same : programs.nodes;
    if (found.length === 1 && found[0]) return found[0].id;
    const names = found.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
    throw new StartupError(
      `${bilingual({ id: 'Program tidak ditemukan, atau lebih dari satu', en: 'No such program, or more than one' })}\n${names}`,
    );
  }

  async #batch(id: string): Promise<DeskBatch> {
    const { importBatch } = await this.#ask<{ importBatch: DeskBatch }>(
      `query ($id: ID!) { importBatch(id: $id) { id version state committedCount monthlyRupiah giveBackPath category { id }
         enteredOn decree cohort decileSource decileOn
         counts { new changed unchanged duplicate error } reasons { message count rowNumbers }
         warnings { finding count rowNumbers } aside { count rowNumbers } failure { message }
         progress { done total } columns { index field } } }`,
      { id },
    );
    return importBatch;
  }

  async #decide(
    field: string,
    types: string,
    values: string,
    batch: DeskBatch,
    input: object,
  ): Promise<void> {
    const text = `mutation ($id: ID!, $version: Int!${types}) { ${field}(id: $id, expectedVersion: $version${values}) { userErrors { message } } }`;
    const { id, version } = batch;
    const data = await this.#ask<Record<string, { userErrors: { message: string }[] }>>(text, {
      id,
      version,
      ...input,
    });
    const messages = data[field]?.userErrors.map(({ message }) => message) ?? [];
    if (messages.length > 0) throw new StartupError(messages.join('\n'));
  }

  async #ask<Data>(query: string, variables: object): Promise<Data> {
    const answer = await this.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      payload: JSON.stringify({ query, variables }),
    });
    const { data, errors } = answer.json<{ data: Data; errors?: { message: string }[] }>();
    if (errors) throw new StartupError(errors.map(({ message }) => message).join('\n'));
    return data;
  }
}

async function callerOf({ unitOfWork }: App, databaseUrl: string, token: string): Promise<Caller> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const found = await actorOfToken(pool, token).finally(() => pool.end());
  if (!found) throw new Error('the session of the command was not found');
  return unitOfWork.callerFor({ actor: found.actor, requestId: newId(), address: null });
}
