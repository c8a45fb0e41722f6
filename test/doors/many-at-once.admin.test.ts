import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publicId } from '../../schema/kernel/identifier.js';
import { panel } from '../../server/panel.js';
import { panelClient } from '../admin/panel-client.js';
import { anEnrollment } from '../coverage/ledger-world.js';
import { type ProgramWorld, programWorld } from '../program/program-world.js';
import type { ActorName } from '../support/actors.js';
import { aProgram, programId } from '../support/build/program.js';

let world: ProgramWorld;
let program: string;

beforeAll(async () => {
  world = await programWorld({ panel });
  program = await aProgram(world.app, { state: 'APPROVED' });
  for (const state of ['PROPOSED', 'PROPOSED', 'VERIFIED']) await anEnrollment(world, program, { state });
  await world.app.sql("update enrollment set cohort = 'Gelombang I' where state = 'PROPOSED'");
});
afterAll(() => world.app.close());

const page = (who: ActorName, query: string) =>
  panelClient(world.app, world.tokens[who]).get(`enrollment/actions/together?${query}`);

it('the page is about exactly those whom the list shows, and GraphQL decides on exactly those', async () => {
  const query = `filters.program=${programId(program)}&filters.state=PROPOSED&filters.cohort=gelombang&filters.turning65=6`;

  const [plan, list] = await Promise.all([
    page('operatorCilegon', query),
    panelClient(world.app, world.tokens.operatorCilegon).get(`enrollment/actions/list?${query}`),
  ]);
  const text = `mutation ($filter: EnrollmentFilter!) { enrollmentsMoveEach(filter: $filter, move: VERIFY, dryRun: true) { matched willChange } }`;
  const trial = async (filter: object) =>
    (await world.app.graphql(world.tokens.operatorCilegon, text, { filter })).data.enrollmentsMoveEach;

  expect(plan.json.filter).toEqual({
    programIds: [programId(program)],
    states: ['PROPOSED'],
    cohort: 'gelombang',
    turning65WithinMonths: 6,
  });
  expect(list.json.meta.total).toBe(0);
  expect(await trial(plan.json.filter)).toEqual({ matched: 0, willChange: 0 });
  const { turning65WithinMonths: _dropped, ...wider } = plan.json.filter;
  expect(await trial(wider)).toEqual({ matched: 2, willChange: 2 });
});

it.each<[ActorName, readonly string[]]>([
  ['operatorCilegon', ['verify', 'submit', 'activate', 'cover', 'uncover', 'reject', 'end']],
  ['approverBanten', ['approve', 'reject']],
])('%s is offered the decisions of the role', async (who, deeds) => {
  expect((await page(who, '')).json.deeds).toEqual(deeds);
});

it('is closed to those who only read, and to visitors', async () => {
  for (const who of ['auditorBanten', 'analystBanten'] as const) {
    const { json } = await page(who, '');
    expect(json.deeds).toBeUndefined();
    expect(json.notice?.type).toBe('error');
  }
});

it('never widens: a filter that cannot be read gives nobody', async () => {
  const { json } = await page('operatorCilegon', 'filters.state=SEMUA');

  expect(json.filter).toBeUndefined();
  expect(json.notice).toMatchObject({ type: 'error' });
});

it('the verification filter of the panel is the one of GraphQL', async () => {
  const [{ id }] = await world.app.sql('select beneficiary_id as id from enrollment limit 1');
  await world.app.sql(
    `insert into verification (id, beneficiary_id, check_kind, result, checked_on)
     values (gen_random_uuid(), $1, 'DUKCAPIL', 'FAILED', '2026-01-02')`,
    [id],
  );

  const { json } = await panelClient(world.app, world.tokens.operatorCilegon).get(
    'beneficiary/actions/list?filters.verification=DUKCAPIL-FAILED',
  );

  expect(json.records.map((record: { id: string }) => record.id)).toEqual([publicId('beneficiary', id)]);
});
