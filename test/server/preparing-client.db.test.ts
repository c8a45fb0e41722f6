import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PreparingClient } from '../../server/preparing-client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

let database: FreshDatabase;
let client: PreparingClient;
beforeAll(async () => {
  database = await freshDatabase();
  client = new PreparingClient({ connectionString: database.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function preparedTexts(): Promise<string[]> {
  const { rows } = await client.query('select statement from pg_prepared_statements');
  return rows.map(({ statement }: { statement: string }) => statement);
}

test('a statement with parameters is prepared at its second use', async () => {
  const text = 'select $1::integer + 1 as next';
  expect((await client.query(text, [1])).rows).toEqual([{ next: 2 }]);
  expect(await preparedTexts()).not.toContain(text);

  expect((await client.query(text, [2])).rows).toEqual([{ next: 3 }]);
  expect((await client.query(text, [3])).rows).toEqual([{ next: 4 }]);

  expect(await preparedTexts()).toContain(text);
});

test('one over a long list, and one without parameters, is planned every time', async () => {
  const [list, bare] = ['select cardinality($1::integer[]) as size', 'select 1 as one'];
  const long = Array.from({ length: 21 }, (_, number) => number);
  for (let time = 0; time < 3; time += 1) {
    expect((await client.query(list, [long])).rows).toEqual([{ size: 21 }]);
    expect((await client.query(bare)).rows).toEqual([{ one: 1 }]);
  }

  const texts = await preparedTexts();
  expect(texts).not.toContain(list);
  expect(texts).not.toContain(bare);

  for (const short of [[1], [], [1, 2]])
    expect((await client.query(list, [short])).rows).toEqual([{ size: short.length }]);
  expect((await client.query(list, [long])).rows).toEqual([{ size: 21 }]);
  expect(await preparedTexts()).toContain(list);
});

test('a failure is told as ever, and the statement can be used again', async () => {
  const text = 'select 10 / $1::integer as share';
  for (const divisor of [1, 2]) await client.query(text, [divisor]);

  await expect(client.query(text, [0])).rejects.toMatchObject({ code: '22012' });

  expect((await client.query(text, [5])).rows).toEqual([{ share: 2 }]);
});
