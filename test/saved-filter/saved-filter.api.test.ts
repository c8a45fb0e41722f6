import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, type ReportingWorld, reportingWorld } from '../source/reporting-world.js';

const create = `mutation ($input: SavedFilterCreateInput!) { savedFilterCreate(input: $input) {
  savedFilter { id version concept name query isShared isOwn ownerName } userErrors { path code } } }`;
const remove = `mutation ($id: ID!, $version: Int!) { savedFilterRemove(id: $id, expectedVersion: $version) {
  savedFilter { id } userErrors { path code } } }`;
const list = '{ savedFilters(filter: { concepts: ["mou"] }) { totalCount nodes { name isOwn ownerName } } }';
const input = { concept: 'mou', name: 'Berakhir tahun ini', query: 'filters.expiresWithinDays=180' };

let world: ReportingWorld;
beforeAll(async () => {
  world = await reportingWorld();
});
afterAll(() => world.close());

describe('saved filters', () => {
  it('are the own ones and those that others share, and only their owner removes them', async () => {
    const own = await saved('operatorCilegon', input);
    const shared = await saved('coordinatorBanten', { ...input, name: 'Tanpa PKS', isShared: true });

    expect(own.savedFilter).toMatchObject({
      ...input,
      isShared: false,
      isOwn: true,
      ownerName: 'operatorCilegon',
    });
    expect((await world.ask('operatorCilegon', list)).data.savedFilters).toEqual({
      totalCount: 2,
      nodes: [
        { name: 'Berakhir tahun ini', isOwn: true, ownerName: 'operatorCilegon' },
        { name: 'Tanpa PKS', isOwn: false, ownerName: 'coordinatorBanten' },
      ],
    });
    expect((await world.ask('analystBanten', list)).data.savedFilters.totalCount).toBe(1);
    expect((await world.ask('anonymous', list)).errors).toEqual(['UNAUTHENTICATED']);

    const target = { id: shared.savedFilter.id, version: 1 };
    const foreign = await world.ask('operatorCilegon', remove, target);
    expect(foreign.data.savedFilterRemove.userErrors).toEqual([
      { path: ['id'], code: 'SAVED_FILTER_NOT_OWN' },
    ]);
    const hidden = await world.ask('operatorSerang', remove, { id: own.savedFilter.id, version: 1 });
    expect(hidden.data.savedFilterRemove.userErrors).toEqual([{ path: ['id'], code: 'NOT_FOUND' }]);
    expect((await world.ask('coordinatorBanten', remove, target)).data.savedFilterRemove.userErrors).toEqual(
      [],
    );
    expect((await world.ask('analystBanten', list)).data.savedFilters.totalCount).toBe(0);
  });

  it.each([
    ['without a name', { name: ' ' }, 'input.name VALUE_MISSING'],
    ['that filters nothing', { query: 'page=2' }, 'input.query SAVED_FILTER_EMPTY'],
    ['of no list', { concept: 'drop table' }, 'input.concept SAVED_FILTER_LIST_UNKNOWN'],
    ['with a NIK', { query: 'filters.search=3672%2099120385%209001' }, 'input.query SAVED_FILTER_NIK'],
    [
      'with a NIK that is hidden by a broken sign',
      { query: 'filters.search=3672%3991203859001&x=%' },
      'input.query SAVED_FILTER_NIK',
    ],
    [
      'with a NIK in other digits',
      { query: 'filters.search=３６７２-991203-859001' },
      'input.query SAVED_FILTER_NIK',
    ],
    ['with a name beyond measure', { name: 'x'.repeat(101) }, 'input.name VALUE_TOO_LONG'],
    [
      'that would share the name of a person',
      { concept: 'beneficiary', query: 'filters.search=siti', isShared: true },
      'input.isShared SAVED_FILTER_PERSONAL',
    ],
    [
      'that would share it in other words',
      { concept: 'beneficiary', query: 'filters.x=1&filters%2Esearch=siti', isShared: true },
      'input.isShared SAVED_FILTER_PERSONAL',
    ],
  ])('are refused %s', async (_, part, expected) => {
    const { savedFilter, userErrors } = await saved('admin', { ...input, ...part });

    expect(savedFilter).toBeNull();
    expect(
      userErrors.map(({ path, code }: { path: string[]; code: string }) => `${path.join('.')} ${code}`),
    ).toEqual([expected]);
    expect(
      await world.app.sql(
        'select count(*)::int as n from saved_filter f join staff s on s.id = f.staff_id where s.name = $1',
        ['admin'],
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('are kept as the panel writes them, and share no name by the database’s own rule', async () => {
    const query = 'filters%2Esearch=Siti%20A&filters.sex=FEMALE';
    const kept = await saved('operatorBekasi', { ...input, concept: 'beneficiary', query });

    expect(kept.savedFilter.query).toBe('filters.search=Siti+A&filters.sex=FEMALE');
    await expect(
      world.app.sql('update saved_filter set is_shared = true where query = $1', [kept.savedFilter.query]),
    ).rejects.toMatchObject({ constraint: 'saved_filter_shared_impersonal' });
  });

  it('leave no word of what was looked for in the trail', async () => {
    await saved('operatorSerang', { ...input, name: 'Kanari Satu', query: 'filters.search=KanariDua' });

    const trail = await world.app.sql(
      "select a.changes from audit_event a where a.concept = 'saved_filter' and a.changes::text like '%Kanari%'",
    );
    expect(trail).toEqual([]);
  });

  it('have one name each in a list, by the same answer when two come at once', async () => {
    const answers = await Promise.all([saved('auditorBanten', input), saved('auditorBanten', input)]);

    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(['SAVED_FILTER_NAME_TAKEN']);
    expect((await saved('auditorBanten', { ...input, concept: 'program' })).userErrors).toEqual([]);
  });
});

describe('chosen columns', () => {
  const set = `mutation ($input: ColumnChoiceSetInput!) { columnChoiceSet(input: $input) {
    columnChoice { concept columns version } userErrors { path code } } }`;
  const own = '{ columnChoices { nodes { concept columns } } }';
  const choose = async (name: Asking, concept: string, columns: readonly string[]) =>
    (await world.ask(name, set, { input: { concept, columns } })).data.columnChoiceSet;

  it('are kept for the person alone, one choice for each list', async () => {
    await choose('operatorCilegon', 'mou', ['titleAsWritten']);
    await choose('operatorCilegon', 'program', ['name', 'region']);
    const again = await choose('operatorCilegon', 'mou', ['titleAsWritten', 'phase', 'phase']);

    expect(again).toEqual({
      columnChoice: { concept: 'mou', columns: ['titleAsWritten', 'phase'], version: 2 },
      userErrors: [],
    });
    expect((await world.ask('operatorCilegon', own)).data.columnChoices.nodes).toEqual([
      { concept: 'mou', columns: ['titleAsWritten', 'phase'] },
      { concept: 'program', columns: ['name', 'region'] },
    ]);
    expect((await world.ask('coordinatorBanten', own)).data.columnChoices.nodes).toEqual([]);
    expect((await world.ask('anonymous', own)).errors).toEqual(['UNAUTHENTICATED']);
  });

  it('are forgotten when none is chosen', async () => {
    await choose('analystBanten', 'mou', ['titleAsWritten']);
    expect(await choose('analystBanten', 'mou', [])).toEqual({ columnChoice: null, userErrors: [] });
    expect((await world.ask('analystBanten', own)).data.columnChoices.nodes).toEqual([]);
  });

  it.each([
    ['mou', ['title; drop table'], 'columns COLUMN_CHOICE_COLUMNS_INVALID'],
    ['mou', Array.from({ length: 41 }, (_, i) => `column${i}`), 'columns COLUMN_CHOICE_COLUMNS_INVALID'],
    ['no list!', ['name'], 'concept COLUMN_CHOICE_LIST_UNKNOWN'],
  ])('are refused for %s: %j', async (concept, columns, expected) => {
    const { columnChoice, userErrors } = await choose('auditorBanten', concept, columns);
    expect([columnChoice, `${userErrors[0].path[1]} ${userErrors[0].code}`]).toEqual([null, expected]);
    expect((await world.ask('auditorBanten', own)).data.columnChoices.nodes).toEqual([]);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: each test knows the fields that it asked for
async function saved(name: Asking, content: object): Promise<any> {
  const { data, errors } = await world.ask(name, create, { input: content });
  if (errors.length > 0) throw new Error(errors.join());
  return data.savedFilterCreate;
}
