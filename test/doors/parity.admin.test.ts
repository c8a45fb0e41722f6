import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ScreenProperties } from '../../admin/screen.js';
import { inputNameOf } from '../../admin/screen-property.js';
import { allScreens } from '../../admin/screens.js';
import { panel } from '../../server/panel.js';
import { panelClient } from '../admin/panel-client.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';
import { type WrongInput, wrongInputs } from './wrong-inputs.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  app = await testApp({ panel });
  await buildRegions(app);
  tokens = await buildActors(app);
});
afterAll(() => app.close());

/** What is wrong at one field of a form. */
type Findings = Readonly<Record<string, { readonly code: string; readonly message: string }>>;

test.each(wrongInputs)(
  'a wrong $concept is told the same in the panel and in GraphQL: $at',
  async (wrong) => {
    const { properties } = screenOf(wrong.concept);

    const fromPanel = await panelFindings(wrong);
    const fromGraphql = findingsAt(properties, await userErrors(wrong));

    expect(Object.keys(fromPanel)).toEqual(expect.arrayContaining([...wrong.at]));
    expect(fromPanel).toEqual(fromGraphql);
  },
);

test('each concept whose records are made in the panel is compared', () => {
  const made = allScreens(app.services).filter(({ create }) => create);

  const compared = new Set(wrongInputs.map(({ concept }) => concept));
  expect(made.map(({ concept }) => concept).filter((concept) => !compared.has(concept))).toEqual([]);
});

test('a role that may not create is refused by both, and nothing is saved', async () => {
  const { form, input } = wrongInputs[1] ?? { form: {}, input: {} };
  const before = await app.sql('select count(*) from region');

  const { json } = await panelClient(app, tokens.auditorBanten).post('region/actions/new', {
    ...form,
    code: '36.98',
  });
  const { errors } = await app.graphql(tokens.auditorBanten, creating('regionCreate'), {
    input: { ...input, code: '36.98' },
  });

  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(json.notice?.type).toBe('error');
  expect(json.redirectUrl).toBeUndefined();
  expect(await app.sql('select count(*) from region')).toEqual(before);
});

async function panelFindings({ concept, actor, form }: WrongInput): Promise<Findings> {
  const { json } = await panelClient(app, tokens[actor]).post(`${concept}/actions/new`, form);
  const errors: Record<string, { type: string; message: string }> = json.record?.errors ?? {};
  return Object.fromEntries(
    Object.entries(errors).map(([field, { type, message }]) => [field, { code: type, message }]),
  );
}

interface UserError {
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

async function userErrors({
  concept,
  actor,
  input,
  mutation = `${concept}Create`,
}: WrongInput): Promise<readonly UserError[]> {
  const { data, errors } = await app.graphql(tokens[actor], creating(mutation), { input });
  expect(errors).toBeUndefined();
  return data[mutation].userErrors;
}

function creating(mutation: string): string {
  const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  return `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { userErrors { path code message } } }`;
}

/** The same problems at the form's fields; several of one field are one after the other. */
function findingsAt(properties: ScreenProperties, problems: readonly UserError[]): Findings {
  const found: Record<string, { code: string; message: string }> = {};
  for (const { path, code, message } of problems) {
    const field = fieldOf(properties, path.slice(1));
    const known = found[field];
    found[field] = known ? { ...known, message: `${known.message} ${message}` } : { code, message };
  }
  return found;
}

function fieldOf(properties: ScreenProperties, [first, ...rest]: readonly string[]): string {
  const [name, property] = Object.entries(properties).find(
    ([key, value]) => inputNameOf(key, value) === first,
  ) ?? ['version'];
  const [index, ...below] = rest;
  if (property?.kind !== 'items' || index === undefined) return [name, ...rest].join('.');
  return below.length === 0 ? `${name}.${index}` : `${name}.${index}.${fieldOf(property.items, below)}`;
}

function screenOf(concept: string) {
  const screen = allScreens(app.services).find((one) => one.concept === concept);
  if (!screen) throw new Error(`no screen of ${concept}`);
  return screen;
}
