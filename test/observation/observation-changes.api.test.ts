import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { type Asking, aSource, type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { regionId } from '../support/build/region.js';
import { aFigure, anIndicator } from './figures.js';

let world: ReportingWorld;
let workers: string;
let rate: string;
let source: string;

beforeAll(async () => {
  world = await reportingWorld();
  workers = await anIndicator(world.app, 'VULNERABLE_WORKERS', 'PERSON');
  rate = await anIndicator(world.app, 'POVERTY_RATE', 'PERCENT');
  source = await aSource(world.app, 'Banten Raya');
  await aFigure(world.app, { indicator: workers, value: '13345', asOf: '2026-02-11', source });
});
afterAll(() => world.close());

const create = `mutation ($input: ObservationCreateInput!, $key: String) { observationCreate(input: $input, idempotencyKey: $key) {
  observation { value asOf label indicator { code } region { code } citations { source { publisher } } } userErrors { path code message } } }`;
const revise = `mutation ($id: ID!, $version: Int!, $input: ObservationReviseInput!) {
  observationRevise(id: $id, expectedVersion: $version, input: $input) { observation { value asOf label note version } userErrors { path code } } }`;
const inputOf = (part: object = {}) => ({
  indicatorId: publicId('indicator', workers),
  regionId: regionId('36.72'),
  value: '11666',
  label: 'Pekerja informal terlindungi',
  sourceId: publicId('source', source),
  ...part,
});
const figureCount = async () => (await world.app.sql('select count(*)::int as n from observation'))[0].n;

describe('observationCreate', () => {
  it('records a figure with its source, once for one idempotency key', async () => {
    const before = await figureCount();
    const variables = { input: inputOf({ asOf: '2025-11-05', label: ' Pekerja informal ' }), key: 'k1' };

    const first = await world.ask('operatorCilegon', create, variables);
    await world.ask('operatorCilegon', create, variables);

    expect(first.data.observationCreate).toEqual({
      observation: {
        value: '11666',
        asOf: '2025-11-05',
        label: 'Pekerja informal',
        indicator: { code: 'VULNERABLE_WORKERS' },
        region: { code: '36.72' },
        citations: [{ source: { publisher: 'Banten Raya' } }],
      },
      userErrors: [],
    });
    expect(await figureCount()).toBe(before + 1);
  });

  it.each([
    [{ sourceId: '' }, 'sourceId', 'VALUE_MISSING'],
    [{ sourceId: publicId('source', newId()) }, 'sourceId', 'REFERENCE_NOT_FOUND'],
    [{ sourceId: publicId('region', newId()) }, 'sourceId', 'REFERENCE_NOT_FOUND'],
    [{ indicatorId: publicId('indicator', newId()) }, 'indicatorId', 'REFERENCE_NOT_FOUND'],
    [{ regionId: publicId('region', newId()) }, 'regionId', 'OUTSIDE_REGION'],
    [{ regionId: regionId('36.04') }, 'regionId', 'OUTSIDE_REGION'],
    [{ regionId: null }, 'regionId', 'OUTSIDE_REGION'],
    [{ value: '11.666' }, 'value', 'OBSERVATION_VALUE_NOT_WHOLE'],
    [{ value: '13345', asOf: '2026-02-11' }, 'value', 'OBSERVATION_EXISTS'],
    [{ asOf: '2025-02-30' }, 'asOf', 'DATE_INVALID'],
  ])('refuses %j at %s with %s and saves nothing', async (part, field, code) => {
    const before = await figureCount();

    const { data } = await world.ask('operatorCilegon', create, { input: inputOf(part) });

    expect(data.observationCreate.observation).toBeNull();
    expect(data.observationCreate.userErrors).toMatchObject([{ path: ['input', field], code }]);
    expect(await figureCount()).toBe(before);
  });

  it.each<[Asking, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['approverBanten', 'FORBIDDEN'],
    ['analystBanten', 'FORBIDDEN'],
    ['auditorBanten', 'FORBIDDEN'],
  ])('answers %s with %s', async (name, code) => {
    expect((await world.ask(name, create, { input: inputOf() })).errors).toEqual([code]);
  });
});

describe('observationRevise', () => {
  it('keeps what is absent, clears what is null, and refuses an old version', async () => {
    const key = await aFigure(world.app, {
      indicator: rate,
      value: '3.750',
      asOf: '2024-03-01',
      label: 'Kemiskinan',
      source,
    });
    const id = publicId('observation', key);

    const first = await world.ask('operatorCilegon', revise, { id, version: 1, input: { note: 'Diralat' } });
    const second = await world.ask('operatorCilegon', revise, {
      id,
      version: 2,
      input: { value: '3.61', asOf: null },
    });
    const third = await world.ask('operatorCilegon', revise, { id, version: 2, input: { value: '4' } });
    const foreign = await world.ask('operatorSerang', revise, { id, version: 3, input: { value: '4' } });

    expect(first.data.observationRevise.observation).toEqual({
      value: '3.75',
      asOf: '2024-03-01',
      label: 'Kemiskinan',
      note: 'Diralat',
      version: 2,
    });
    expect(second.data.observationRevise.observation).toMatchObject({
      value: '3.61',
      asOf: null,
      version: 3,
    });
    expect(third.data.observationRevise.userErrors).toEqual([
      { path: ['expectedVersion'], code: 'STALE_VERSION' },
    ]);
    expect(foreign.data.observationRevise.userErrors).toEqual([{ path: ['id'], code: 'NOT_FOUND' }]);
  });

  it('never takes the last source of a figure', async () => {
    const key = await aFigure(world.app, { indicator: rate, value: '5', source });
    const [citation] = await world.app.sql('select id from citation where record_id = $1', [key]);
    const remove = 'mutation ($id: ID!) { citationRemove(id: $id) { userErrors { path code } } }';

    const { data } = await world.ask('admin', remove, { id: publicId('citation', citation.id) });

    expect(data.citationRemove.userErrors).toEqual([{ path: ['id'], code: 'CITATION_LAST' }]);
  });
});
