import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IdentityChanged } from '../../schema/kernel/session.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';
import { type ActorName, staffKey } from '../support/actors.js';
import { eventually } from '../support/eventually.js';
import { type KernelWorld, kernelWorld } from './kernel-world.js';

let world: KernelWorld;
beforeAll(async () => {
  world = await kernelWorld({ poolMax: 14 }); // twelve for work, two reserved for signing in
});
afterAll(() => world.close());

interface Answer {
  readonly place: number;
  /** On which connection, and when it began to the microsecond. */
  readonly transaction: string;
  readonly actor: string | null;
}

/** Each test has a statement of its own, which no other has made known as quick. */
const told = (test: string, rest = ''): string =>
  `select $1::integer as place, pg_backend_pid() || ' ' || now() as transaction, app.actor_id() as actor ${rest} /* ${test} */`;
const sleeping = (test: string): string => told(test, 'from pg_sleep($2::float)');

const places = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const admin = (): Caller => world.callerOf('admin');

/** Twelve requests at the same time. */
function askedAtOnce(
  text: string,
  valuesOf: (place: number) => readonly unknown[] = (place) => [place],
  callerOf: (place: number) => Caller = admin,
): Promise<Answer[]>[] {
  return places.map((place) => callerOf(place).reads.rows<Answer>(text, valuesOf(place)));
}

const transactionsOf = (answers: readonly Answer[][]): number =>
  new Set(answers.flat().map(({ transaction }) => transaction)).size;

/** Asks until the machine was idle enough for the statement to be known as quick. */
async function untilShared(text: string, values: readonly unknown[]): Promise<void> {
  await eventually(async () => {
    await admin().reads.rows(text, values);
    const answers = await Promise.all(askedAtOnce(text, (place) => [place, ...values.slice(1)]));
    expect(answers.map(([answer]) => answer?.place)).toEqual(places);
    expect(transactionsOf(answers)).toBeLessThanOrEqual(4);
  });
}

test('quick reads of several requests of one person share transactions, and each gets its own answer', async () => {
  await untilShared(told('one person'), [0]);
});

test('nobody shares with somebody else', async () => {
  const text = told('several persons');
  await untilShared(text, [0]);
  const names: readonly (ActorName | null)[] = ['admin', 'analystBanten', null];
  const nameOf = (place: number) => names[place % names.length] ?? null;

  const answers = await Promise.all(
    askedAtOnce(
      text,
      (place) => [place],
      (place) => world.callerOf(nameOf(place)),
    ),
  );

  const found = answers.flat();
  expect(found.map(({ actor }) => actor)).toEqual(places.map((place) => idOf(nameOf(place))));
  const persons = new Set(found.map(({ transaction, actor }) => `${transaction} ${actor}`));
  expect(persons.size).toBe(transactionsOf(answers));
});

test('one that fails, fails alone', async () => {
  const text = told('failing', 'where 1 / $2::integer = 1');
  await untilShared(text, [0, 1]);

  const results = await Promise.allSettled(askedAtOnce(text, (place) => [place, place === 6 ? 0 : 1]));

  const isAnswered = results.map((result) => result.status === 'fulfilled' && result.value[0]?.place);
  expect(isAnswered).toEqual(places.map((place) => place !== 6 && place));
});

test('what was slow goes alone', async () => {
  const text = sleeping('slow');
  await untilShared(text, [0, 0]);

  await Promise.all(askedAtOnce(text, (place) => [place, place === 6 ? 0.1 : 0]));
  const afterwards = await Promise.all(askedAtOnce(text, (place) => [place, 0]));

  expect(transactionsOf(afterwards)).toBe(places.length);
});

test('who waits for a slow one waits for a moment only', async () => {
  const text = sleeping('waiting');
  await untilShared(text, [0, 0]);
  let isSlowOver = false;

  const slow = admin()
    .reads.rows(text, [0, 3])
    .finally(() => {
      isSlowOver = true;
    });
  await admin().reads.rows(text, [1, 0]);

  expect(isSlowOver).toBe(false);
  await slow;
});

test('whose rights have changed is told so, the others aboard are answered', async () => {
  const text = told('rights');
  await untilShared(text, [0]);
  const [{ epoch }] = await world.sql('select epoch::text from identity_epoch');
  const { actor } = admin();
  const assuming = (place: number) =>
    world.unitOfWork.callerFor({
      actor,
      requestId: 'shared-trips-test',
      address: null,
      assumption: { epoch: place === 6 ? 'another' : epoch, standing: 'OPEN' },
    });

  const results = await Promise.allSettled(askedAtOnce(text, (place) => [place], assuming));

  expect(results.map(({ status }) => status === 'fulfilled')).toEqual(places.map((place) => place !== 6));
  expect(results[6]).toMatchObject({ reason: expect.any(IdentityChanged) });
});

test('a connection that breaks answers or refuses everybody aboard', async () => {
  const text = sleeping('broken');
  await untilShared(text, [0, 0]);
  const results = Promise.allSettled(askedAtOnce(text, (place) => [place, place === 0 ? 0.5 : 0]));

  await world.breakConnections();

  (await results).forEach((result, place) => {
    if (result.status === 'fulfilled') expect(result.value[0]?.place).toBe(place);
    else expect(result.reason).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
  await untilShared(text, [0, 0]);
});

function idOf(name: ActorName | null): string | null {
  return name === null ? null : staffKey(name);
}
