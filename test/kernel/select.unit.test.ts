import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { compileMany, compileOne, compilePage } from '../../schema/kernel/select.js';
import { selectionFrom } from '../../schema/kernel/selection.js';
import { Region, regionList } from '../../schema/region/index.js';
import { describedSchema } from '../../server/graphql/schema.js';

const schema = describedSchema();
const page = (text: string) => selectionFrom(schema, 'RegionConnection', text);

test('one record with what lies below it is this one statement', () => {
  const { text, values } = compileOne(
    Region,
    '0190a0a0-0000-7000-8000-000000000000',
    selectionFrom(schema, 'Region', '{ id displayName parent { code } ancestors { code } }'),
  );

  expect(oneLine(text)).toBe(
    "select (select row_to_json(o) from (select 'region_' || replace(t1.id::text, '-', '') as \"id\", t1.display_name as \"displayName\", " +
      '(select (select row_to_json(o) from (select t2.code as "code") o) from region t2 where t2.id = t1.parent_id) as "parent", ' +
      '(select coalesce(json_agg((select row_to_json(o) from (select t3.code as "code") o) order by length(t3.code)), \'[]\') ' +
      'from region t3 where t3.id in (select app.region_ancestors(t1.parent_id))) as "ancestors") o) as answer from region t1 where t1.id = $1',
  );
  expect(values).toEqual(['0190a0a0-0000-7000-8000-000000000000']);
});

test('a page with a filter, an order and a count is this one statement', () => {
  const { text, values } = compilePage(
    regionList,
    { filter: { levels: ['CITY'], codes: null }, orderBy: { field: 'NAME', direction: 'DESC' }, first: 2 },
    page('{ totalCount nodes { code } }'),
  );

  expect(oneLine(text)).toBe(
    "select json_build_object('rows', (select coalesce(json_agg(json_build_object('c', p.c, 'n', p.n)), '[]') from ( " +
      'select json_build_array(\'NAME:DESC\', t1.display_name::text, t1.id) as c, (select row_to_json(o) from (select t1.code as "code") o) as n ' +
      'from region t1 where (t1.level = any($1)) order by t1.display_name DESC, t1.id DESC limit 3) p), ' +
      "'total', (select case when n.counted <= 100000 then n.counted " +
      'else greatest(100001, (select count(*) * 50 from region t1 tablesample system (2) repeatable (1) where (t1.level = any($1)))) end ' +
      'from (select count(*) as counted from (select from region t1 where (t1.level = any($1)) limit 100001) c) n)) as answer',
  );
  expect(values).toEqual([['CITY']]);
});

test('what a client writes reaches PostgreSQL as a parameter only', () => {
  const hostile = "'; drop table region; --";

  const { text, values } = compilePage(
    regionList,
    { filter: { codes: [hostile], search: hostile, parentId: hostile, withinIds: [hostile] } },
    page('{ nodes { id } }'),
  );

  expect(text).not.toContain('drop');
  expect(JSON.stringify(values)).toContain('drop');
});

test('fields that nobody selects are not read, and a count alone reads no rows', () => {
  // a numbered page of the panel counts all of them
  expect(oneLine(compilePage(regionList, { offset: 0 }, page('{ totalCount }')).text)).toBe(
    "select json_build_object('rows', '[]'::json, 'total', (select count(*) from region t1 where true)) as answer",
  );
});

test('compileMany keeps order and repetition of the ids', () => {
  const { shape } = compileMany(Region, [], selectionFrom(schema, 'Region', '{ id }'));

  expect(shape([{ id: 'b' }, null, { id: 'a' }])).toEqual([{ id: 'b' }, null, { id: 'a' }]);
  expect(shape(null)).toEqual([]);
});

test('a page shows one record more than asked as hasNextPage, never as a node', () => {
  const selection = page('{ nodes { code } pageInfo { hasNextPage endCursor } }');
  const { shape } = compilePage(regionList, { first: 1 }, selection);
  const row = (code: string) => ({
    c: ['CODE:ASC', code, '0190a0a0-0000-7000-8000-000000000000'],
    n: { code },
  });

  const found = shape({ rows: [row('36'), row('37')], total: null });

  expect(found).toMatchObject({ nodes: [{ code: '36' }], pageInfo: { hasNextPage: true }, totalCount: null });
});

test.each([
  [{ first: 0 }, 'PAGE_SIZE_INVALID'],
  [{ first: 101 }, 'PAGE_SIZE_INVALID'],
  [{ first: 1.5 }, 'PAGE_SIZE_INVALID'],
  [{ first: Number.NaN }, 'PAGE_SIZE_INVALID'],
  [{ after: 'x' }, 'CURSOR_INVALID'],
  [{ filter: { search: ' ab ' } }, 'SEARCH_TOO_SHORT'],
])('%j is refused with %s before there is a statement', (request, reason) => {
  expect(() => compilePage(regionList, request, page('{ nodes { id } }'))).toThrow(
    expect.objectContaining({ reason }),
  );
});

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
