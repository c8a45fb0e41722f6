import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, subscribe } from 'graphql';
import { anonymous } from '../../schema/kernel/actor.js';
import { newId } from '../../schema/kernel/identifier.js';
import { describedSchema } from '../../server/graphql/schema.js';
import { type ActorName, actors, buildActors, staffKey } from '../support/actors.js';
import { type GraphqlAnswer, type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';
import { access } from './access.js';
import { minimalOperations, undecided } from './checks/root-fields.js';

const operations = minimalOperations(describedSchema());
const names = operations.map(({ name }) => name);
const callers = [null, ...Object.keys(actors)] as readonly (ActorName | null)[];

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await buildRegions(app);
  await buildActors(app);
});
afterAll(() => app.close());

test('every root field is decided, and every decision is about a root field', () => {
  expect(undecided(names, Object.keys(access))).toEqual([]);
});

test('the check finds a root field without a decision and a decision without a root field', () => {
  expect(undecided(['Query.mou', 'Query.planted'], ['Query.mou', 'Query.gone'])).toEqual([
    'Query.planted is not decided in test/contract/access.ts',
    'Query.gone is decided but does not exist',
  ]);
});

const called = operations.filter(({ name }) => !name.startsWith('Subscription.'));

test.each(called)('$name is open to whom the access table says', async ({ name, text }) => {
  const answers: Record<string, string> = {};

  for (const caller of callers)
    answers[String(caller)] = refusalOf(await app.graphql(caller && (await session(caller)), text));

  const expected = Object.fromEntries(
    callers.map((caller) => [String(caller), decidedRefusal(name, caller)]),
  );
  expect(answers).toEqual(expected);
});

test('Subscription.recordChanged is open to everybody', async () => {
  const caller = app.unitOfWork.callerFor({ actor: anonymous, requestId: 'contract', address: null });
  const document = parse('subscription { recordChanged(ids: []) { id } }');

  const watch = app.services.node.watch.bind(app.services.node);
  const changes = await subscribe({ schema: app.schema, document, contextValue: { caller, watch } });

  if (!(Symbol.asyncIterator in changes)) throw new Error(JSON.stringify(changes));
  await changes.return(undefined);
});

/** A session of its own for each call: some of them end it. */
async function session(name: ActorName): Promise<string> {
  const token = `contract-${newId()}`;
  await app.sql(
    "insert into staff_session (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 hour')",
    [newId(), staffKey(name), createHash('sha256').update(token).digest()],
  );
  return token;
}

/** The smallest operation may be refused for its content; that is said only to those who may ask. */
function refusalOf({ errors }: GraphqlAnswer): string {
  const code = errors?.[0]?.extensions.code ?? 'PERMITTED';
  return code === 'BAD_USER_INPUT' ? 'PERMITTED' : code;
}

function decidedRefusal(name: string, caller: ActorName | null): string {
  const allowed = access[name];
  if (allowed === 'ANYONE') return 'PERMITTED';
  if (caller === null) return 'UNAUTHENTICATED';
  return allowed === 'STAFF' || allowed?.includes(actors[caller][0]) ? 'PERMITTED' : 'FORBIDDEN';
}
