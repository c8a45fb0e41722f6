import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { type GraphQLObjectType, parse } from 'graphql';
import { FlatSelection } from '../../schema/kernel/flat-read.js';
import { NotCompilable, outputOf } from '../../schema/kernel/output.js';
import { Mou } from '../../schema/mou/index.js';
import { Region, regionList } from '../../schema/region/index.js';
import { describedSchema } from '../../server/graphql/schema.js';

const schema = describedSchema();
const id = '0190a0a0-0000-7000-8000-000000000000';

function flat(type: string, text: string): FlatSelection {
  const [definition] = parse(text).definitions;
  if (definition?.kind !== 'OperationDefinition') throw new Error('no selection');
  const parts = { schema, fragments: {}, variableValues: {} };
  const output = outputOf(parts, schema.getType(type) as GraphQLObjectType, [definition.selectionSet]);
  return new FlatSelection(new Map(), output, { forms: 0 });
}

const one = (text: string) => flat('Region', text).one(Region, id);
const page = (text: string) => flat('RegionConnection', text);

describe('one record', () => {
  test('is flat columns of its row and of the rows joined to it', () => {
    expect(one('{ code parent { code } }')).toMatchObject({
      text:
        'select t1.ct2 as ct2, t1.ct3 as ct3, (t4.id is not null) as ct5, t4.code as ct6 ' +
        'from (select t1.parent_id, true as ct2, t1.code as ct3 from region t1 where t1.id = $1) t1 ' +
        'left join region t4 on t4.id = t1.parent_id',
      values: [id],
    });
  });

  test('is written as its selection is ordered, aliases and type names included', () => {
    const read = one('{ b: name code a: name kind: __typename parent { code } p: parent { name } }');

    expect(read?.answer([['t', 'Kota "C"\n', '36.72', 't', '36', 'Banten']])?.json).toBe(
      '{"b":"Kota \\"C\\"\\n","code":"36.72","a":"Kota \\"C\\"\\n","kind":"Region","parent":{"code":"36"},"p":{"name":"Banten"}}',
    );
    expect(read?.answer([['t', 'Banten', '36', 'f', null, null]])?.json).toContain('"parent":null');
    expect(read?.answer([])).toBeNull();
  });

  test('with many rows below it has one group of rows', () => {
    const read = one('{ code ancestors { code } }');

    expect(read?.text).toContain('left join lateral (select * from (select true as ct5, t4.code as ct6');
    const rows = [
      ['t', '36.72', id, 't', '36', '1'],
      ['t', '36.72', id, 't', '36.72', '2'],
    ];
    expect(read?.answer(rows)?.json).toBe('{"code":"36.72","ancestors":[{"code":"36"},{"code":"36.72"}]}');
    expect(read?.answer([['t', '36', id, null, null, null]])?.json).toBe('{"code":"36","ancestors":[]}');
  });

  test('counts what belongs to it once, however many rows are below it', () => {
    const { text = '' } = one('{ children(first: 1) { totalCount } ancestors { code } }') ?? {};

    const [beside = '', below = ''] = text.split('left join lateral');
    expect(beside).toMatch(/cross join lateral \(select .*limit 100001.* offset 0\) n $/s);
    expect(below).not.toContain('limit 100001');
  });
});

describe('a page', () => {
  test('reads one record more than wanted, and the filter goes into parameters', () => {
    const read = page('{ nodes { code } pageInfo { hasNextPage } }').page(regionList, {
      first: 2,
      filter: { codes: ["'; drop table region; --"] },
    });

    expect(read?.text).toContain('where (t1.code = any($1))');
    expect(read?.text).toContain('limit 3');
    expect(read?.text).not.toContain('drop');
    const rows = ['36', '36.04', '36.72'].map((code) => ['t', code, code, id]);
    expect(read?.answer(rows).json).toBe(
      '{"nodes":[{"code":"36"},{"code":"36.04"}],"pageInfo":{"hasNextPage":true}}',
    );
  });

  test('of the same document and size is compiled once; only the conditions differ', () => {
    const selection = page('{ totalCount nodes { code } }');
    const all = selection.page(regionList, { first: 5 });
    const some = selection.page(regionList, { first: 5, filter: { levels: ['CITY'] } });

    expect(some?.text.replaceAll('(t1.level = any($1))', 'true')).toBe(all?.text);
    expect(all?.answer([['0', null, null, null, null]]).json).toBe('{"totalCount":0,"nodes":[]}');
  });

  test('a count alone reads no rows', () => {
    const { text = '' } = page('{ totalCount }').page(regionList, {}) ?? {};

    expect(text).toContain('(select from region t1 where true limit 100001)');
    expect(text).not.toContain('order by');
  });

  test('is refused as ever when its size is wrong', () => {
    expect(() => page('{ nodes { code } }').page(regionList, { first: 101 })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});

describe('what has code of its own is left to graphql-js', () => {
  test('a field with a resolver that does more than hand on what was read', () => {
    expect(() => flat('Mou', '{ viewerCan { sign } }')).toThrow(NotCompilable);
    expect(flat('Mou', '{ missing phase }').one(Mou, id)).not.toBeNull();
  });

  test('a null where the schema allows none', () => {
    const read = one('{ code }');

    expect(() => read?.answer([['t', null]])).toThrow('null where the schema allows none');
  });
});
