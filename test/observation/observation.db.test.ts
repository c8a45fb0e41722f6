import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import {
  type Asking,
  aCitation,
  aSource,
  everybody,
  type ReportingWorld,
  refusal,
  reportingWorld,
} from '../source/reporting-world.js';
import { regionKey } from '../support/build/region.js';
import { aFigure, anIndicator } from './figures.js';

let world: ReportingWorld;
let poor: string;
let rate: string;
let source: string;
let figure: string;

beforeAll(async () => {
  world = await reportingWorld();
  poor = await anIndicator(world.app, 'POOR_POPULATION', 'PERSON');
  rate = await anIndicator(world.app, 'POVERTY_RATE', 'PERCENT');
  source = await aSource(world.app, 'BPS Kota Cilegon');
  figure = await aFigure(world.app, { indicator: poor, value: '16330', asOf: '2024-03-01', source });
});
afterAll(() => world.close());

const insert = `with made as (insert into observation (id, indicator_id, region_id, value, label) values ($1, $2, $3, 1, 'Uji') returning id)
  select id from made`;

describe('row security', () => {
  it.each(everybody)('shows figures and their citations to staff only: %s', async (name) => {
    const count = name === 'anonymous' ? 0 : 1;

    expect(await world.sqlAs(name, 'select id from observation')).toHaveLength(count);
    expect(await world.sqlAs(name, 'select id from citation')).toHaveLength(count);
  });

  it.each<[Asking, string | null, string | null]>([
    ['anonymous', '36.72', '42501'],
    ['admin', null, null],
    ['admin', '32.75', null],
    ['coordinatorBanten', '36.72', null],
    ['coordinatorBanten', '36', null],
    ['coordinatorBanten', '32.75', '42501'],
    ['coordinatorBanten', null, '42501'],
    ['operatorCilegon', '36.72', null],
    ['operatorCilegon', '36.72.01', null],
    ['operatorCilegon', '36.04', '42501'],
    ['approverBanten', '36.72', '42501'],
    ['analystBanten', '36.72', '42501'],
    ['auditorBanten', '36.72', '42501'],
  ])('answers %s who adds a figure of %s with %s', async (name, code, error) => {
    const values = [newId(), poor, code && regionKey(code)];

    expect(await refusal(world.sqlAs(name, insert, values))).toBe(error);
  });

  it.each<[Asking, number]>([
    ['anonymous', 0],
    ['admin', 1],
    ['coordinatorBanten', 1],
    ['operatorCilegon', 1],
    ['operatorSerang', 0],
    ['approverBanten', 0],
    ['auditorBanten', 0],
  ])('lets %s change %i figures of Cilegon', async (name, count) => {
    expect(await world.sqlAs(name, 'update observation set value = 2 returning id')).toHaveLength(count);
  });

  it('lets nobody remove a figure', async () => {
    expect(await refusal(world.sqlAs('admin', 'delete from observation'))).toBe('42501');
  });
});

describe('constraints', () => {
  it('refuse a figure without a source at the end of the transaction', async () => {
    const attempt = world.app.sql(
      `insert into observation (id, indicator_id, value, label) values ($1, $2, 1, 'Uji')`,
      [newId(), poor],
    );

    expect(await refusal(attempt)).toBe('observation_source_required');
  });

  it('refuse to remove the last source, and allow another before it', async () => {
    const remove = `delete from citation where concept = 'observation' and record_id = $1 and source_id = $2`;
    const other = await aSource(world.app, 'Banten Raya');

    const last = await refusal(world.app.sql(remove, [figure, source]));
    await aCitation(world.app, other, 'observation', figure);

    expect(last).toBe('citation_observation_last');
    expect(await refusal(world.app.sql(remove, [figure, other]))).toBeNull();
  });

  it('let figures contradict each other, but not one source repeat itself', async () => {
    const same = { indicator: poor, value: '16330.000', asOf: '2024-03-01' };

    expect(await refusal(aFigure(world.app, { ...same, source }))).toBe('observation_source_value_unique');
    expect(await refusal(aFigure(world.app, { ...same, value: '16331', source }))).toBeNull();
    expect(
      await refusal(aFigure(world.app, { ...same, source: await aSource(world.app, 'Elshinta') })),
    ).toBeNull();
  });

  it('refuse half a person, not half a percent', async () => {
    expect(await refusal(aFigure(world.app, { indicator: poor, value: '1.5', source }))).toBe(
      'observation_value_whole',
    );
    expect(await refusal(aFigure(world.app, { indicator: rate, value: '3.75', source }))).toBeNull();
  });

  it('refuse what is no number', async () => {
    expect(await refusal(aFigure(world.app, { indicator: rate, value: 'NaN', source }))).toBe(
      'observation_value_range',
    );
  });
});
