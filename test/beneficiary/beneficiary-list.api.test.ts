import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { type Asking, everybody, type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { regionId } from '../support/build/region.js';
import { aBeneficiary, aNik, keyOf, listText, oneText, verifyText } from './people.js';

let world: ReportingWorld;
beforeAll(async () => {
  world = await reportingWorld();
  await world.app.sql(
    "insert into category (id, code, name, name_en, family) values ($1, 'OJOL', 'Ojek daring', 'Online driver', 'VULNERABLE')",
    [category],
  );
});
afterAll(() => world.close());

const category = newId();
const categoryPublicId = `category_${category.replaceAll('-', '')}`;

describe('beneficiaries', () => {
  const ids: Record<string, string> = {};
  const near = regionId('36.73');
  beforeAll(async () => {
    const made = (name: string, part: object) =>
      aBeneficiary(world, { regionId: near, sex: null, name, ...part });
    ids.young = await made('Bagas Wirahadi', { birthDate: '2001-02-12', categoryId: categoryPublicId });
    ids.turning = await made('Citra Lesmana', {
      birthDate: '1961-02-11',
      decile: { value: 3, source: 'DTSEN', on: '2025-12-01' },
    });
    ids.later = await made('Dadang Surahman', { birthDate: '1961-08-11' });
    ids.unknown = await made('Endah Puspita', { birthDate: null });
    ids.old = await made('Fajar Nugraha', { birthDate: '1961-02-10' });
    await world.ask('admin', verifyText, {
      id: ids.young,
      input: { check: 'DUKCAPIL', result: 'FAILED', checkedOn: '2026-02-01' },
    });
    await world.ask('admin', verifyText, {
      id: ids.young,
      input: { check: 'DUKCAPIL', result: 'PASSED', checkedOn: '2026-02-10' },
    });
  });

  it.each([
    [{}, ['young', 'turning', 'later', 'unknown', 'old']],
    [{ categoryIds: [categoryPublicId] }, ['young']],
    [{ categoryIds: [] }, []],
    [{ deciles: [3, 4] }, ['turning']],
    [{ verification: { check: 'DUKCAPIL', result: 'PASSED' } }, ['young']],
    [{ verification: { check: 'DUKCAPIL', result: 'FAILED' } }, []],
    [{ verification: { check: 'DUKCAPIL', result: 'NOT_CHECKED' } }, ['turning', 'later', 'unknown', 'old']],
    [{ ageFrom: 65 }, ['turning', 'old']],
    [{ ageUntil: 24 }, ['young']],
    [{ ageFrom: 24, ageUntil: 64 }, ['young', 'later']],
    [{ ageFrom: 2147483647 }, []],
    [{ turns65Before: '2026-08-11' }, ['turning']],
    [{ turns65Before: '2026-08-12' }, ['turning', 'later']],
    [{ search: 'LESMA' }, ['turning']],
    [{ nik: '3672991203851111' }, []],
  ])('with the filter %j are %j, in one statement', async (filter, names) => {
    const { data, errors, statements } = await world.ask('coordinatorBanten', listText, {
      filter: { regionIds: [near], ...filter },
    });

    expect(errors).toEqual([]);
    expect(data.beneficiaries.nodes.map(({ id }: { id: string }) => id)).toEqual(
      names.map((name) => ids[name]),
    );
    expect(data.beneficiaries.totalCount).toBe(names.length);
    expect(statements).toBe(1);
  });

  it.each([
    ['NAME', 'DESC', ['old', 'unknown', 'later', 'turning', 'young']],
    ['CREATED_AT', 'ASC', ['young', 'turning', 'later', 'unknown', 'old']],
    ['BIRTH_DATE', 'ASC', ['old', 'turning', 'later', 'young', 'unknown']],
  ])('page by cursor in the order of %s %s', async (field, direction, names) => {
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = { filter: { regionIds: [near] }, orderBy: { field, direction }, first: 2, after };
      const { data } = await world.ask('coordinatorBanten', listText, page);
      found.push(...data.beneficiaries.nodes.map(({ id }: { id: string }) => id));
      after = data.beneficiaries.pageInfo.endCursor;
      if (found.length >= 5 || after === null) break;
    }

    expect(found).toEqual(names.map((name) => ids[name]));
  });

  it('are found by the whole NIK only, however it is written; half a NIK is refused', async () => {
    const nik = aNik();
    const id = await aBeneficiary(world, { nik, regionId: near, name: 'Gita Larasati' });

    const whole = await world.ask('coordinatorBanten', listText, {
      filter: { nik: ` ${nik.slice(0, 8)} ${nik.slice(8)}` },
    });
    const half = await world.ask('coordinatorBanten', listText, { filter: { nik: nik.slice(0, 12) } });
    await world.app.sql("update beneficiary set region_id = region_id, name = 'Zz' where id = $1", [
      keyOf(id),
    ]);

    expect(whole.data.beneficiaries.nodes).toEqual([{ id, name: 'Gita Larasati' }]);
    expect(half.errors).toEqual(['BAD_USER_INPUT']);
  });

  it('are everything about many persons in one statement', async () => {
    const query = oneText
      .replace('query ($id: ID!) { beneficiary(id: $id) {', 'query { beneficiaries { nodes {')
      .concat(' }');

    const { errors, statements } = await world.ask('admin', query);

    expect(errors).toEqual([]);
    expect(statements).toBe(1);
  });

  it('are read with what lies behind their address', async () => {
    const id = await aBeneficiary(world, { address: { regionId: regionId('36.72.01') } });
    const query = `query ($id: ID!) { beneficiary(id: $id) { address { text region { code parent { code } offices { totalCount nodes { id } } } } } }`;

    const { data, statements } = await world.ask('operatorCilegon', query, { id });

    expect(data.beneficiary.address).toEqual({
      text: null,
      region: { code: '36.72.01', parent: { code: '36.72' }, offices: { totalCount: 0, nodes: [] } },
    });
    expect(statements).toBe(1);
  });

  it.each(everybody)('answer %s for a person of Cilegon as the role says', async (name) => {
    const id = await aBeneficiary(world);
    const refused: Partial<Record<Asking, string>> = {
      anonymous: 'UNAUTHENTICATED',
      analystBanten: 'FORBIDDEN',
    };
    const isVisible = !['anonymous', 'analystBanten', 'operatorSerang', 'operatorBekasi'].includes(name);

    const one = await world.ask(name, oneText, { id });
    const node = await world.ask(name, 'query ($id: ID!) { node(id: $id) { id } }', { id });
    const list = await world.ask(name, listText);

    expect(one.errors).toEqual(refused[name] ? [refused[name]] : []);
    expect(list.errors).toEqual(refused[name] ? [refused[name]] : []);
    expect(one.data?.beneficiary ?? null).toEqual(isVisible ? expect.objectContaining({ id }) : null);
    expect(node.data.node).toEqual(isVisible ? { id } : null);
  });
});
