import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '../../schema/kernel/identifier.js';
import {
  type RegulationWorld,
  regionKey,
  regulationWorld,
  type StoredRegulation,
  violated,
} from './regulation-world.js';

let world: RegulationWorld;

beforeAll(async () => {
  world = await regulationWorld();
});

afterAll(() => world.close());

const change = (sql: string, values: unknown[]) => violated(world.owner.query(sql, values));

describe('constraints', () => {
  it.each([
    ['a mayor in a regency', { region: '36.04' }, 'regulation_issuer_level'],
    ['a governor in a city', { kind: 'KEPGUB' }, 'regulation_issuer_level'],
    ['a law of a city', { kind: 'UU' }, 'regulation_issuer_place'],
    ['a mayor of the nation', { region: null }, 'regulation_issuer_place'],
    ['an enacted one without a year', { year: null }, 'regulation_enacted_year'],
    [
      'a draft with a day of enactment',
      { state: 'DRAFT', enacted_on: '2024-01-01' },
      'regulation_draft_dates',
    ],
    ['a day of revocation without a revocation', { revoked_on: '2024-01-01' }, 'regulation_revocation_state'],
    [
      'an end before the start',
      { effective_from: '2024-01-02', effective_until: '2024-01-01' },
      'regulation_effective_order',
    ],
    [
      'promulgation before enactment',
      { enacted_on: '2024-01-02', promulgated_on: '2024-01-01' },
      'regulation_promulgated_order',
    ],
    [
      'revocation before enactment',
      { state: 'REVOKED', enacted_on: '2024-01-02', revoked_on: '2024-01-01' },
      'regulation_revoked_order',
    ],
  ] as [string, StoredRegulation, string][])('refuse %s', async (_what, facts, constraint) => {
    expect(await violated(world.aRegulation(facts))).toBe(constraint);
  });

  it('number once per kind, issuer and year; ministers each for themselves', async () => {
    const facts = {
      kind: 'PERMEN',
      region: null,
      number: '1',
      year: 2025,
      issuer_name: 'Menteri Ketenagakerjaan',
    };
    await world.stored(facts);

    expect(await violated(world.stored({ ...facts, issuer_name: 'Menteri Dalam Negeri' }))).toBe('accepted');
    expect(await violated(world.stored({ ...facts, issuer_name: 'MENTERI KETENAGAKERJAAN' }))).toBe(
      'regulation_number_unique',
    );
    expect(await violated(world.stored({ number: null, year: 2031 }))).toBe('accepted');
    expect(await violated(world.stored({ number: null, year: 2031 }))).toBe('accepted');
  });

  it.each([
    ['DRAFT', 'REVOKED', 'regulation_state_move'],
    ['ENACTED', 'DRAFT', 'regulation_state_move'],
    ['REVOKED', 'ENACTED', 'regulation_state_move'],
    ['REVOKED', 'DRAFT', 'regulation_state_move'],
    ['DRAFT', 'ENACTED', 'accepted'],
    ['ENACTED', 'REVOKED', 'accepted'],
  ])('%s to %s: %s', async (from, to, answer) => {
    const id = (await world.aRegulation({ state: from })).key;

    expect(await change('update regulation set state = $2 where id = $1', [id, to])).toBe(answer);
  });

  it('keep the known facts of an enacted regulation, and let the unknown be filled in once', async () => {
    const id = (await world.aRegulation({ title: 'Jaminan' })).key;

    expect(await change(`update regulation set title = 'Lain' where id = $1`, [id])).toBe(
      'regulation_enacted_facts',
    );
    expect(await change('update regulation set number = null where id = $1', [id])).toBe(
      'regulation_enacted_facts',
    );
    expect(await change('update regulation set region_id = $2 where id = $1', [id, regionKey('36.73')])).toBe(
      'regulation_enacted_facts',
    );
    expect(await change(`update regulation set enacted_on = '2024-11-01' where id = $1`, [id])).toBe(
      'accepted',
    );
    expect(await change(`update regulation set enacted_on = '2024-11-02' where id = $1`, [id])).toBe(
      'regulation_enacted_facts',
    );
    expect(await change(`update regulation set note = 'Diperiksa.' where id = $1`, [id])).toBe('accepted');
  });

  it('keep the relations of an enacted regulation, not those of a draft', async () => {
    const target = (await world.aRegulation()).key;
    const enacted = (await world.aRegulation()).key;
    const draft = (await world.aRegulation({ state: 'DRAFT' })).key;
    await world.related(enacted, 'AMENDS', target);
    await world.related(draft, 'AMENDS', target);

    const remove = 'delete from regulation_relation where regulation_id = $1';
    expect(await change(remove, [enacted])).toBe('regulation_relation_kept');
    expect(await change(remove, [draft])).toBe('accepted');
  });

  it('let a region revoke its own and those below it only', async () => {
    const cilegon = (await world.aRegulation()).key;
    const serang = (await world.aRegulation({ region: '36.73' })).key;
    const banten = (await world.aRegulation({ kind: 'PERDA', region: '36' })).key;
    const law = (await world.aRegulation({ kind: 'UU', region: null })).key;

    expect(await violated(world.related(serang, 'REVOKES', cilegon))).toBe('regulation_relation_rank');
    expect(await violated(world.related(cilegon, 'REVOKES', banten))).toBe('regulation_relation_rank');
    expect(await violated(world.related(banten, 'REVOKES', law))).toBe('regulation_relation_rank');
    expect(await violated(world.related(banten, 'REVOKES', cilegon))).toBe('accepted');
    expect(await violated(world.related(law, 'REVOKES', banten))).toBe('accepted');
    expect(await violated(world.related(cilegon, 'IMPLEMENTS', law))).toBe('accepted');
  });

  it('refuse a relation to itself and a cycle of one kind, not one of different kinds', async () => {
    const [first, second, third] = [
      (await world.aRegulation()).key,
      (await world.aRegulation()).key,
      (await world.aRegulation()).key,
    ];
    await world.related(first, 'AMENDS', second);
    await world.related(second, 'AMENDS', third);

    expect(await violated(world.related(first, 'AMENDS', first))).toMatch(
      /^regulation_relation_(self|cycle)$/,
    );
    expect(await violated(world.related(second, 'AMENDS', first))).toBe('regulation_relation_cycle');
    expect(await violated(world.related(third, 'AMENDS', first))).toBe('regulation_relation_cycle');
    expect(await violated(world.related(third, 'REFERS_TO', first))).toBe('accepted');
  });

  it('let two connections close no cycle together', async () => {
    const [first, second] = [(await world.aRegulation()).key, (await world.aRegulation()).key];
    const [left, right] = [await connected(), await connected()];
    const insert = `insert into regulation_relation (id, regulation_id, kind, target_id) values ($1, $2, 'AMENDS', $3)`;

    await left.query('begin');
    await right.query('begin');
    await left.query(insert, [newId(), first, second]);
    const waiting = violated(right.query(insert, [newId(), second, first]));
    await expect(
      Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 200, 'waits'))]),
    ).resolves.toBe('waits');
    await left.query('commit');

    expect(await waiting).toBe('regulation_relation_cycle');
    await right.query('rollback');
    await Promise.all([left.end(), right.end()]);
  });
});

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  return client;
}
