import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import {
  type Person,
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

describe('row security', () => {
  const everyone: Person[] = ['anonymous', 'admin', 'banten', 'cilegon', 'serang', 'analyst'];

  it.each([
    ['an enacted one of Cilegon', { state: 'ENACTED' }, everyone],
    ['a revoked one of Cilegon', { state: 'REVOKED' }, everyone],
    ['a draft of Cilegon', { state: 'DRAFT' }, ['admin', 'banten', 'cilegon', 'analyst']],
    [
      'a draft of the province',
      { state: 'DRAFT', kind: 'PERGUB', region: '36' },
      ['admin', 'banten', 'analyst'],
    ],
    ['a draft of another province', { state: 'DRAFT', region: '32.75' }, ['admin']],
    ['a draft of the nation', { state: 'DRAFT', kind: 'PP', region: null }, ['admin']],
  ] as [string, StoredRegulation, Person[]][])('shows %s', async (_what, facts, readers) => {
    const id = (await world.aRegulation(facts)).key;

    const seen: Person[] = [];
    for (const person of everyone) {
      const rows = await world.asApp(person, 'select id from regulation where id = $1', [id]);
      if (rows.length === 1) seen.push(person);
    }
    expect(seen).toEqual(readers);
  });

  it.each([
    ['36.72', 'PERWAL', ['admin', 'banten', 'cilegon']],
    ['36', 'PERDA', ['admin', 'banten']],
    ['32.75', 'PERWAL', ['admin']],
    [null, 'PP', ['admin']],
  ] as [string | null, string, Person[]][])(
    'lets %s %s be recorded and changed',
    async (region, kind, writers) => {
      const id = (await world.aRegulation({ region, kind })).key;
      const insert = 'insert into regulation (id, kind, region_id) values ($1, $2, $3) returning id';

      const inserted: Person[] = [];
      const updated: Person[] = [];
      for (const person of everyone) {
        const row = [newId(), kind, region && regionKey(region)];
        if ((await violated(world.asApp(person, insert, row))) === 'accepted') inserted.push(person);
        const rows = await world.asApp(
          person,
          `update regulation set note = 'x' where id = $1 returning id`,
          [id],
        );
        if (rows.length === 1) updated.push(person);
      }
      expect({ inserted, updated }).toEqual({ inserted: writers, updated: writers });
    },
  );

  it('lets nobody record an enacted one at once, nor delete one', async () => {
    const insert = `insert into regulation (id, kind, region_id, state, year) values ($1, 'PERWAL', $2, 'ENACTED', 2024)`;

    expect(await violated(world.asApp('admin', insert, [newId(), regionKey('36.72')]))).toBe('42501');
    expect(await violated(world.asApp('admin', 'delete from regulation'))).toBe('42501');
  });

  it('hides a relation when either end is hidden', async () => {
    const [draft, enacted] = [
      (await world.aRegulation({ state: 'DRAFT' })).key,
      (await world.aRegulation()).key,
    ];
    await world.related(draft, 'AMENDS', enacted);
    const count = 'select count(*)::integer from regulation_relation where target_id = $1';

    expect(await world.asApp('cilegon', count, [enacted])).toEqual([{ count: 1 }]);
    expect(await world.asApp('serang', count, [enacted])).toEqual([{ count: 0 }]);
    expect(await world.asApp('anonymous', 'select * from app.regulation_dependents($1)', [enacted])).toEqual(
      [],
    );
  });

  it('lets relations be written from the own side, and REVOKES by whoever keeps the revoked one', async () => {
    const [own, other] = [
      (await world.aRegulation()).key,
      (await world.aRegulation({ region: '36.73' })).key,
    ];
    const banten = (await world.aRegulation({ kind: 'PERDA', region: '36' })).key;
    const insert =
      'insert into regulation_relation (id, regulation_id, kind, target_id) values ($1, $2, $3, $4)';
    const attempt = (kind: string, from: string, to: string) =>
      violated(world.asApp('cilegon', insert, [newId(), from, kind, to]));

    expect(await attempt('REFERS_TO', own, other)).toBe('accepted');
    expect(await attempt('REFERS_TO', other, own)).toBe('42501');
    expect(await attempt('REVOKES', banten, own)).toBe('accepted');
    expect(await attempt('REVOKES', banten, other)).toBe('42501');
  });

  it('lets nobody remove relations of others', async () => {
    const [draft, target] = [
      (await world.aRegulation({ state: 'DRAFT', region: '36', kind: 'PERDA' })).key,
      (await world.aRegulation()).key,
    ];
    await world.related(draft, 'AMENDS', target);
    const remove = 'delete from regulation_relation where regulation_id = $1 returning id';

    expect(await world.asApp('cilegon', remove, [draft])).toEqual([]);
    expect(await world.asApp('banten', remove, [draft])).toHaveLength(1);
  });
});
