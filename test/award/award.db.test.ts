import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import {
  type Asking,
  everybody,
  type ReportingWorld,
  refusal,
  reportingWorld,
} from '../source/reporting-world.js';
import { regionKey } from '../support/build/region.js';
import { anAward, anOfficial } from './awards.js';

let world: ReportingWorld;
let award: string;
let official: string;

beforeAll(async () => {
  world = await reportingWorld();
  award = await anAward(world.app, '36.72');
  official = await anOfficial(world.app, 'Wulan Sukmajaya');
});
afterAll(() => world.close());

const insert = `insert into award (id, name, edition_year, level, region_id) values ($1, 'Paritrana Award', $2, 'PROVINCE', $3) returning id`;
const addGiver = 'insert into award_giver (id, award_id, official_id) values ($1, $2, $3)';

describe('row security', () => {
  it.each(everybody)('lets %s read awards', async (name) => {
    expect(await world.sqlAs(name, 'select edition_year from award')).toEqual([{ edition_year: 2023 }]);
  });

  it.each<[Asking, string, string | null]>([
    ['anonymous', '36.72', '42501'],
    ['admin', '32.75', null],
    ['coordinatorBanten', '36.72', null],
    ['coordinatorBanten', '36', null],
    ['coordinatorBanten', '32.75', '42501'],
    ['operatorCilegon', '36.72', '42501'],
    ['approverBanten', '36.72', '42501'],
    ['analystBanten', '36.72', '42501'],
    ['auditorBanten', '36.72', '42501'],
  ])('answers %s who adds an award of %s with %s', async (name, code, error) => {
    expect(await refusal(world.sqlAs(name, insert, [newId(), 2023, regionKey(code)]))).toBe(error);
  });

  it.each<[Asking, boolean]>([
    ['anonymous', false],
    ['admin', true],
    ['coordinatorBanten', true],
    ['operatorCilegon', false],
    ['operatorBekasi', false],
    ['auditorBanten', false],
  ])('lets %s change an award and its givers: %s', async (name, isAllowed) => {
    const changed = await world.sqlAs(name, 'update award set rank = 1 returning id');
    const added = await refusal(world.sqlAs(name, addGiver, [newId(), award, official]));

    expect(changed).toHaveLength(isAllowed ? 1 : 0);
    expect(added).toBe(isAllowed ? null : '42501');
  });

  it('lets nobody remove an award', async () => {
    expect(await refusal(world.sqlAs('admin', 'delete from award'))).toBe('42501');
  });
});

describe('constraints', () => {
  it('refuse an edition before 2000', async () => {
    expect(await refusal(world.app.sql(insert, [newId(), 1999, regionKey('36')]))).toBe(
      'award_edition_year_range',
    );
  });

  it('refuse a giver twice', async () => {
    await world.app.sql(addGiver, [newId(), award, official]);

    const again = world.app.sql(addGiver, [newId(), award, official]);

    expect(await refusal(again)).toBe('award_giver_award_official_unique');
  });

  it('refuse a rank of 0', async () => {
    expect(await refusal(world.app.sql('update award set rank = 0'))).toBe('award_rank_range');
  });
});
