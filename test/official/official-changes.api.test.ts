import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { officeId, problems, theOffices } from '../office/offices.js';
import { type Who, World } from '../office/world.js';
import { regionId } from '../support/build/region.js';
import { officialId, officialKey, theOfficials } from './officials.js';

let world: World;

beforeAll(async () => {
  world = await World.open();
  await theOffices(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.rows('delete from official');
  await theOfficials(world);
});

const answer =
  'official { id displayName version nameVariants isActing term { from until } } userErrors { path code message }';
const create = `mutation ($input: OfficialCreateInput!, $key: String) {
  officialCreate(input: $input, idempotencyKey: $key) { ${answer} } }`;
const revise = `mutation ($id: ID!, $version: Int!, $input: OfficialReviseInput!) {
  officialRevise(id: $id, expectedVersion: $version, input: $input) { ${answer} } }`;
const endTerm = `mutation ($id: ID!, $version: Int!, $input: OfficialEndTermInput!) {
  officialEndTerm(id: $id, expectedVersion: $version, input: $input) { ${answer} } }`;

describe('officialCreate', () => {
  it('adds an official of the own city, once for one key', async () => {
    const place = { organisationKind: 'AGENCY', regionId: regionId('36.72'), agency: 'Dinas Sosial' };
    const input = {
      name: ' Gita Contoh ',
      nameVariants: ['Gita C.', ' ', 'Gita C.'],
      post: 'Plt. Kepala Dinas Sosial',
      isActing: true,
      ...place,
    };

    const first = await world.run('operatorCilegon', create, { input, key: 'gita' });
    const second = await world.run('operatorCilegon', create, { input, key: 'gita' });

    expect(first.data.officialCreate).toEqual({
      official: {
        id: expect.stringMatching(/^official_/),
        displayName: 'Gita Contoh, Plt. Kepala Dinas Sosial Kota Cilegon',
        version: 1,
        nameVariants: ['Gita C.'],
        isActing: true,
        term: null,
      },
      userErrors: [],
    });
    expect(second.data.officialCreate.official.id).toBe(first.data.officialCreate.official.id);
    expect(await world.rows("select from audit_event where verb = 'official.create'")).toHaveLength(1);
  });

  it.each<[Who, object, string[]]>([
    [
      'operatorSerang',
      { organisationKind: 'REGION_GOVERNMENT', regionId: regionId('36.72') },
      ['input.regionId OUTSIDE_REGION'],
    ],
    [
      'operatorCilegon',
      { organisationKind: 'REGION_GOVERNMENT', regionId: regionId('36.04') },
      ['input.regionId OUTSIDE_REGION'],
    ],
    [
      'operatorCilegon',
      { organisationKind: 'OFFICE', officeId: officeId('cilegon') },
      ['input.officeId OFFICIAL_OFFICE_RESERVED'],
    ],
    [
      'coordinatorBanten',
      { organisationKind: 'OFFICE', officeId: officeId('bekasi') },
      ['input.officeId OFFICIAL_OFFICE_RESERVED'],
    ],
    [
      'coordinatorBanten',
      { organisationKind: 'OFFICE', officeId: officeId('pusat') },
      ['input.officeId OFFICIAL_OFFICE_RESERVED'],
    ],
    ['coordinatorBanten', { organisationKind: 'OFFICE', officeId: officeId('kanwil') }, []],
    [
      'admin',
      { organisationKind: 'OFFICE', officeId: officeId('tidak ada') },
      ['input.officeId REFERENCE_NOT_FOUND'],
    ],
    ['admin', { organisationKind: 'OFFICE' }, ['input.officeId VALUE_MISSING']],
  ])('by %s of %j gives %j', async (who, place, expected) => {
    const { data } = await world.run(who, create, { input: { name: 'Gita', post: 'Kepala', ...place } });

    expect(problems(data.officialCreate)).toEqual(expected);
    expect(await world.rows('select from official')).toHaveLength(expected.length > 0 ? 6 : 7);
  });

  it('names all problems at once', async () => {
    const days = { termFrom: '2025-01-01', termUntil: '2024-01-01', evidencedFrom: '2024-02-30' };
    const place = { organisationKind: 'AGENCY', regionId: regionId('36.72') };

    const { data } = await world.run('operatorCilegon', create, {
      input: { name: '', post: 'x'.repeat(201), ...place, ...days },
    });

    expect(problems(data.officialCreate)).toEqual([
      'input.name VALUE_MISSING',
      'input.post VALUE_TOO_LONG',
      'input.evidencedFrom DATE_INVALID',
      'input.agency VALUE_MISSING',
      'input.termUntil OFFICIAL_TERM_REVERSED',
    ]);
  });

  it.each<[Who, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['analystBanten', 'FORBIDDEN'],
    ['auditorBanten', 'FORBIDDEN'],
    ['approverBanten', 'FORBIDDEN'],
  ])('answers %s with %s', async (who, code) => {
    const { errors } = await world.run(who, create, {
      input: {
        name: 'Gita',
        post: 'Wali Kota',
        organisationKind: 'REGION_GOVERNMENT',
        regionId: regionId('36.72'),
      },
    });

    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});

describe('officialRevise', () => {
  it('keeps what is absent and clears what is null', async () => {
    const input = { termUntil: null, nameVariants: ['Budi T.'] };

    const { data } = await world.run('operatorCilegon', revise, {
      id: officialId('walikota'),
      version: 1,
      input,
    });

    expect(data.officialRevise).toMatchObject({
      official: { version: 2, nameVariants: ['Budi T.'], term: { from: '2021-02-26', until: null } },
      userErrors: [],
    });
  });

  it('does not let an operator move an official to another city', async () => {
    const input = { regionId: regionId('36.04') };

    const { data } = await world.run('operatorCilegon', revise, {
      id: officialId('walikota'),
      version: 1,
      input,
    });

    expect(problems(data.officialRevise)).toEqual(['input.regionId OUTSIDE_REGION']);
  });

  it('answers operators of two cities alike for each other’s officials and for none', async () => {
    const change = async (who: Who, id: string) =>
      (await world.run(who, revise, { id, version: 1, input: { note: 'direbut' } })).data.officialRevise;

    const answers = [
      await change('operatorSerang', officialId('walikota')),
      await change('operatorCilegon', officialId('bupati')),
      await change('operatorCilegon', officialId('kepala')),
      await change('operatorCilegon', officialId('tidak ada')),
    ];

    expect(new Set(answers.map((found) => JSON.stringify(found))).size).toBe(1);
    expect(problems(answers[0])).toEqual(['id NOT_FOUND']);
    expect(await world.rows("select from official where note = 'direbut'")).toHaveLength(0);
  });
});

describe('officialEndTerm', () => {
  it('ends a term once', async () => {
    const input = { endedOn: '2026-01-31' };

    const first = await world.run('operatorCilegon', endTerm, { id: officialId('dinas'), version: 1, input });
    const second = await world.run('operatorCilegon', endTerm, {
      id: officialId('dinas'),
      version: 2,
      input,
    });

    expect(first.data.officialEndTerm.official.term).toEqual({ from: '2024-03-01', until: '2026-01-31' });
    expect(second.data.officialEndTerm.userErrors[0].message).toBe(
      'Masa jabatan ini sudah tercatat berakhir pada 31 Januari 2026. Bila tanggalnya keliru, perbaiki lewat ubah pejabat.',
    );
    expect(await world.rows('select version from official where id = $1', [officialKey('dinas')])).toEqual([
      { version: 2 },
    ]);
  });
});
