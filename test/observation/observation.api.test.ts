import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aSource, everybody, type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { regionId } from '../support/build/region.js';
import { aFigure, anIndicator } from './figures.js';

let world: ReportingWorld;

beforeAll(async () => {
  world = await reportingWorld();
  const workers = await anIndicator(world.app, 'VULNERABLE_WORKERS', 'PERSON');
  const rate = await anIndicator(world.app, 'POVERTY_RATE', 'PERCENT');
  const source = await aSource(world.app, 'Banten Raya');
  const cilegon = { indicator: workers, region: '36.72', source };
  await aFigure(world.app, {
    ...cilegon,
    value: '13345',
    asOf: '2026-02-11',
    label: 'Pekerja rentan terlindungi',
  });
  await aFigure(world.app, {
    ...cilegon,
    value: '11000',
    asOf: '2025-02-11',
    label: 'Pekerja rentan, setahun lalu',
  });
  await aFigure(world.app, {
    ...cilegon,
    value: '9000',
    asOf: '2024-02-11',
    label: 'Pekerja rentan, dua tahun lalu',
  });
  await aFigure(world.app, { ...cilegon, value: '13345', label: 'Pekerja rentan, tanpa tanggal' });
  await aFigure(world.app, { indicator: workers, region: '36.04', source, value: '500', asOf: '2026-02-11' });
  await aFigure(world.app, { indicator: rate, region: null, source, value: '8.57', asOf: '2024-09-01' });
});
afterAll(() => world.close());

const observations = `query ($filter: ObservationFilter, $orderBy: ObservationOrder) {
  observations(filter: $filter, orderBy: $orderBy) { totalCount nodes {
    value label indicator { code unit } region { code } citations { source { publisher } } contradictedBy { value asOf } } } }`;
const valuesOf = (nodes: { value: string }[]) => nodes.map(({ value }) => value);

describe('observations', () => {
  it.each([
    [{ indicators: ['POVERTY_RATE'] }, ['8.57']],
    [{ indicators: [] }, []],
    [{ regionIds: [regionId('36')], asOfFrom: '2026-01-01' }, ['13345', '500']],
    [{ regionIds: [regionId('36.04')] }, ['500']],
    [{ asOfFrom: '2024-02-11', asOfUntil: '2024-09-01' }, ['9000', '8.57']],
    [{ search: 'DUA TAHUN' }, ['9000']],
    [{ indicators: null, regionIds: null, search: 'setahun' }, ['11000']],
  ])('with the filter %j gives %j in one statement', async (filter, values) => {
    const { data, errors, statements } = await world.ask('analystBanten', observations, { filter });

    expect(errors).toEqual([]);
    expect(valuesOf(data.observations.nodes).sort()).toEqual([...values].sort());
    expect(data.observations.totalCount).toBe(values.length);
    expect(statements).toBe(1);
  });

  it.each([
    [
      { field: 'AS_OF', direction: 'DESC' },
      ['2026-02-11', '2026-02-11', '2025-02-11', '2024-09-01', '2024-02-11', null],
    ],
    [
      { field: 'AS_OF', direction: 'ASC' },
      [null, '2024-02-11', '2024-09-01', '2025-02-11', '2026-02-11', '2026-02-11'],
    ],
  ])('pages by %j', async (orderBy, days) => {
    const page = `query ($orderBy: ObservationOrder, $after: String) { observations(first: 2, after: $after, orderBy: $orderBy) {
      nodes { asOf } pageInfo { endCursor } } }`;
    const seen: (string | null)[] = [];

    for (let after: string | null = null, pages = 0; pages < 3; pages += 1) {
      const { data } = await world.ask('auditorBanten', page, { orderBy, after });
      seen.push(...data.observations.nodes.map(({ asOf }: { asOf: string | null }) => asOf));
      after = data.observations.pageInfo.endCursor;
    }

    expect(seen).toEqual(days);
  });

  it('sorts by value as numbers', async () => {
    const { data } = await world.ask('admin', observations, {
      orderBy: { field: 'VALUE', direction: 'ASC' },
    });

    expect(valuesOf(data.observations.nodes)).toEqual(['8.57', '500', '9000', '11000', '13345', '13345']);
  });

  it('shows no contradiction between figures of different periods', async () => {
    await world.app.sql("update observation set period = 'Januari-Juli 2025' where value = 11000");
    await world.app.sql("update observation set period = 'TA 2024' where value = 9000");
    const { data } = await world.ask('operatorSerang', observations, { filter: { search: 'dua tahun' } });
    await world.app.sql('update observation set period = null where value in (9000, 11000)');

    expect(data.observations.nodes[0].contradictedBy).toEqual([{ value: '13345', asOf: null }]);
  });

  it('shows what contradicts a figure: another value, near in time or of an unknown day', async () => {
    const { data } = await world.ask('operatorSerang', observations, {
      filter: { search: 'pekerja rentan' },
      orderBy: { field: 'AS_OF', direction: 'DESC' },
    });

    expect(
      data.observations.nodes.map(({ contradictedBy }: { contradictedBy: object[] }) => contradictedBy),
    ).toEqual([
      [{ value: '11000', asOf: '2025-02-11' }],
      [
        { value: '9000', asOf: '2024-02-11' },
        { value: '13345', asOf: '2026-02-11' },
        { value: '13345', asOf: null },
      ],
      [
        { value: '11000', asOf: '2025-02-11' },
        { value: '13345', asOf: null },
      ],
      [
        { value: '9000', asOf: '2024-02-11' },
        { value: '11000', asOf: '2025-02-11' },
      ],
    ]);
  });

  it('are a list of their region too, empty for the public', async () => {
    const query = `query ($id: ID!) { region(id: $id) { observations(filter: { indicators: ["VULNERABLE_WORKERS"] }) { totalCount nodes { value } } } }`;

    const staff = await world.ask('operatorCilegon', query, { id: regionId('36.04') });
    const anonymous = await world.ask('anonymous', query, { id: regionId('36.04') });

    expect(staff.data.region.observations).toEqual({ totalCount: 1, nodes: [{ value: '500' }] });
    expect(staff.statements).toBe(1);
    expect(anonymous.data.region.observations).toEqual({ totalCount: 0, nodes: [] });
  });

  it.each(everybody)('are for staff: %s', async (name) => {
    const { errors } = await world.ask(name, '{ observations { totalCount } }');
    const indicators = await world.ask(name, '{ indicators { nodes { code } } }');

    expect(errors).toEqual(name === 'anonymous' ? ['UNAUTHENTICATED'] : []);
    expect(indicators.errors).toEqual(errors);
  });

  it('have indicators by code', async () => {
    const { data } = await world.ask('analystBanten', '{ indicators { nodes { code unit } } }');

    expect(data.indicators.nodes).toEqual([
      { code: 'POVERTY_RATE', unit: 'PERCENT' },
      { code: 'VULNERABLE_WORKERS', unit: 'PERSON' },
    ]);
  });
});
