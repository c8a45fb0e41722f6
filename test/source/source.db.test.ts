import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { regionKey } from '../support/build/region.js';
import {
  type Asking,
  aCitation,
  aSource,
  everybody,
  type ReportingWorld,
  refusal,
  reportingWorld,
} from './reporting-world.js';

let world: ReportingWorld;
let source: string;
let category: string;

beforeAll(async () => {
  world = await reportingWorld();
  source = await aSource(world.app, 'Banten Raya');
  category = newId();
  await world.app.sql(
    `insert into category (id, code, name, name_en, family) values ($1, 'OJEK', 'Ojek', 'Motorcycle taxi', 'VULNERABLE')`,
    [category],
  );
  await aCitation(world.app, source, 'category', category);
});
afterAll(() => world.close());

const cite = 'insert into citation (id, source_id, concept, record_id) values ($1, $2, $3, $4) returning id';

describe('row security', () => {
  it.each(everybody)('lets %s read sources and the citations of what is visible', async (name) => {
    expect(await world.sqlAs(name, 'select publisher from source')).toEqual([{ publisher: 'Banten Raya' }]);
    expect(await world.sqlAs(name, 'select concept from citation')).toEqual([{ concept: 'category' }]);
  });

  it.each<[Asking, string | null]>([
    ['anonymous', '42501'],
    ['admin', null],
    ['coordinatorBanten', null],
    ['operatorCilegon', null],
    ['approverBanten', '42501'],
    ['analystBanten', '42501'],
    ['auditorBanten', '42501'],
  ])('answers %s who adds a source with %s', async (name, code) => {
    const insert = `insert into source (id, publisher) values ($1, 'Radar Banten')`;

    expect(await refusal(world.sqlAs(name, insert, [newId()]))).toBe(code);
  });

  it.each<[Asking, number]>([
    ['anonymous', 0],
    ['admin', 1],
    ['coordinatorBanten', 1],
    ['operatorCilegon', 0],
    ['auditorBanten', 0],
  ])('lets %s change %i sources', async (name, count) => {
    const changed = await world.sqlAs(name, `update source set title = 'Judul' where id = $1 returning id`, [
      source,
    ]);

    expect(changed).toHaveLength(count);
  });

  it.each<[Asking, string, string | null]>([
    ['anonymous', '36.72', '42501'],
    ['admin', '36.72', null],
    ['coordinatorBanten', '36.72', null],
    ['operatorCilegon', '36.72', null],
    ['operatorCilegon', '36.72.01', null],
    ['operatorCilegon', '36.04', '42501'],
    ['operatorCilegon', '36', '42501'],
    ['operatorSerang', '36.72', '42501'],
    ['operatorBekasi', '36.72', '42501'],
    ['analystBanten', '36.72', '42501'],
    ['auditorBanten', '36.72', '42501'],
  ])('answers %s who cites for the region %s with %s', async (name, code, error) => {
    expect(await refusal(world.sqlAs(name, cite, [newId(), source, 'region', regionKey(code)]))).toBe(error);
  });

  it('refuses a citation of a record that is not there', async () => {
    expect(await refusal(world.sqlAs('admin', cite, [newId(), source, 'region', newId()]))).toBe('42501');
  });

  it('never lets a source or the wording of a citation go', async () => {
    expect(await refusal(world.sqlAs('admin', 'delete from source'))).toBe('42501');
    expect(await refusal(world.sqlAs('admin', `update citation set field = 'name'`))).toBe('42501');
  });
});

describe('constraints', () => {
  const insert = (column: string, value: unknown) =>
    refusal(
      world.app.sql(`insert into source (id, publisher, ${column}) values ($1, 'X', $2)`, [newId(), value]),
    );

  it.each([
    ['url', 'javascript:alert(1)', 'source_url_form'],
    ['url', 'https://bps.go.id/a b', 'source_url_form'],
    ['title', '', 'source_title_length'],
  ])('refuse %s "%s" as %s', async (column, value, constraint) => {
    expect(await insert(column, value)).toBe(constraint);
  });

  it('refuse the same citation twice, also of the whole record', async () => {
    expect(await refusal(aCitation(world.app, source, 'category', category))).toBe(
      'citation_source_record_field_unique',
    );
  });

  it('refuse a citation of a kind that cannot cite', async () => {
    expect(await refusal(aCitation(world.app, source, 'staff', newId()))).toBe('citation_concept_check');
  });
});
