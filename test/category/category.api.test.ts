import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import {
  type Asking,
  aCitation,
  aSource,
  everybody,
  type ReportingWorld,
  reportingWorld,
} from '../source/reporting-world.js';

let world: ReportingWorld;
let transport: string;
let ojek: string;

beforeAll(async () => {
  world = await reportingWorld();
  transport = await aCategory('TRANSPORT', 'Pekerja transportasi', { isTransport: true });
  ojek = await aCategory('OJEK', 'Ojek', { parent: transport, isTransport: true, aliases: ['Ojol'] });
  await aCategory('KETUA_RT', 'Ketua RT', { family: 'GOVERNMENT_ECOSYSTEM' });
  await aCitation(world.app, await aSource(world.app, 'Banten Raya'), 'category', ojek);
});
afterAll(() => world.close());

interface Made {
  readonly parent?: string;
  readonly family?: string;
  readonly isTransport?: boolean;
  readonly aliases?: readonly string[];
}

async function aCategory(
  code: string,
  name: string,
  { parent, family = 'VULNERABLE', isTransport = false, aliases = [] }: Made = {},
) {
  const id = newId();
  await world.app.sql(
    `insert into category (id, code, name, name_en, family, parent_id, is_transport, aliases) values ($1, $2, $3, $3, $4, $5, $6, $7)`,
    [id, code, name, family, parent, isTransport, aliases],
  );
  return id;
}

const categories = `query ($filter: CategoryFilter) { categories(filter: $filter) { totalCount nodes {
  code parent { code } children { code } citations { field source { publisher } } } } }`;
const create = `mutation ($input: CategoryCreateInput!) { categoryCreate(input: $input) {
  category { code name aliases parent { code } isTransport isPostHolder isActive } userErrors { path code message } } }`;
const revise = `mutation ($id: ID!, $version: Int!, $input: CategoryReviseInput!) {
  categoryRevise(id: $id, expectedVersion: $version, input: $input) {
    category { name aliases parent { code } isActive version } userErrors { path code } } }`;
const input = {
  code: 'NELAYAN',
  name: 'Nelayan',
  nameEn: 'Fisher',
  family: 'VULNERABLE',
  aliases: ['Nelayan kecil'],
};

describe('categories', () => {
  it.each([
    [{}, ['KETUA_RT', 'OJEK', 'TRANSPORT']],
    [{ families: ['GOVERNMENT_ECOSYSTEM'] }, ['KETUA_RT']],
    [{ families: [] }, []],
    [{ isTransport: true }, ['OJEK', 'TRANSPORT']],
    [{ isActive: false }, []],
    [{ search: 'OJO' }, ['OJEK']],
    [{ search: 'transp' }, ['TRANSPORT']],
    [{ search: '%%%' }, []],
    [{ parentId: null }, ['KETUA_RT', 'OJEK', 'TRANSPORT']],
    [{ parentId: 'category_1' }, []],
  ])('with the filter %j gives %j in one statement', async (filter, codes) => {
    const { data, errors, statements } = await world.ask('analystBanten', categories, { filter });

    expect(errors).toEqual([]);
    expect(data.categories.nodes.map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(data.categories.totalCount).toBe(codes.length);
    expect(statements).toBe(1);
  });

  it('shows what is above and below, and the sources', async () => {
    const filter = { parentId: publicId('category', transport) };

    const { data } = await world.ask('operatorCilegon', categories, { filter });

    expect(data.categories.nodes).toEqual([
      {
        code: 'OJEK',
        parent: { code: 'TRANSPORT' },
        children: [],
        citations: [{ field: null, source: { publisher: 'Banten Raya' } }],
      },
    ]);
  });

  it.each(everybody)('is for staff: %s', async (name) => {
    const { errors } = await world.ask(name, '{ categories { totalCount } }');

    expect(errors).toEqual(name === 'anonymous' ? ['UNAUTHENTICATED'] : []);
  });
});

describe('categoryCreate', () => {
  it('adds a category with its words', async () => {
    const { data } = await world.ask('admin', create, {
      input: { ...input, parentId: publicId('category', transport) },
    });

    expect(data.categoryCreate).toEqual({
      category: {
        code: 'NELAYAN',
        name: 'Nelayan',
        aliases: ['Nelayan kecil'],
        parent: { code: 'TRANSPORT' },
        isTransport: false,
        isPostHolder: false,
        isActive: true,
      },
      userErrors: [],
    });
  });

  it('refuses a word of another category, and saves nothing', async () => {
    const taken = { ...input, code: 'OJOL', name: 'Pengemudi daring', aliases: ['OJOL', ' '] };

    const { data } = await world.ask('admin', create, { input: taken });

    expect(data.categoryCreate.userErrors).toEqual([
      { path: ['input', 'aliases', '1'], code: 'VALUE_MISSING', message: 'Isian ini wajib diisi.' },
      {
        path: ['input', 'aliases', '0'],
        code: 'CATEGORY_TERM_TAKEN',
        message:
          'Sebutan "OJOL" sudah menjadi nama atau sebutan kategori Ojek. Satu sebutan hanya untuk satu kategori.',
      },
    ]);
    expect(await world.app.sql(`select id from category where code = 'OJOL'`)).toEqual([]);
  });

  it('refuses a code that is taken', async () => {
    const { data } = await world.ask('admin', create, {
      input: { ...input, code: 'OJEK', name: 'Becak', aliases: null },
    });

    expect(data.categoryCreate.userErrors).toMatchObject([
      { path: ['input', 'code'], code: 'CATEGORY_CODE_TAKEN' },
    ]);
  });

  it.each(everybody.filter((name) => name !== 'admin'))('is not for %s', async (name: Asking) => {
    const { errors } = await world.ask(name, create, { input });

    expect(errors).toEqual([name === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN']);
  });
});

describe('categoryRevise', () => {
  it('keeps what is absent, clears what is null, and takes a category out of use', async () => {
    const id = publicId(
      'category',
      await aCategory('PETANI', 'Petani', { parent: transport, aliases: ['Buruh tani'] }),
    );

    const first = await world.ask('admin', revise, { id, version: 1, input: { isActive: false } });
    const second = await world.ask('admin', revise, {
      id,
      version: 2,
      input: { parentId: null, aliases: null },
    });
    const third = await world.ask('admin', revise, { id, version: 2, input: { name: 'Petani kecil' } });

    expect(first.data.categoryRevise.category).toEqual({
      name: 'Petani',
      aliases: ['Buruh tani'],
      parent: { code: 'TRANSPORT' },
      isActive: false,
      version: 2,
    });
    expect(second.data.categoryRevise.category).toEqual({
      name: 'Petani',
      aliases: [],
      parent: null,
      isActive: false,
      version: 3,
    });
    expect(third.data.categoryRevise.userErrors).toEqual([
      { path: ['expectedVersion'], code: 'STALE_VERSION' },
    ]);
  });

  it('refuses to put a category below itself', async () => {
    const change = {
      id: publicId('category', transport),
      version: 1,
      input: { parentId: publicId('category', ojek) },
    };

    const { data } = await world.ask('admin', revise, change);

    expect(data.categoryRevise.userErrors).toEqual([
      { path: ['input', 'parentId'], code: 'CATEGORY_PARENT_CYCLE' },
    ]);
  });
});
