import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { aRegulation, covered, enrolled, type ProgramWorld, programWorld } from '../program/program-world.js';
import type { ActorName } from '../support/actors.js';
import { aMou } from '../support/build/mou.js';
import { aProgram } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';

const figures = '{ persons personMonths rupiah }';
const query = `query ($id: ID!, $on: CalendarDate) { impact(id: $id, on: $on) { title on recordCount records { concept title id }
  programCount leftWithoutCount activePersons ahead ${figures} behind ${figures}
  programs { name regionName isDirect isLeftWithout lastMonth activePersons ahead ${figures} behind ${figures} } } }`;

let world: ProgramWorld;
let law: string;
let perwal: string;
let umbrella: string;
let pks: string;
let office: string;
let line: string;

beforeAll(async () => {
  world = await programWorld();
  const { app } = world;
  law = await aRegulation(world, {});
  perwal = await aRegulation(world, { region: '36.72' });
  const other = await aRegulation(world, {});
  await app.sql(
    "insert into regulation_relation (id, regulation_id, kind, target_id) values ($1, $2, 'IMPLEMENTS', $3)",
    [newId(), perwal, law],
  );
  const term = { from: '2025-01-01', until: '2026-12-31', state: 'SIGNED' } as const;
  umbrella = await aMou(app, { ...term, title: 'Nota payung' });
  pks = await aMou(app, { ...term, kind: 'PKS', title: 'PKS pelaksana', parent: umbrella, parties: 1 });
  office = newId();
  await app.sql("insert into office (id, level, name) values ($1, 'HEAD_OFFICE', 'Pusat')", [office]);
  await app.sql('insert into office_service_area (id, office_id, region_id) values ($1, $2, $3)', [
    newId(),
    office,
    regionKey('36.72'),
  ]);
  await app.sql(
    "insert into mou_party (id, mou_id, position, kind, office_id) values ($1, $2, 2, 'OFFICE', $3)",
    [newId(), pks, office],
  );
  const budget = [{ year: 2026, original: '900000000' }];
  const cilegon = await aProgram(app, {
    name: 'Gemet Sekul',
    state: 'APPROVED',
    budget,
    legalBases: [perwal],
    mous: [pks],
  });
  await covered(world, await enrolled(world, cilegon, 3), ['2026-01-01', '2026-07-01']);
  await aProgram(app, { name: 'Rencana', legalBases: [law, other], mous: [umbrella], budget });
  await aProgram(app, {
    name: 'Sudah lewat',
    state: 'APPROVED',
    from: '2024-01',
    until: '2024-12',
    legalBases: [law],
  });
  const serang = await aProgram(app, {
    name: 'Serang',
    region: '36.04',
    state: 'APPROVED',
    legalBases: [law],
    budget,
  });
  await covered(world, await enrolled(world, serang, 2), ['2026-01-01', '2026-03-01']);
  [{ id: line }] = await app.sql('select id from budget_line where program_id = $1', [cilegon]);
});
afterAll(() => world.app.close());

describe('the impact of a regulation', () => {
  it('counts programs, people, months and rupiah through what stands on it, each person once', async () => {
    const impact = await read('coordinatorBanten', publicId('regulation', law), '2026-03-15');

    expect(impact).toMatchObject({
      on: '2026-03-15',
      recordCount: 1,
      programCount: 3,
      leftWithoutCount: 2,
      activePersons: 5,
      // March counts as ahead: 3 persons for 4 months
      ahead: { persons: 3, personMonths: 12, rupiah: '201600' },
      behind: { persons: 5, personMonths: 10, rupiah: '168000' },
    });
    expect(impact.programs).toMatchObject([
      { name: 'Gemet Sekul', isDirect: false, isLeftWithout: true, activePersons: 3, lastMonth: '2026-12' },
      {
        name: 'Serang',
        isDirect: true,
        isLeftWithout: true,
        ahead: { persons: 0, personMonths: 0, rupiah: '0' },
      },
      { name: 'Rencana', isDirect: true, isLeftWithout: false, activePersons: 0 },
    ]);
  });

  it('tells each caller what they may see, analysts no people, and the public nothing', async () => {
    const id = publicId('regulation', law);

    expect(await read('operatorCilegon', id)).toMatchObject({ programCount: 2, activePersons: 3 });
    expect(await read('operatorBekasi', id)).toMatchObject({
      programCount: 0,
      activePersons: 0,
      programs: [],
    });
    const analyst = await read('analystBanten', id);
    expect(analyst).toMatchObject({ programCount: 3, activePersons: null, ahead: null, behind: null });
    expect(analyst.programs[0]).toMatchObject({ activePersons: null, ahead: null, behind: null });
    const { errors } = await world.app.graphql(null, query, { id });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('the impact of an agreement, an office and a budget line', () => {
  it('goes through the agreements below an agreement', async () => {
    const impact = await read('operatorCilegon', publicId('mou', umbrella));

    expect(impact.records).toEqual([{ concept: 'mou', title: 'PKS pelaksana', id: publicId('mou', pks) }]);
    expect(impact.programs).toMatchObject([
      { name: 'Gemet Sekul', isDirect: false, isLeftWithout: true },
      { name: 'Rencana', isDirect: true, isLeftWithout: true },
    ]);
    expect(await read('operatorCilegon', publicId('mou', pks))).toMatchObject({
      programCount: 1,
      recordCount: 0,
    });
  });

  it('goes from an office through its agreements, and names the regions that it serves', async () => {
    const impact = await read('operatorCilegon', publicId('office', office));

    expect(impact).toMatchObject({
      title: 'Kantor Pusat',
      programCount: 1,
      leftWithoutCount: 1,
      activePersons: 3,
    });
    expect(impact.records.map(({ title }: { title: string }) => title)).toEqual([
      'Kota Cilegon',
      'PKS pelaksana',
    ]);
  });

  it('tells what a budget line pays already, below which it cannot be cut', async () => {
    const impact = await read('operatorCilegon', publicId('budgetline', line), '2026-01-01');

    expect(impact).toMatchObject({
      title: 'Gemet Sekul · 2026',
      leftWithoutCount: 1,
      ahead: { persons: 3, personMonths: 18, rupiah: '302400' },
      behind: { persons: 0, personMonths: 0, rupiah: '0' },
    });
  });

  it('is null for what is absent, hidden or of another kind', async () => {
    for (const id of [publicId('mou', newId()), publicId('program', newId()), 'nothing'])
      expect(await read('admin', id)).toBeNull();
    const draft = await aMou(world.app, { region: '36.04', title: 'Konsep Serang' });
    expect(await read('operatorCilegon', publicId('mou', draft))).toBeNull();
    expect(await read('operatorSerang', publicId('budgetline', line))).toBeNull();
  });

  it('says the same from the cohorts as from the ledger', async () => {
    const subjects = [publicId('mou', umbrella), publicId('budgetline', line), publicId('regulation', law)];
    const all = async () =>
      await Promise.all(subjects.map(async (id) => await read('admin', id, '2026-04-01')));
    const fromLedger = await all();

    await world.app.sql('select app.refresh_statistics(100000)');

    expect(fromLedger[1]).toMatchObject({ ahead: { personMonths: 9 }, behind: { personMonths: 9 } });
    expect(await all()).toEqual(fromLedger);
  });

  it('is one statement', async () => {
    const statements = await world.app.statements(() => read('admin', publicId('mou', umbrella)));
    expect(statements).toHaveLength(1);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: each test knows the fields that it asked for
async function read(name: ActorName, id: string, on?: string): Promise<any> {
  const { data, errors } = await world.app.graphql(world.tokens[name], query, { id, on });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.impact;
}
