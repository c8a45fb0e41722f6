import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createNikVault } from '../../server/nik-vault.js';
import { closeWorld, type LedgerWorld, ledgerWorld } from '../coverage/ledger-world.js';
import { staffKey } from '../support/actors.js';
import { aProgram } from '../support/build/program.js';
import { regionId } from '../support/build/region.js';
import { batchOf, csvOf, decide, judged, people, rowsOf } from './roster-world.js';

const earlier = 'an-earlier-secret-of-these-tests-0123456789';
let world: LedgerWorld;
beforeAll(async () => {
  world = await ledgerWorld({ options: { previousSecrets: [earlier] } });
});
afterAll(() => closeWorld(world));

const open = (build = {}) => aProgram(world.app, { state: 'APPROVED', ...build });

describe('rows that the database refuses every time', () => {
  const refusing = (when: string) => `
    create function public.refuse_rows() returns trigger language plpgsql as $$
      begin raise exception 'never' using errcode = '22P05'; end $$;
    create trigger refuse_rows before ${when} for each row execute function public.refuse_rows()`;
  afterEach(() => world.app.sql('drop function if exists public.refuse_rows cascade'));

  it('end the reading with a reason, instead of beginning it anew for ever', async () => {
    await world.app.sql(refusing('insert on import_row'));
    const id = await judged(world, { program: await open(), bytes: csvOf(people(1, 'refused')) });

    expect(await batchOf(world, 'operatorCilegon', id)).toMatchObject({
      state: 'FAILED',
      failure: { code: 'IMPORT_ROWS_REFUSED' },
    });
  });

  it('end the writing, and nothing of the step is written', async () => {
    const id = await judged(world, { program: await open(), bytes: csvOf(people(2, 'unwritten')) });
    await world.app.sql(refusing('insert on enrollment'));

    await decide(world, 'operatorCilegon', 'Commit', id);

    expect(await batchOf(world, 'operatorCilegon', id)).toMatchObject({
      state: 'READY',
      committedCount: 0,
      failure: { code: 'IMPORT_ROWS_REFUSED' },
    });
  });
});

describe('between looking at a roster and writing it', () => {
  it('somebody is registered by form: the registration that stands is used, and none is doubled', async () => {
    const [person, other] = people(2, 'meanwhile');
    const program = await open();
    const id = await judged(world, { program, bytes: csvOf([person ?? {}, other ?? {}]) });
    const registered = await world.app.graphql(
      world.tokens.operatorCilegon,
      'mutation ($input: BeneficiaryRegisterInput!) { beneficiaryRegister(input: $input) { beneficiary { id } userErrors { code } } }',
      { input: { regionId: regionId('36.72'), nik: person?.nik, name: 'Nama di formulir' } },
    );

    await decide(world, 'operatorCilegon', 'Commit', id);

    const { beneficiary } = registered.data.beneficiaryRegister;
    const rows = await rowsOf(world, id);
    expect(await batchOf(world, 'operatorCilegon', id)).toMatchObject({
      state: 'COMMITTED',
      committedCount: 2,
    });
    expect(rows[0].beneficiary).toMatchObject({ id: beneficiary.id, name: person?.name, origin: null });
    expect(rows[1].beneficiary.origin).toMatchObject({ batchId: id });
  });

  it('the last places are taken: writing stops with the reason, and what is written stays', async () => {
    const program = await open({ quota: 3 });
    const id = await judged(world, { program, bytes: csvOf(people(3, 'places')) });
    const taken = await judged(world, { program, bytes: csvOf(people(1, 'taker')) });
    await begin(id);
    await begin(taken);

    await world.app.clocks.imports.settled();

    const states = [
      await batchOf(world, 'operatorCilegon', id),
      await batchOf(world, 'operatorCilegon', taken),
    ];
    const places = await world.app.sql('select count(*)::int as n from enrollment where program_id = $1', [
      program,
    ]);
    expect(places[0].n).toBeLessThanOrEqual(3);
    expect(states.map(({ state }) => state).sort()).toEqual(['COMMITTED', 'READY']);
    expect(states.find(({ state }) => state === 'READY').failure).toMatchObject({
      code: 'ENROLLMENT_QUOTA_FULL',
    });
  });

  it('the key of the NIKs changes: the file is read again under the new one, and then written', async () => {
    const [person] = people(1, 'keys');
    const program = await open();
    const id = await judged(world, { program, bytes: csvOf([person ?? {}]) });
    const [earlierKey] = createNikVault({ secret: earlier }).keyIds;
    await world.app.sql('select app.use_nik_key($1)', [earlierKey]);

    await decide(world, 'operatorCilegon', 'Commit', id);
    await world.app.clocks.imports.settled();

    expect(await batchOf(world, 'operatorCilegon', id)).toMatchObject({
      state: 'COMMITTED',
      committedCount: 1,
    });
    const [row] = await rowsOf(world, id);
    const key = row.beneficiary.id.split('_')[1];
    expect(await world.app.sql('select nik_key_id from beneficiary where id = $1', [key])).toEqual([
      { nik_key_id: earlierKey },
    ]);
    const revealed = await world.app.graphql(
      world.tokens.operatorCilegon,
      'mutation ($id: ID!) { beneficiaryRevealNik(id: $id, reason: "Mencocokkan dengan KTP") { nik } }',
      { id: row.beneficiary.id },
    );
    expect(revealed.data.beneficiaryRevealNik.nik).toBe(person?.nik);
  });
});

describe('whoever loses the role', () => {
  it('in the midst of it leaves the roster to others, with the reason', async () => {
    const program = await open();
    const id = await judged(world, { program, bytes: csvOf(people(2, 'role')) });
    await begin(id);
    await world.app.sql('delete from staff_grant where staff_id = $1', [staffKey('operatorCilegon')]);

    await world.app.clocks.imports.settled();

    expect(await batchOf(world, 'coordinatorBanten', id)).toMatchObject({
      state: 'READY',
      committedCount: 0,
      failure: { code: 'IMPORT_ACTOR_LOST' },
    });
    await decide(world, 'coordinatorBanten', 'Commit', id);
    expect(await batchOf(world, 'coordinatorBanten', id)).toMatchObject({
      state: 'COMMITTED',
      committedCount: 2,
    });
  });
});

/** Decides to write without waiting for the work. */
async function begin(id: string): Promise<void> {
  const { version } = await batchOf(world, 'operatorCilegon', id);
  const { data } = await world.app.graphql(
    world.tokens.operatorCilegon,
    'mutation ($id: ID!, $version: Int!) { importCommit(id: $id, expectedVersion: $version) { userErrors { code } } }',
    { id, version },
  );
  expect(data.importCommit.userErrors).toEqual([]);
}
