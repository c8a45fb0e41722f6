import { describe, expect, test } from '@jest/globals';
import { checkSql } from '../../schema/sql-query/index.js';

const views = [{ name: 'people', about: '', columns: [{ name: 'region_name', type: 'text', about: '' }] }];
const codesOf = async (text: string) =>
  (await checkSql(text, { views, parameterCount: 0 })).map(({ code }) => code);

describe('the gate', () => {
  test.each([
    `select ${'not '.repeat(4900)}true`,
    `select ${'case when true then '.repeat(800)}1 ${'end '.repeat(800)}`,
    `select 1 ${'union select 1 '.repeat(1200)}`,
    `select * from ${'(select * from '.repeat(900)}people${') x'.repeat(900)}`,
  ])('says of a statement beyond its depth that it is, and does not fall over it', async (text) => {
    expect(await codesOf(text)).toEqual(['SQL_TOO_DEEP']);
  });

  test.each([
    `select ${'('.repeat(4000)}1${')'.repeat(4000)}`,
    `select region_name ${"|| ' x'".repeat(100)} from people`,
    `select ${'lower('.repeat(60)}region_name${')'.repeat(60)} from people`,
    `select 1 ${'union select 1 '.repeat(100)}`,
    "select format('%-20s|%2$s|%%', region_name, 1) from people",
  ])('lets through what people write, or a machine for them', async (text) => {
    expect(await codesOf(text)).toEqual([]);
  });

  test.each([
    "select format('%1000000000s', 'x')",
    "select format('%1$999999999s', 'x')",
    "select format('%*s', 1000000000, 'x')",
    "select format('%-*2$s', 'x', 1000000000)",
    'select format(region_name, 1) from people',
    "select format(variadic array['%1000000000s', 'x'])",
  ])('lets no width be as long as anybody likes: %s', async (text) => {
    expect(await codesOf(text)).toEqual(['SQL_LENGTH']);
  });

  test.each([
    'with recursive r(id) as (select 1 union all select id + 1 from r where id < 3) search depth first by id set urut select r.urut from r',
    'with recursive r(id) as (select 1 union select id from r) cycle id set berputar using jalan select r.id, r.berputar, r.jalan from r',
  ])('lets a search say its order and where it turns in a circle', async (text) => {
    expect(await codesOf(text)).toEqual([]);
  });

  test.each([
    ['select ifnull(region_name, 1) from people', 'coalesce(a, b)'],
    ['select Year(region_name) from people', 'extract(year from month)'],
    ['select region_name from people tablesample system (10)', 'order by random() limit 100'],
    ['select region_name from people order by region_name collate "C"', 'order by lower(region_name)'],
    ['select top 10 region_name from people', '… limit 10'],
    ['select region_name from people limit 5, 10', 'limit 10 offset 5'],
    ['select [region_name] from people', '"region_name"'],
    ['select region_name from people where region_name = :nama', '$1'],
    ['select region_name from people where region_name = {{nama}}', '$1'],
    ['select region_name from people where region_name = ?', '$1'],
    ["select cast('2026-02-11' as datetime)", 'due_on::timestamp'],
    ['select 5::money', "replace(to_char(paid_rupiah, 'FM999,999,999,999'), ',', '.')"],
  ])('says how to write what other databases have: %s', async (sql, instead) => {
    const [refusal] = await checkSql(sql, { views, parameterCount: 0 });

    expect(refusal).toMatchObject({
      code: expect.stringMatching(/^SQL_(WRITTEN|SYNTAX)_OTHERWISE$/),
      params: { instead },
    });
  });

  test('speaks of a relation that is not there, not of its columns', async () => {
    expect(await codesOf('select c.nama_kolom from information_schema.columns c')).toEqual(['SQL_RELATION']);
  });

  test('calls a refused part of a statement by its name in SQL', async () => {
    const refusals = await checkSql('select region_name from people for update', {
      views,
      parameterCount: 0,
    });

    expect(refusals).toMatchObject([{ code: 'SQL_CONSTRUCT', params: { name: 'FOR UPDATE' } }]);
  });
});
