import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closeWorld, type LedgerWorld } from '../coverage/ledger-world.js';
import { aProgram } from '../support/build/program.js';
import { type Shape, shapes } from './files/make.js';
import { batchOf, confirm, handIn, importWorld, rowsOf } from './roster-world.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await importWorld();
  await world.app.sql("update category set aliases = '{Ojol}' where id = $1", [world.ojol]);
});
afterAll(() => closeWorld(world));

/** What the import says of the file, in the form in which a shape expects it. */
async function verdictsOf({ name, fileName, bytes }: Shape): Promise<object> {
  const program = await aProgram(world.app, { name, state: 'APPROVED' });
  const { id, userErrors } = await handIn(world, 'operatorCilegon', { program, bytes: bytes(), fileName });
  if (id === null) return refusal(userErrors[0]);
  await confirm(world, id, { decileSource: 'DTSEN', decileOn: '2025-12-31' });
  const { state, failure } = await batchOf(world, 'operatorCilegon', id);
  if (state === 'FAILED') return refusal(failure);
  const rows = (await rowsOf(world, id)).map(({ rowNumber, verdict, problems }) => [
    rowNumber,
    verdict === 'NEW' ? verdict : [verdict, ...problems.map(({ code }: { code: string }) => code).sort()],
  ]);
  return { rows: Object.fromEntries(rows) };
}

/** A reason without words helps nobody. */
function refusal(reason: { readonly code: string; readonly message: string } | undefined): object {
  return reason?.message.endsWith('.') ? { refused: reason.code } : { speechless: reason };
}

test.each(shapes.map((shape): [string, Shape] => [shape.name, shape]))('%s', async (_name, shape) => {
  expect(await verdictsOf(shape)).toEqual(shape.expected);
});

test('nothing of a refused file is kept', async () => {
  const refused = await world.app.sql(
    `select b.state, (select count(*)::integer from import_row r where r.batch_id = b.id) as rows
     from import_batch b join program p on p.id = b.program_id where p.name = any ($1) and b.state <> 'FAILED'`,
    [shapes.filter(({ expected }) => 'refused' in expected).map(({ name }) => name)],
  );

  expect(refused).toEqual([]);
});
