import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { type ActorName, buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aMou, mouId } from '../support/build/mou.js';
import { buildRegions, regionId, regionKey } from '../support/build/region.js';

const canary = 'KENARI-7f3a rahasia';
let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
let secret: string;
let document: string;
beforeAll(async () => {
  app = await testApp();
  await buildRegions(app);
  tokens = await buildActors(app);
  const signed = await aMou(app, { region: '36.72', state: 'SIGNED', title: 'Payung Cilegon' });
  secret = await aMou(app, {
    region: '36.72',
    kind: 'PKS',
    parent: signed,
    predecessor: null,
    title: canary,
  });
  await aMou(app, { region: '36.04', kind: 'PKS', title: 'Milik Serang' });
  await app.sql("update mou_party set number = 'KENARI-7f3a/1' where mou_id = $1 and position = 1", [secret]);
  document = newId();
  await app.sql(
    `insert into document (id, concept, record_id, region_id, kind, file_name, media_type, size_bytes, sha256, uploaded_by)
     values ($1, 'mou', $2, $3, 'DRAFT_TEXT', 'KENARI-7f3a.pdf', 'application/pdf', 10, repeat('b', 64), $4)`,
    [document, secret, regionKey('36.72'), staffKey('operatorCilegon')],
  );
});
afterAll(() => app.close());

const outsiders = [null, 'operatorSerang', 'operatorBekasi'] as const;
const insiders = [
  'admin',
  'coordinatorBanten',
  'operatorCilegon',
  'approverBanten',
  'auditorBanten',
] as const;

describe.each(outsiders)('a draft of Cilegon, seen by %s', (name) => {
  const token = () => name && tokens[name];

  test.each([
    ['by id', 'query ($id: ID!) { mou(id: $id) { titleAsWritten } }'],
    ['as a node', 'query ($id: ID!) { node(id: $id) { id ... on Mou { titleAsWritten } } }'],
  ])('%s answers as a missing one does', async (_label, query) => {
    const forbidden = await app.graphql(token(), query, { id: mouId(secret) });
    const missing = await app.graphql(token(), query, { id: mouId(newId()) });

    expect(forbidden).toEqual(missing);
  });

  test.each([
    ['search', '{ mous(filter: { search: "KENARI-7f3a" }) { totalCount nodes { titleAsWritten } } }'],
    ['state', '{ mous(filter: { states: [DRAFT] }, first: 50) { totalCount nodes { titleAsWritten } } }'],
    [
      'region',
      '{ mous(filter: { regionIds: ["REGION"] }) { totalCount nodes { titleAsWritten children { titleAsWritten } } } }',
    ],
    [
      'its region',
      '{ regionByCode(code: "36.72") { mous { totalCount nodes { titleAsWritten children { titleAsWritten } } } } }',
    ],
    ['its parent', '{ mous(filter: { kinds: [UMBRELLA] }) { nodes { children { titleAsWritten } } } }'],
    ['ids', '{ nodes(ids: ["MOU"]) { id ... on Mou { titleAsWritten parties { number } } } }'],
  ])('does not show by %s', async (_label, query) => {
    const text = query.replace('REGION', regionId('36.72')).replace('MOU', mouId(secret));

    const answer = await app.graphql(token(), text);

    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer)).not.toContain('KENARI-7f3a');
  });

  test('is not counted', async () => {
    const { data } = await app.graphql(token(), '{ regionByCode(code: "36.72") { mous { totalCount } } }');

    expect(data.regionByCode.mous.totalCount).toBe(1);
  });
});

describe.each(['operatorSerang', 'operatorBekasi'] as const)('a draft of Cilegon, changed by %s', (name) => {
  const revise =
    'mutation ($id: ID!) { mouRevise(id: $id, expectedVersion: 1, input: { subject: "x" }) { mou { id } userErrors { path code message } } }';
  const submit =
    'mutation ($id: ID!) { mouSubmit(id: $id, expectedVersion: 1) { mou { id } userErrors { path code message } } }';
  test.each([
    ['revise', revise],
    ['submit', submit],
  ])('%s answers as for a missing one, and nothing changes', async (_label, query) => {
    const forbidden = await app.graphql(tokens[name], query, { id: mouId(secret) });
    const missing = await app.graphql(tokens[name], query, { id: mouId(newId()) });

    expect(forbidden).toEqual(missing);
    expect((await app.sql('select version from mou where id = $1', [secret]))[0].version).toBe(1);
  });

  test('its document and history stay hidden', async () => {
    const download = await app.http.inject({
      url: `/documents/${publicId('document', document)}`,
      headers: { authorization: `Bearer ${tokens[name]}` },
    });
    const metadata = await app.graphql(tokens[name], 'query ($id: ID!) { document(id: $id) { fileName } }', {
      id: publicId('document', document),
    });

    expect(download.statusCode).toBe(404);
    expect(metadata.data).toEqual({ document: null });
  });

  test('cannot be named as a parent', async () => {
    const input = {
      kind: 'PKS',
      regionId: regionId(name === 'operatorSerang' ? '36.04' : '32.75'),
      titleAsWritten: 'x',
      predecessorId: mouId(secret),
    };

    const { data } = await app.graphql(
      tokens[name],
      'mutation ($input: MouCreateInput!) { mouCreate(input: $input) { userErrors { path code } } }',
      { input },
    );

    expect(data.mouCreate.userErrors).toEqual([
      { path: ['input', 'predecessorId'], code: 'REFERENCE_NOT_FOUND' },
    ]);
  });
});

test.each(insiders)('%s sees the draft with its document and number', async (name) => {
  const { data } = await app.graphql(
    tokens[name],
    'query ($id: ID!) { mou(id: $id) { titleAsWritten parties { number } documents { fileName } history { totalCount } } }',
    { id: mouId(secret) },
  );

  expect(data.mou).toMatchObject({
    titleAsWritten: canary,
    parties: [{ number: 'KENARI-7f3a/1' }, { number: null }],
    documents: [{ fileName: 'KENARI-7f3a.pdf' }],
  });
  expect(data.mou.history.totalCount).toBeGreaterThan(0);
});

test.each(['analystBanten', 'auditorBanten'] as const)('%s changes nothing', async (name) => {
  const { errors } = await app.graphql(
    tokens[name],
    'mutation ($id: ID!) { mouSubmit(id: $id, expectedVersion: 1) { userErrors { code } } }',
    { id: mouId(secret) },
  );

  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
