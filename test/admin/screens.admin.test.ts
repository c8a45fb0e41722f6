import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import type { FieldHelp } from '../../admin/help/field-help.js';
import { selectionOf } from '../../admin/path-selection.js';
import type { Screen, ScreenProperties } from '../../admin/screen.js';
import { allScreens } from '../../admin/screens.js';
import { panel } from '../../server/panel.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';
import { panelClient } from './panel-client.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
let screens: readonly Screen[];

beforeAll(async () => {
  app = await testApp({ panel });
  await buildRegions(app);
  tokens = await buildActors(app);
  screens = allScreens(app.services);
});
afterAll(() => app.close());

function rootFields(selection: string): string[] {
  const [definition] = parse(selection).definitions;
  if (definition?.kind !== 'OperationDefinition') return [];
  return definition.selectionSet.selections.flatMap((field) =>
    field.kind === 'Field' ? [field.name.value] : [],
  );
}

/** All help there is, by screen. */
async function allHelp(): Promise<Record<string, FieldHelp>> {
  const others = ['field-help.ts', 'own-pages.ts'];
  const files = readdirSync('admin/help').filter((file) => !others.includes(file));
  const modules = await Promise.all(
    files.map((file) => import(`../../admin/help/${file.replace(/ts$/, 'js')}`)),
  );
  return Object.assign({}, ...modules.flatMap((module) => Object.values(module)));
}

/** Every field that a person can fill in: of new and changed records, their rows, and decisions. */
function formFields({ properties, create, revise, verbs = {} }: Screen): string[] {
  const withRows = (all: ScreenProperties, names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const property = all[name];
      if (property?.kind !== 'items') return [name];
      return [name, ...Object.keys(property.items).map((item) => `${name}.${item}`)];
    });
  const own = withRows(properties, [...(create?.properties ?? []), ...(revise?.properties ?? [])]);
  const ofVerbs = Object.entries(verbs).flatMap(([verb, form]) =>
    withRows(form.properties, Object.keys(form.properties)).map((field) => `${verb}_${field}`),
  );
  return [...new Set([...own, ...ofVerbs])];
}

function rootOf({ properties }: Screen, name: string): string {
  return (properties[name]?.path ?? name).split('.')[0] ?? name;
}

/** Columns that only the panel has: pictures of many values, or told in words by the page itself. */
const inNoFile: Readonly<Record<string, readonly string[]>> = {
  enrollment: ['coverage'],
  audit: ['changes'],
};

// made by the screen itself from the row, not selected
const derived = new Set(['mou.offices']);

describe('every screen', () => {
  test('selects only fields that its type has', () => {
    for (const { type, list, show } of screens) {
      for (const selection of [list.selection, ...(show ? [show.selection] : [])]) {
        const errors = validate(app.schema, parse(`{ node(id: "x") { ... on ${type} ${selection} } }`));
        // viewerCan is taken as the row holds it, and judged by the service
        const faults = errors
          .map(({ message }) => message)
          .filter((message) => !message.includes('"viewerCan"'));

        expect({ type, faults }).toEqual({ type, faults: [] });
      }
    }
  });

  test('tells what is missing in a new form that nobody has touched', async () => {
    const creators = ['admin', 'coordinatorBanten', 'operatorCilegon'] as const;

    for (const { concept } of screens.filter(({ create }) => create !== undefined)) {
      const answers = await Promise.all(
        creators.map((name) =>
          panelClient(app, tokens[name]).post(`${concept}/actions/new`, { formKey: 'x' }),
        ),
      );

      const missing = answers.map(({ json }) => Object.values<{ type: string }>(json.record?.errors ?? {}));
      const told = missing.flat().map(({ type }) => type);
      expect({ concept, isToldWhat: told.some((type) => /_MISSING$|_NOT_FOUND$|^NIK_/.test(type)) }).toEqual({
        concept,
        isToldWhat: true,
      });
      for (const { json } of answers) expect(JSON.stringify(json)).not.toContain('di pihak kami');
    }
  });

  test('selects what its columns, its page and its forms show', () => {
    for (const screen of screens) {
      const { list, show, revise, concept } = screen;
      const listed = new Set(rootFields(list.selection));
      const shown = new Set(rootFields(show?.selection ?? '{ id }'));
      const onPage = [...(show?.properties ?? []), ...(revise?.properties ?? [])];

      const missing = [
        ...list.columns.filter((name) => !listed.has(rootOf(screen, name))),
        ...onPage.filter((name) => !shown.has(rootOf(screen, name))),
      ].filter((name) => !derived.has(`${concept}.${name}`));
      expect({ concept, missing }).toEqual({ concept, missing: [] });
    }
  });

  test('gives its list as a file, and shows every column that may be chosen', async () => {
    const client = panelClient(app, tokens.admin);
    const set = `mutation ($input: ColumnChoiceSetInput!) { columnChoiceSet(input: $input) { userErrors { code } } }`;
    for (const { concept, list } of screens) {
      const { file } = (await client.get(`${concept}/actions/download`)).json;
      const columns: { name: string; path: string[]; title: string; isShown: boolean }[] = file.columns;
      const named = columns.filter(({ isShown }) => isShown).map(({ name }) => name);
      const lacking = list.columns.filter((name) => !named.includes(name));
      expect({ concept, lacking }).toEqual({ concept, lacking: inNoFile[concept] ?? [] });

      const labels = Object.fromEntries(columns.map(({ path, title }) => [path.join('.'), { title }]));
      const query = `{ ${file.listName} { nodes { ${selectionOf(columns.map(({ path }) => path))} } } }`;
      const answer = await app.http.inject({
        method: 'POST',
        url: '/exports',
        headers: { authorization: `Bearer ${tokens.admin}` },
        payload: { query, format: 'CSV', sorted: true, labels },
      });
      const head = answer.body.split('\r\n')[0]?.replace('\uFEFF', '').replaceAll('"', '').split(',');
      expect({ concept, head: head?.sort() }).toEqual({
        concept,
        head: columns.map(({ title }) => title).sort(),
      });

      const input = { concept, columns: columns.map(({ name }) => name) };
      const { data } = await app.graphql(tokens.admin, set, { input });
      expect(data.columnChoiceSet.userErrors).toEqual([]);
      const { status, json } = await client.get(`${concept}/actions/list`);
      expect([concept, status, json.notice]).toEqual([concept, 200, undefined]);
    }
  });

  test('declares every property that it names', () => {
    for (const { concept, properties, list, show, create, revise, title } of screens) {
      const named = [
        title,
        ...list.columns,
        ...(show?.properties ?? []),
        ...(create?.properties ?? []),
        ...(revise?.properties ?? []),
      ];

      expect({ concept, unknown: named.filter((name) => !Object.hasOwn(properties, name)) }).toEqual({
        concept,
        unknown: [],
      });
    }
  });

  test('says of each field of its forms what belongs into it, with an example, in both languages', async () => {
    const help = await allHelp();
    const lacking = ({ id = '', en = '' }: { id?: string; en?: string } = {}) =>
      !/misalnya/i.test(id) || !/such as|for instance/i.test(en);
    for (const screen of screens) {
      const fields = formFields(screen);
      const texts = help[screen.concept] ?? {};

      expect({
        concept: screen.concept,
        lacking: fields.filter((field) => lacking(texts[field])),
        ofNoField: Object.keys(texts).filter((field) => !fields.includes(field)),
      }).toEqual({ concept: screen.concept, lacking: [], ofNoField: [] });
    }
    const concepts = screens.map(({ concept }) => concept);
    expect(Object.keys(help).filter((concept) => !concepts.includes(concept))).toEqual([]);
  });

  test('opens for an administrator, sorted by each of its orders and narrowed by each choice', async () => {
    const admin = panelClient(app, tokens.admin);
    for (const { concept, list } of screens) {
      const choices = Object.entries(list.filters).flatMap(([name, filter]) =>
        filter.kind === 'choice' ? [`filters.${name}=${Object.keys(filter.values)[0]}`] : [],
      );
      const orders = Object.keys(list.orders).map((name) => `sortBy=${name}&direction=desc`);
      const other = Object.entries(list.filters).flatMap(([name, { kind }]) =>
        kind === 'number'
          ? [`filters.${name}=30`]
          : kind === 'days'
            ? [`filters.${name}~~from=2024-01-01`]
            : kind === 'day'
              ? [`filters.${name}=2024-01-01`]
              : kind === 'boolean'
                ? [`filters.${name}=true`]
                : kind === 'text'
                  ? [`filters.${name}=abc`]
                  : [],
      );
      for (const query of ['', ...choices, ...orders, ...other]) {
        const { status, json } = await admin.get(`${concept}/actions/list?${query}`);

        expect({ concept, query, status, notice: json.notice }).toEqual({
          concept,
          query,
          status: 200,
          notice: undefined,
        });
      }
    }
  });

  test('says which range ends before it begins', async () => {
    const admin = panelClient(app, tokens.admin);
    const days = 'filters.signedOn~~from=2026-02-11&filters.signedOn~~to=2026-02-10';

    const { json } = await admin.get(`mou/actions/list?${days}`);

    expect(json.records).toEqual([]);
    expect(json.notice).toMatchObject({
      type: 'error',
      message: expect.stringContaining('dimulai sesudah akhirnya'),
    });
  });

  test('shows nothing of accounts to those who do not manage any', async () => {
    const { json } = await panelClient(app, tokens.operatorCilegon).get('staff/actions/list');

    expect(json.records).toEqual([]);
    expect(json.notice.type).toBe('error');
  });
});

describe('the form of a decision', () => {
  test('setting roles starts with the roles that are there: it replaces them all', async () => {
    const admin = panelClient(app, tokens.admin);
    const { json: list } = await admin.get('staff/actions/list?filters.search=operatorCilegon');

    const { json } = await admin.get(`staff/records/${list.records[0].id}/grantRoles`);

    expect(json.record.params).toMatchObject({ 'grantRoles_grants.0.role': 'OPERATOR' });
    expect(json.record.populated['grantRoles_grants.0.region'].title).toBe('Kota Cilegon');
  });
});
