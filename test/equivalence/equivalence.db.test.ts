import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execute, GraphQLError, getOperationAST, parse, validate } from 'graphql';
import pg from 'pg';
import { type Actor, anonymous } from '../../schema/kernel/actor.js';
import { NotCompilable } from '../../schema/kernel/output.js';
import { type RoundTripReport, readerOf, type StatementListener } from '../../schema/kernel/session.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';
import type { OperationContext } from '../../server/graphql/apollo.js';
import { CompiledOperation } from '../../server/graphql/compiled-operation.js';
import { measuredRecords } from '../../server/graphql/limits.js';
import { type TestApp, testApp } from '../support/app.js';
import { type Answer, type Asked, differenceOf, operationName, told } from './answers.js';
import { Chance } from './chance.js';
import { Coverage } from './coverage.js';
import { OperationGenerator } from './generator.js';
import { Known } from './known.js';
import { listOperations } from './list-operations.js';
import { orderedPages, orderedPlan } from './ordered-pages.js';
import { equivalenceWorld, strangeRecords } from './world.js';

/** How many operations are compared: some in every run, 50,000 by `npm run equivalence`. */
const wanted = Number(process.env.PAYUNG_EQUIVALENCE ?? 500);
const seed = Number(process.env.PAYUNG_EQUIVALENCE_SEED ?? 20260211);

const mostDifferences = 5;

let app: TestApp;
let pool: pg.Pool;
let askers: readonly Actor[];
const chance = new Chance(seed);

beforeAll(async () => {
  app = await testApp();
  pool = new pg.Pool({ connectionString: app.database.appUrl, max: 1 });
  pool.on('error', () => undefined);
  askers = await equivalenceWorld(app, pool);
}, 300_000);
afterAll(async () => {
  await pool.end();
  await app.close();
});

function callerFor(actor: Actor, onStatement: StatementListener = () => undefined): Caller {
  return app.unitOfWork.callerFor({ actor, requestId: 'equivalence', address: null, onStatement });
}

async function plainAnswer({ document, actor, variables }: Asked): Promise<Answer> {
  const contextValue = { caller: callerFor(actor) };
  const { schema } = app;
  return told(
    document,
    await execute({ schema, document, contextValue, variableValues: variables, operationName }),
  );
}

/** As the door does it: what is not text goes through graphql-js with the outcomes that stand. */
async function compiledAnswer(operation: CompiledOperation, { document, actor, variables }: Asked) {
  const context = { caller: callerFor(actor) } as OperationContext;
  const values = { ...variables };
  const compiled = await operation.run(context, values).catch((error: unknown) => {
    if (error instanceof NotCompilable || error instanceof GraphQLError) return null; // as the door has it
    throw error;
  });
  if (compiled?.text)
    return { answer: told(document, JSON.parse(compiled.text)), isCompiled: compiled.isCompiled };
  const contextValue = { ...context, outcomes: compiled?.outcomes };
  const { schema } = app;
  const answer = await execute({ schema, document, contextValue, variableValues: values, operationName });
  return { answer: told(document, answer), isCompiled: false };
}

test('the other role shows the same rows to who reads everywhere, and no other rows to anybody', async () => {
  for (const { staffId, grants } of askers) {
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

test(`${wanted} operations are answered alike, compiled and by graphql-js`, async () => {
  const known = new Known(await strangeRecords(app, chance));
  known.watch(app.schema);
  const generator = new OperationGenerator(app.schema, known, chance);
  const [asked, written] = [new Coverage(app.schema), new Coverage(app.schema)];
  const found = { operations: 0, answers: 0, compiled: 0, withErrors: 0, refused: 0 };
  const errors = new Map<string, number>();
  const differences: string[] = [];
  while (found.operations < wanted && differences.length < mostDifferences) {
    const { query, variables } = generator.next();
    const document = parse(query);
    const operation = getOperationAST(document, operationName);
    const [first, second] = variables.map((values) => ({
      document,
      query,
      actor: chance.of(askers),
      variables: values,
    }));
    if (!operation || !first || !second || !isAllowed(first)) {
      found.refused += 1;
      continue;
    }
    found.operations += 1;
    const compiled = new CompiledOperation(app.schema, document, operation);
    // as it is kept: again for the same, and then for somebody else who wants something else
    const turns = isAllowed(second) ? [first, second, first] : [first, first];
    for (const turn of turns) {
      const plain = await plainAnswer(turn);
      const { answer, isCompiled } = await compiledAnswer(compiled, turn);
      if (JSON.stringify(answer) !== JSON.stringify(plain)) {
        differences.push(differenceOf(turn, plain, answer));
        break;
      }
      found.compiled += Number(isCompiled);
      found.withErrors += Number(plain.errors.length > 0);
      for (const error of plain.errors)
        count(
          errors,
          String(error)
            .replace(/^\[.*,"/, '')
            .slice(0, 60),
        );
      found.answers += 1;
      for (const coverage of isCompiled ? [asked, written] : [asked]) coverage.add(document, turn.variables);
    }
  }
  expect(differences.join('\n\n')).toBe('');
  process.stdout.write(
    `${JSON.stringify(found)}\n${reportOf(asked, written, known)}\n${JSON.stringify([...errors])}\n`,
  );
  expect(found.compiled).toBeGreaterThan(wanted);
  expect(found.withErrors).toBeGreaterThan(0);
  expect(asked.missing().filter((place) => /^Query\.\w+$/.test(place))).toEqual([]);
}, 3_600_000);

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What the operations left out, so that somebody can mend the generator. */
function reportOf(asked: Coverage, written: Coverage, known: Known): string {
  const fields = asked.fields();
  const lists = {
    'never asked for': asked.missing(),
    'never written from rows': fields.filter((field) => !written.fields().includes(field)),
    'always null': fields.filter((field) => !known.seen.has(field)),
  };
  return Object.entries(lists)
    .map(([title, places]) => `${title}: ${places.length}${wanted > 1000 ? `: ${places.join(' ')}` : ''}`)
    .join('\n');
}

test('every list is one statement, whatever the page size, by graphql-js and compiled', async () => {
  const { schema } = app;
  const actor = askers.find(({ grants }) => grants.some(({ role }) => role === 'ADMIN')) ?? anonymous;
  const sent: string[] = [];
  const context = () => ({ caller: callerFor(actor, () => sent.push('statement')) }) as OperationContext;
  for (const { name, query } of listOperations(schema)) {
    const document = parse(query);
    const compiled = new CompiledOperation(schema, document, document.definitions[0] as never);
    for (const first of [1, 2, 100]) {
      sent.length = 0;
      const plain = await execute({ schema, document, contextValue: context(), variableValues: { first } });
      expect([name, first, ...sent]).toEqual([name, first, 'statement']);
      sent.length = 0;
      await compiled.run(context(), { first });
      // what turns out not to be writable is read once more, for graphql-js to say what is wrong
      if (!plain.errors) expect([name, first, ...sent]).toEqual([name, first, 'statement']);
    }
  }
}, 600_000);

test('a page after a cursor begins at its place in an index, in every order of every list', async () => {
  const actor = askers.find(({ grants }) => grants.some(({ role }) => role === 'ADMIN')) ?? anonymous;
  const slow: string[] = [];
  // row security takes comparing numbers of any length for leaking, and there is no other way to say it
  const excused = /^observations VALUE /;
  for (const { name, query, cursors } of orderedPages(app.schema)) {
    const roundTrips: RoundTripReport[] = [];
    const caller = app.unitOfWork.callerFor({ actor, requestId: 'plan', address: null, roundTrips });
    for (const after of cursors)
      await execute({
        schema: app.schema,
        document: parse(query),
        contextValue: { caller },
        variableValues: { after },
      });
    const [statement] = roundTrips.flatMap(({ statements }) => statements.filter(({ rows }) => rows > 0));
    const plan = statement ? await orderedPlan(app, pool, actor, statement) : 'refused';
    if (!excused.test(name) && !/Index Cond: .*([<>] ROW\(|[<>]= )/.test(plan)) slow.push(`${name}\n${plan}`);
  }
  expect(slow).toEqual([]);
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

function isAllowed({ document, variables, actor }: Asked): boolean {
  if (validate(app.schema, document).length > 0) return false;
  try {
    const isPublic = actor.staffId === null;
    measuredRecords({ schema: app.schema, document, operationName, variables, isPublic });
    return true;
  } catch {
    return false;
  }
}
