import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DocumentNode, execute, parse, validate } from 'graphql';
import pg from 'pg';
import { type Actor, anonymous } from '../../schema/kernel/actor.js';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { readerOf } from '../../schema/kernel/session.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';
import { actorOfToken } from '../../server/auth/authentication.js';
import type { OperationContext } from '../../server/graphql/apollo.js';
import { CompiledOperation } from '../../server/graphql/compiled-operation.js';
import { measuredRecords } from '../../server/graphql/limits.js';
import { loadDemo } from '../../server/seed/load-demo.js';
import { loadReference } from '../../server/seed/load-reference.js';
import { loadRegions } from '../../server/seed/load-regions.js';
import { loadRosters } from '../../server/seed/roster/load-rosters.js';
import { rosterPlans } from '../../server/seed/roster/plan.js';
import { buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { Chance, type GeneratedOperation, OperationGenerator } from './generator.js';

/** How many operations are compared: some in every run, 50,000 by `npm run equivalence`. */
const wanted = Number(process.env.PAYUNG_EQUIVALENCE ?? 1500);
const seed = Number(process.env.PAYUNG_EQUIVALENCE_SEED ?? 20260211);

const mostDifferences = 5;

const prefixes = {
  region: 'region',
  office: 'office',
  official: 'official',
  regulation: 'regulation',
  mou: 'mou',
  category: 'category',
  tariff: 'tariff',
  program: 'program',
  beneficiary: 'beneficiary',
  enrollment: 'enrollment',
  bill: 'bill',
  claim: 'claim',
  observation: 'observation',
  award: 'award',
  source: 'source',
  document: 'document',
  staff: 'staff',
  alert: 'alert',
};

let app: TestApp;
let pool: pg.Pool;
const actors: Actor[] = [anonymous];
const ids = new Map<string, readonly string[]>();

beforeAll(async () => {
  app = await testApp();
  const { ownerUrl, appUrl } = app.database;
  const run = { ownerUrl, log: () => undefined };
  await loadRegions(run);
  await loadReference(run);
  await loadDemo(run);
  await loadRosters({ ...run, secret: 'a-secret-for-tests-only-0123456789', plans: rosterPlans.slice(0, 2) });
  pool = new pg.Pool({ connectionString: appUrl, max: 1 });
  pool.on('error', () => undefined);
  for (const token of Object.values(await buildActors(app))) {
    const found = await actorOfToken(pool, token);
    if (found) actors.push(found.actor);
  }
  await app.sql('select app.refresh_alerts()');
  await app.sql('analyze');
  for (const [prefix, table] of Object.entries(prefixes)) {
    const rows = await app.sql(`select id from ${table} order by md5(id::text) limit 30`);
    if (rows.length > 0)
      ids.set(
        prefix,
        rows.map(({ id }) => publicId(prefix, id)),
      );
  }
}, 300_000);
afterAll(async () => {
  await pool.end();
  await app.close();
});

interface Answer {
  readonly data: unknown;
  readonly errors: readonly unknown[];
}

function callerFor(actor: Actor): Caller {
  return app.unitOfWork.callerFor({ actor, requestId: 'equivalence', address: null });
}

async function plainAnswer(
  document: DocumentNode,
  actor: Actor,
  { variables }: GeneratedOperation,
): Promise<Answer> {
  const contextValue = { caller: callerFor(actor) };
  const { schema } = app;
  return told(await execute({ schema, document, contextValue, variableValues: variables }));
}

/** As the door does it: what is not text goes through graphql-js with the outcomes that stand. */
async function compiledAnswer(
  operation: CompiledOperation,
  document: DocumentNode,
  actor: Actor,
  variables: object,
) {
  const context = { caller: callerFor(actor) } as OperationContext;
  const values = { ...variables };
  const compiled = await operation.run(context, values);
  if (compiled?.text) return { answer: told(JSON.parse(compiled.text)), isCompiled: compiled.isCompiled };
  const contextValue = { ...context, outcomes: compiled?.outcomes };
  const answer = told(await execute({ schema: app.schema, document, contextValue, variableValues: values }));
  return { answer, isCompiled: false };
}

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: unknown }[] | undefined;
}

function told({ data, errors = [] }: Told): Answer {
  // of several root fields that fail, graphql-js reports the one that fails first
  if (!data) return { data: null, errors: ['some error'] };
  return { data, errors: errors.map(({ message, path }) => JSON.stringify([path, message])).sort() };
}

test(`${wanted} operations are answered alike, compiled and by graphql-js`, async () => {
  const chance = new Chance(seed);
  const generator = new OperationGenerator(app.schema, ids, chance);
  const found = { compared: 0, compiled: 0, withErrors: 0 };
  const differences: string[] = [];
  while (found.compared < wanted && differences.length < mostDifferences) {
    const generated = generator.next();
    const document = parse(generated.query);
    const actor = chance.of(actors);
    if (!isAllowed(document, generated, actor)) continue;
    const operation = new CompiledOperation(app.schema, document, document.definitions[0] as never);
    const plain = await plainAnswer(document, actor, generated);
    for (let time = 0; time < 2; time += 1) {
      const { answer, isCompiled } = await compiledAnswer(operation, document, actor, generated.variables);
      if (JSON.stringify(answer) !== JSON.stringify(plain)) {
        differences.push(differenceOf(generated, actor, plain, answer));
        break;
      }
      if (time === 0 && isCompiled) found.compiled += 1;
    }
    found.compared += 1;
    if (plain.errors.length > 0) found.withErrors += 1;
  }
  expect(differences.join('\n\n')).toBe('');
  process.stdout.write(`${JSON.stringify(found)}\n`);
  expect(found.compiled).toBeGreaterThan(wanted / 3);
  expect(found.withErrors).toBeGreaterThan(0);
}, 3_600_000);

test('the other role shows the same rows to who reads everywhere, and no other rows to anybody', async () => {
  const [auditor, analyst] = [await nationwideActor('AUDITOR'), await nationwideActor('ANALYST')];

  for (const { staffId, grants } of [...actors, auditor, analyst]) {
    const readsEverywhere = grants.some((grant) => grant.regionIds === null && grant.role !== 'ANALYST');
    const [asApp, asNationwide] = [
      await rowsAs(staffId, 'payung_app'),
      await rowsAs(staffId, 'payung_nationwide'),
    ];

    expect(readerOf({ ...anonymous, grants })).toBe(readsEverywhere ? 'nationwide' : 'regional');
    if (readsEverywhere) expect(asNationwide).toEqual(asApp);
    for (const [table, rows] of asNationwide) expect(['0 ', asApp.get(table)]).toContain(rows);
    expect(asNationwide.get('beneficiary')?.startsWith('0 ')).toBe(!readsEverywhere);
  }
});

/** How many rows of each table somebody sees as one of the roles of the program's login, and a hash of them. */
async function rowsAs(staffId: string | null, role: string): Promise<ReadonlyMap<string, string>> {
  const tables = await app.sql(`
    select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration_history'
      and has_column_privilege('payung_app', c.oid, a.attnum, 'select')
    group by c.relname`);
  const counted = tables.map(
    ({ name, columns }) =>
      `select '${name}' as name, concat(count(*), ' ', bit_xor(hashtextextended(row(${columns})::text, 0))) as rows from ${name}`,
  );
  const client = await pool.connect();
  try {
    await client.query('begin read only');
    await client.query("select set_config('app.actor_id', $1, true), set_config('role', $2, true)", [
      staffId,
      role,
    ]);
    const { rows } = await client.query<{ name: string; rows: string }>(counted.join(' union all '));
    return new Map(rows.map((row) => [row.name, row.rows]));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function nationwideActor(role: 'AUDITOR' | 'ANALYST'): Promise<Pick<Actor, 'staffId' | 'grants'>> {
  const staffId = newId();
  await app.sql('insert into staff (id, email, name) values ($1, $2, $3)', [
    staffId,
    `${role}@payung.test`,
    role,
  ]);
  await app.sql('insert into staff_grant (id, staff_id, role) values ($1, $2, $3)', [newId(), staffId, role]);
  return { staffId, grants: [{ role, regionIds: null }] };
}

function isAllowed(document: DocumentNode, { variables }: GeneratedOperation, actor: Actor): boolean {
  const faults = validate(app.schema, document);
  if (faults.length > 0) return false;
  try {
    measuredRecords({ schema: app.schema, document, variables, isPublic: actor.staffId === null });
    return true;
  } catch {
    return false;
  }
}

function differenceOf(generated: GeneratedOperation, actor: Actor, plain: Answer, compiled: Answer): string {
  const [left, right] = [JSON.stringify(plain), JSON.stringify(compiled)];
  let at = 0;
  while (left[at] === right[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 300);
  return [
    `answered differently for ${JSON.stringify(actor.grants.map(({ role }) => role))}:`,
    generated.query,
    JSON.stringify(generated.variables),
    `graphql-js: ${around(left)}`,
    `compiled:   ${around(right)}`,
  ].join('\n');
}
