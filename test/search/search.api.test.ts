import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { aBeneficiary, aNik } from '../beneficiary/people.js';
import { type Asking, everybody, type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { aMou } from '../support/build/mou.js';
import { aProgram } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';

const query =
  'query ($text: String!, $first: Int) { search(text: $text, first: $first) { concept title detail regionName id } }';
const nik = aNik();

let world: ReportingWorld;
beforeAll(async () => {
  world = await reportingWorld();
  const { app } = world;
  const signed = await aMou(app, { title: 'Nota Pelita Cilegon', state: 'SIGNED', parties: 1 });
  await app.sql(
    'insert into mou_party (id, mou_id, position, kind, other_name, number) values ($1, $2, 2, $3, $4, $5)',
    [newId(), signed, 'OTHER', 'BPJS Ketenagakerjaan', 'PER/17/PELITA/2024'],
  );
  await aMou(app, { title: 'Konsep Pelita Serang', region: '36.04' });
  await app.sql(
    `insert into regulation (id, kind, region_id, number, year, title, state, enacted_on) values
       ($1, 'PERWAL', $3, '16', 2025, 'Pelita pekerja rentan', 'ENACTED', '2025-03-01'),
       ($2, 'PERWAL', $3, null, 2026, 'Pelita kedua', 'DRAFT', null)`,
    [newId(), newId(), regionKey('36.72')],
  );
  await aProgram(app, { name: 'Pelita Cilegon' });
  await aProgram(app, { name: 'Pelita Serang', region: '36.04' });
  await app.sql(
    "insert into office (id, level, name, code) values ($1, 'HEAD_OFFICE', 'Pelita Pusat', 'P00')",
    [newId()],
  );
  await app.sql(
    "insert into official (id, name, post, organisation_kind, region_id) values ($1, 'Pelita Wibawa', 'Wali Kota', 'REGION_GOVERNMENT', $2)",
    [newId(), regionKey('36.72')],
  );
  await aBeneficiary(world, { name: 'Pelita Sarmili', nik });
  await aBeneficiary(world, { name: 'Ani' });
  for (let count = 0; count < 6; count += 1) await aBeneficiary(world, { name: `Suryani ${count}` });
  await aBeneficiary(world, { name: 'Ani Lestari' });
});
afterAll(() => world.close());

describe('a search over everything', () => {
  it('finds each kind by name and number, in one statement', async () => {
    const answer = await hits('operatorCilegon', 'pelita');

    // kinds with a title that begins with the word stand before those that have it inside
    expect(answer.found).toEqual([
      'program: Pelita Cilegon (Kota Cilegon)',
      'official: Pelita Wibawa (Kota Cilegon)',
      'beneficiary: Pelita Sarmili (Kota Cilegon)',
      'mou: Nota Pelita Cilegon (Kota Cilegon)',
      'regulation: Rancangan Perwal Kota Cilegon Tahun 2026 (Kota Cilegon)',
      'regulation: Perwal Kota Cilegon Nomor 16 Tahun 2025 (Kota Cilegon)',
      'office: Kantor Pusat (-)',
    ]);
    expect(answer.statements).toBe(1);
    expect((await hits('operatorCilegon', 'per/17/pelita')).found).toEqual([
      'mou: Nota Pelita Cilegon (Kota Cilegon)',
    ]);
    expect((await hits('operatorCilegon', '2025 perwal 16')).found).toEqual([
      'regulation: Perwal Kota Cilegon Nomor 16 Tahun 2025 (Kota Cilegon)',
    ]);
    expect((await hits('operatorCilegon', '36.72', 1)).found).toEqual([
      'region: Kota Cilegon (Provinsi Banten)',
    ]);
  });

  it('gives everybody what they may see, and the public what is public', async () => {
    const seen: Record<string, string[]> = {};
    for (const name of everybody)
      seen[name] = (await hits(name, 'pelita')).found.map((line: string) => line.replace(/ \(.*/, ''));

    const register = ['mou: Nota Pelita Cilegon', 'regulation: Perwal Kota Cilegon Nomor 16 Tahun 2025'];
    expect(seen.anonymous).toEqual(register);
    expect(seen.operatorBekasi).toEqual(['official: Pelita Wibawa', ...register, 'office: Kantor Pusat']);
    expect(seen.analystBanten).not.toContain('beneficiary: Pelita Sarmili');
    expect(seen.analystBanten).toContain('program: Pelita Serang');
    expect(seen.operatorSerang).not.toContain('beneficiary: Pelita Sarmili');
    for (const name of ['admin', 'coordinatorBanten', 'approverBanten', 'auditorBanten', 'operatorCilegon'])
      expect(seen[name]).toContain('beneficiary: Pelita Sarmili');
    expect(seen.operatorSerang).toContain('mou: Konsep Pelita Serang');
    expect(seen.operatorCilegon).not.toContain('mou: Konsep Pelita Serang');
  });

  it('puts the name itself before names that begin with it, and those before all others', async () => {
    const { found } = await hits('operatorCilegon', 'ani', 3);

    expect(found).toEqual([
      'beneficiary: Ani (Kota Cilegon)',
      'beneficiary: Ani Lestari (Kota Cilegon)',
      'beneficiary: Suryani 0 (Kota Cilegon)',
    ]);
  });

  it('finds a person by the whole NIK, in the own regions, without the NIK in any statement', async () => {
    const sent = await world.app.statements(async () => {
      expect((await hits('operatorCilegon', ` ${nik.slice(0, 6)} ${nik.slice(6)} `)).found).toEqual([
        'beneficiary: Pelita Sarmili (Kota Cilegon)',
      ]);
    });
    expect(sent.join(' ')).not.toContain(nik);
    for (const name of ['anonymous', 'analystBanten', 'operatorSerang'] as const)
      expect((await hits(name, nik)).found).toEqual([]);
    const [hit] = (await world.ask('operatorCilegon', query, { text: nik })).data.search;
    expect(hit.detail).toBe(`36••••••••••${nik.slice(12)}`);
    expect((await world.ask('operatorCilegon', query, { text: `${nik.slice(0, 12)}` })).errors).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it.each([
    ['too short', 'ab', 5],
    ['words that are all too short', 'a b c d', 5],
    ['too long', 'x'.repeat(101), 5],
    ['not storable', 'nul\u0000nul', 5],
    ['too many hits', 'pelita', 21],
    ['no hits', 'pelita', 0],
  ])('refuses a text that is %s', async (_, text, first) => {
    const answer = await world.ask('admin', query, { text, first });

    expect(answer.errors).toEqual(['BAD_USER_INPUT']);
    expect(answer.statements).toBe(0);
  });

  it('takes wildcards and quotes literally', async () => {
    for (const text of ['%%%', '___', "'; drop table mou; --", '\\\\\\'])
      expect((await hits('admin', text)).found).toEqual([]);
  });
});

async function hits(name: Asking, text: string, first?: number) {
  const { data, errors, statements } = await world.ask(name, query, { text, first });
  if (errors.length > 0) throw new Error(errors.join());
  const found = data.search.map(
    (hit: { concept: string; title: string; regionName: string | null }) =>
      `${hit.concept}: ${hit.title} (${hit.regionName ?? '-'})`,
  );
  return { found, statements };
}
