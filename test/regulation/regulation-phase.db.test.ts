import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RegulationWorld, regulationWorld, type StoredRegulation } from './regulation-world.js';

let world: RegulationWorld;

beforeAll(async () => {
  world = await regulationWorld();
});

afterAll(() => world.close());

describe('display title', () => {
  it.each([
    [{ kind: 'PERWAL', number: '41', year: 2024 }, 'Perwal Kota Cilegon Nomor 41 Tahun 2024'],
    [
      { kind: 'PERBUP', region: '36.04', number: '59', year: 2025 },
      'Perbup Kabupaten Serang Nomor 59 Tahun 2025',
    ],
    [{ kind: 'PERDA', region: '36', number: '5', year: 2025 }, 'Perda Provinsi Banten Nomor 5 Tahun 2025'],
    [{ kind: 'PERGUB', region: '36', number: '7', year: 2022 }, 'Pergub Banten Nomor 7 Tahun 2022'],
    [{ kind: 'INPRES', region: null, number: '2', year: 2021 }, 'Inpres Nomor 2 Tahun 2021'],
    [{ kind: 'UU', region: null, number: '40', year: 2004 }, 'UU Nomor 40 Tahun 2004'],
    [
      { kind: 'PERMEN', region: null, number: '5', year: 2021, issuer_name: 'Menteri Ketenagakerjaan' },
      'Peraturan Menteri Ketenagakerjaan Nomor 5 Tahun 2021',
    ],
    [{ kind: 'PERMEN', region: null, number: '6', year: 2021 }, 'Permen Nomor 6 Tahun 2021'],
    [
      { kind: 'SE', number: '549/SEKRT', year: 2025, issuer_name: 'Wali Kota Cilegon' },
      'SE Wali Kota Cilegon Nomor 549/SEKRT Tahun 2025',
    ],
    [{ kind: 'SE', number: '550', year: 2025 }, 'SE Kota Cilegon Nomor 550 Tahun 2025'],
    [
      { kind: 'PERWAL', region: '36.73', number: null, year: 2025, state: 'DRAFT' },
      'Rancangan Perwal Kota Serang Tahun 2025',
    ],
    [{ kind: 'KEPWAL', number: null, year: 2025 }, 'Kepwal Kota Cilegon (nomor belum diketahui) Tahun 2025'],
  ])('of %j', async (facts, title) => {
    const id = await world.stored(facts);

    const { rows } = await world.owner.query('select display_title from regulation where id = $1', [id]);
    expect(rows).toEqual([{ display_title: title }]);
  });

  it('follows the name of the region', async () => {
    const id = (await world.aRegulation({ region: '32.75', number: '17' })).key;

    await world.owner.query(`update region set name = 'Bekasi Raya' where code = '32.75'`);

    const { rows } = await world.owner.query('select display_title from regulation where id = $1', [id]);
    expect(rows).toEqual([{ display_title: 'Perwal Kota Bekasi Raya Nomor 17 Tahun 2024' }]);
  });
});

describe('phase on a day', () => {
  const phaseOf = async (id: string, day: string): Promise<string> => {
    const { rows } = await world.owner.query(
      'select app.regulation_phase(r, $2) as phase, app.regulation_days(r) @> $2 as "isInForce" from regulation r where id = $1',
      [id, day],
    );
    expect(rows[0].isInForce).toBe(rows[0].phase === 'IN_FORCE');
    return rows[0].phase;
  };

  it.each([
    ['before its first day', { effective_from: '2026-01-01' }, '2025-12-31', 'NOT_YET_IN_FORCE'],
    ['on its first day', { effective_from: '2026-01-01' }, '2026-01-01', 'IN_FORCE'],
    [
      'on its last day',
      { effective_from: '2026-01-01', effective_until: '2027-03-31' },
      '2027-03-31',
      'IN_FORCE',
    ],
    [
      'after its last day',
      { effective_from: '2026-01-01', effective_until: '2027-03-31' },
      '2027-04-01',
      'EXPIRED',
    ],
    [
      'before the day of promulgation',
      { enacted_on: '2025-12-19', promulgated_on: '2025-12-22' },
      '2025-12-21',
      'NOT_YET_IN_FORCE',
    ],
    [
      'on the day of promulgation',
      { enacted_on: '2025-12-19', promulgated_on: '2025-12-22' },
      '2025-12-22',
      'IN_FORCE',
    ],
    ['on the day of enactment', { enacted_on: '2025-12-19' }, '2025-12-19', 'IN_FORCE'],
    ['before the day of enactment', { enacted_on: '2025-12-19' }, '2025-12-18', 'NOT_YET_IN_FORCE'],
    ['on 1 January when only the year is known', { year: 2004 }, '2004-01-01', 'IN_FORCE'],
    ['before 1 January when only the year is known', { year: 2004 }, '2003-12-31', 'NOT_YET_IN_FORCE'],
    ['before the revocation', { state: 'REVOKED', revoked_on: '2025-06-01' }, '2025-05-31', 'IN_FORCE'],
    ['on the day of the revocation', { state: 'REVOKED', revoked_on: '2025-06-01' }, '2025-06-01', 'REVOKED'],
    ['with an unknown day of revocation', { state: 'REVOKED' }, '2025-05-31', 'REVOKED'],
    ['as a draft', { state: 'DRAFT', effective_from: '2020-01-01' }, '2026-01-01', 'DRAFT'],
  ] as [string, StoredRegulation, string, string][])('%s', async (_when, facts, day, phase) => {
    expect(await phaseOf((await world.aRegulation(facts)).key, day)).toBe(phase);
  });

  it('ends with the first day of an enacted regulation that revokes it, and is not revived', async () => {
    const old = (await world.aRegulation({ year: 2016 })).key;
    const revoker = (await world.aRegulation({ effective_from: '2024-12-01', effective_until: '2025-12-01' }))
      .key;
    const draft = (await world.aRegulation({ state: 'DRAFT', effective_from: '2020-01-01' })).key;
    await world.related(revoker, 'REVOKES', old);
    await world.related(draft, 'REVOKES', old);

    expect(await phaseOf(old, '2024-11-30')).toBe('IN_FORCE');
    expect(await phaseOf(old, '2024-12-01')).toBe('REVOKED');
    expect(await phaseOf(old, '2026-02-11')).toBe('REVOKED');
  });

  it('ends on its own day of revocation when both are known', async () => {
    const old = (await world.aRegulation({ year: 2016, state: 'REVOKED', revoked_on: '2024-12-05' })).key;
    const revoker = (await world.aRegulation({ year: 2024 })).key;
    await world.related(revoker, 'REVOKES', old);

    expect(await phaseOf(old, '2024-12-04')).toBe('IN_FORCE');
    expect(await phaseOf(old, '2024-12-05')).toBe('REVOKED');
  });
});
