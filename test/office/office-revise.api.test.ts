import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { regionId } from '../support/build/region.js';
import { officeAnswer, officeId, officeKey, problems, theOffices } from './offices.js';
import { World } from './world.js';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.rows('delete from office_service_area');
  await world.rows('update office set parent_id = null');
  await world.rows('delete from office');
  await theOffices(world);
});

const revise = `mutation ($id: ID!, $version: Int!, $input: OfficeReviseInput!) {
  officeRevise(id: $id, expectedVersion: $version, input: $input) { ${officeAnswer} } }`;
const close = `mutation ($id: ID!, $version: Int!, $input: OfficeCloseInput!) {
  officeClose(id: $id, expectedVersion: $version, input: $input) { ${officeAnswer} } }`;

describe('officeRevise', () => {
  it('keeps what is absent and clears what is null', async () => {
    await world.rows("update office set note = 'lama', address = 'Jl. Raya' where id = $1", [
      officeKey('cilegon'),
    ]);

    const { data } = await world.run('coordinatorBanten', revise, {
      id: officeId('cilegon'),
      version: 2,
      input: { note: null },
    });

    expect(data.officeRevise.userErrors).toEqual([]);
    expect(
      await world.rows('select note, address, name, version from office where id = $1', [
        officeKey('cilegon'),
      ]),
    ).toEqual([{ note: null, address: 'Jl. Raya', name: 'Kantor Cabang Cilegon', version: 3 }]);
    expect(await areasOf('cilegon')).toEqual(['2024-07-01..']);
  });

  it('replaces the service areas, writing only those that changed', async () => {
    const kept = await world.rows("select id from office_service_area where valid_from = '2024-07-01'");
    const serviceAreas = [
      { regionId: regionId('36.72'), from: '2024-07-01' },
      { regionId: regionId('36.72'), from: '2018-01-01', until: '2024-06-30' },
    ];

    const { data } = await world.run('coordinatorBanten', revise, {
      id: officeId('cilegon'),
      version: 1,
      input: { serviceAreas },
    });

    expect(data.officeRevise.userErrors).toEqual([]);
    expect(await areasOf('cilegon')).toEqual(['2018-01-01..2024-06-30', '2024-07-01..']);
    expect(await world.rows("select id from office_service_area where valid_from = '2024-07-01'")).toEqual(
      kept,
    );
  });

  it('moves the border between two periods of one region', async () => {
    const serviceAreas = [{ regionId: regionId('36.72'), from: '2024-08-01' }];

    const { data } = await world.run('coordinatorBanten', revise, {
      id: officeId('cilegon'),
      version: 1,
      input: { serviceAreas },
    });

    expect(data.officeRevise.userErrors).toEqual([]);
    expect(await areasOf('cilegon')).toEqual(['2024-08-01..']);
  });

  it('lets a coordinator replace the only area of an office without a seat', async () => {
    const serviceAreas = [{ regionId: regionId('36.72') }, { regionId: regionId('36.73') }];

    const { data } = await world.run('coordinatorBanten', revise, {
      id: officeId('kanwil'),
      version: 1,
      input: { serviceAreas },
    });

    expect(data.officeRevise.userErrors).toEqual([]);
    expect(await areasOf('kanwil')).toEqual(['..', '..']);
  });

  it('does not let a coordinator give the office away', async () => {
    const { data } = await world.run('coordinatorBanten', revise, {
      id: officeId('kanwil'),
      version: 1,
      input: { serviceAreas: [] },
    });

    expect(problems(data.officeRevise)).toEqual(['input.regionId OFFICE_PLACE_MISSING']);
    expect(await areasOf('kanwil')).toEqual(['..']);
  });

  it('refuses overlapping areas in words that say what to do', async () => {
    const serviceAreas = [
      { regionId: regionId('36.72') },
      { regionId: regionId('36.72'), from: '2025-01-01' },
    ];

    const { data } = await world.run('admin', revise, {
      id: officeId('cilegon'),
      version: 1,
      input: { serviceAreas },
    });

    expect(data.officeRevise.userErrors).toEqual([
      {
        path: ['input', 'serviceAreas', '1', 'from'],
        code: 'OFFICE_SERVICE_AREA_OVERLAP',
        message:
          'Masa layanan ini bertumpang tindih dengan masa layanan lain kantor ini untuk wilayah yang sama. Ubah tanggalnya atau gabungkan keduanya.',
      },
    ]);
  });

  it('refuses a chain of offices that closes', async () => {
    const input = { level: 'KANWIL', parentId: officeId('serang') };

    const { data } = await world.run('admin', revise, { id: officeId('kanwil'), version: 1, input });

    expect(problems(data.officeRevise)).toEqual(['input.parentId OFFICE_PARENT_MISPLACED']);
  });

  it('refuses an old version', async () => {
    const { data } = await world.run('admin', revise, {
      id: officeId('cilegon'),
      version: 7,
      input: { note: 'x' },
    });

    expect(problems(data.officeRevise)).toEqual(['expectedVersion STALE_VERSION']);
  });

  it('answers a coordinator alike for an office elsewhere, the head office, and none', async () => {
    const answers = [];
    for (const id of [officeId('bekasi'), officeId('pusat'), officeId('tidak ada'), regionId('36')]) {
      answers.push(
        (await world.run('coordinatorBanten', revise, { id, version: 1, input: { note: 'x' } })).data
          .officeRevise,
      );
    }

    expect(new Set(answers.map((found) => JSON.stringify(found))).size).toBe(1);
    expect(problems(answers[0])).toEqual(['id NOT_FOUND']);
    expect(await world.rows("select from office where note = 'x'")).toHaveLength(0);
  });
});

describe('officeClose', () => {
  it('closes once', async () => {
    const input = { closedOn: '2026-01-31' };

    const first = await world.run('coordinatorBanten', close, { id: officeId('cilegon'), version: 1, input });
    const second = await world.run('coordinatorBanten', close, {
      id: officeId('cilegon'),
      version: 2,
      input,
    });

    expect(first.data.officeClose.office.period).toEqual({ from: null, until: '2026-01-31' });
    expect(second.data.officeClose.userErrors[0]).toMatchObject({
      code: 'OFFICE_CLOSED_ALREADY',
      message: expect.stringContaining('31 Januari 2026'),
    });
  });
});

async function areasOf(key: string): Promise<unknown[]> {
  const rows = await world.rows(
    `select concat(valid_from, '..', valid_until) as period from office_service_area where office_id = $1 order by 1`,
    [officeKey(key)],
  );
  return rows.map(({ period }) => period);
}
