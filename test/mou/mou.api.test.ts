import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { type ActorName, buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aMou, mouId } from '../support/build/mou.js';
import { buildRegions, regionId, regionKey } from '../support/build/region.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  app = await testApp();
  await buildRegions(app);
  tokens = await buildActors(app);
});
afterAll(() => app.close());

const create = `mutation ($input: MouCreateInput!, $key: String) { mouCreate(input: $input, idempotencyKey: $key) {
  mou { id state phase missing version region { displayName } parties { position displayName } viewerCan { revise submit return sign terminate } }
  userErrors { path code message } } }`;
const draft = {
  kind: 'UMBRELLA',
  regionId: regionId('36.72'),
  titleAsWritten: 'Nota Kesepakatan Jaminan Sosial Ketenagakerjaan',
  parties: [
    { kind: 'REGION_GOVERNMENT', regionId: regionId('36.72') },
    { kind: 'OTHER', otherName: 'BPJS Ketenagakerjaan' },
  ],
};
const move = (
  name: string,
  input = '',
) => `mutation ($id: ID!, $version: Int!${input && `, $input: ${input}!`}) {
  ${name}(id: $id, expectedVersion: $version${input && ', input: $input'}) { mou { state phase version signing { on place } termination { on reason } } userErrors { path code } } }`;

describe('an agreement from draft to its end', () => {
  test('is created, submitted, returned, submitted again, signed and terminated, each step once', async () => {
    const operator = tokens.operatorCilegon;
    const approver = tokens.approverBanten;
    const created = (await app.graphql(operator, create, { input: draft })).data.mouCreate;
    const id = created.mou.id;

    expect(created).toMatchObject({
      mou: {
        state: 'DRAFT',
        phase: null,
        missing: [
          'NUMBER',
          'SIGNATORY',
          'SIGNED_ON',
          'EFFECTIVE_FROM',
          'EFFECTIVE_UNTIL',
          'LEGAL_BASIS',
          'DOCUMENT',
        ],
        parties: [
          { position: 1, displayName: 'Pemerintah Kota Cilegon' },
          { position: 2, displayName: 'BPJS Ketenagakerjaan' },
        ],
        viewerCan: { revise: true, submit: true, return: false, sign: false, terminate: false },
      },
      userErrors: [],
    });
    const submitted = await app.graphql(operator, move('mouSubmit'), { id, version: 1 });
    expect(submitted.data.mouSubmit.mou).toMatchObject({ state: 'LEGAL_REVIEW', version: 2 });
    const returned = await app.graphql(approver, move('mouReturn', 'MouReturnInput'), {
      id,
      version: 2,
      input: { reason: 'Nomor belum ada' },
    });
    expect(returned.data.mouReturn.mou.state).toBe('DRAFT');
    await app.graphql(operator, move('mouSubmit'), { id, version: 3 });
    const tomorrow = await app.graphql(approver, move('mouSign', 'MouSignInput'), {
      id,
      version: 4,
      input: { signedOn: '2026-02-12' },
    });
    expect(tomorrow.data.mouSign.userErrors).toEqual([
      { path: ['input', 'signedOn'], code: 'MOU_SIGNED_ON_FUTURE' },
    ]);
    const signed = await app.graphql(approver, move('mouSign', 'MouSignInput'), {
      id,
      version: 4,
      input: { signedOn: '2024-01-24', signedPlace: 'Aula Setda II' },
    });
    expect(signed.data.mouSign.mou).toMatchObject({
      state: 'SIGNED',
      phase: 'UNDATED',
      version: 5,
      signing: { on: '2024-01-24', place: 'Aula Setda II' },
    });

    const document = newId();
    await app.sql(
      `insert into document (id, concept, record_id, region_id, kind, file_name, media_type, size_bytes, sha256, uploaded_by)
       values ($1, 'mou', (select id from mou where state = 'SIGNED' limit 1), $2, 'TERMINATION', 'akhir.pdf', 'application/pdf', 10, repeat('a', 64), $3)`,
      [document, regionKey('36.72'), staffKey('operatorCilegon')],
    );
    const input = {
      terminatedOn: '2026-01-31',
      reason: 'Diganti',
      documentId: publicId('document', document),
    };
    const ended = await app.graphql(approver, move('mouTerminate', 'MouTerminateInput'), {
      id,
      version: 5,
      input,
    });
    expect(ended.data.mouTerminate.mou).toMatchObject({
      state: 'TERMINATED',
      phase: null,
      termination: { on: '2026-01-31', reason: 'Diganti' },
    });
    const verbs = await app.sql("select distinct verb from audit_event where concept = 'mou' order by verb");
    expect(verbs.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['mou.create', 'mou.return', 'mou.sign', 'mou.submit', 'mou.terminate']),
    );
  });

  test('a move that does not exist is refused with those that do', async () => {
    const key = await aMou(app);

    const { data } = await app.graphql(tokens.approverBanten, move('mouSign', 'MouSignInput'), {
      id: mouId(key),
      version: 1,
      input: { signedOn: '2024-01-24' },
    });

    expect(data.mouSign).toEqual({ mou: null, userErrors: [{ path: ['id'], code: 'MOU_MOVE_NOT_ALLOWED' }] });
    expect((await app.sql('select state from mou where id = $1', [key]))[0].state).toBe('DRAFT');
  });

  test('one party is not enough to submit', async () => {
    const key = await aMou(app, { parties: 1 });

    const { data } = await app.graphql(tokens.operatorCilegon, move('mouSubmit'), {
      id: mouId(key),
      version: 1,
    });

    expect(data.mouSubmit.userErrors).toEqual([{ path: ['input', 'parties'], code: 'MOU_PARTIES_TOO_FEW' }]);
  });

  test('a document of another record cannot terminate it', async () => {
    const key = await aMou(app, { state: 'SIGNED' });
    const [{ version }] = await app.sql('select version from mou where id = $1', [key]);
    const input = {
      terminatedOn: '2026-01-31',
      reason: 'Diganti',
      documentId: publicId('document', newId()),
    };

    const { data } = await app.graphql(tokens.approverBanten, move('mouTerminate', 'MouTerminateInput'), {
      id: mouId(key),
      version,
      input,
    });

    expect(data.mouTerminate.userErrors).toEqual([
      { path: ['input', 'documentId'], code: 'MOU_DOCUMENT_FOREIGN' },
    ]);
  });
});

describe('a signed agreement', () => {
  const revise = `mutation ($id: ID!, $version: Int!, $input: MouReviseInput!) {
    mouRevise(id: $id, expectedVersion: $version, input: $input) { mou { titleAsWritten subject period { from until } } userErrors { path code } } }`;

  test('lets the unknown become known', async () => {
    const key = await aMou(app, { state: 'SIGNED' });
    const [{ version }] = await app.sql('select version from mou where id = $1', [key]);

    const { data } = await app.graphql(tokens.operatorCilegon, revise, {
      id: mouId(key),
      version,
      input: { subject: 'Jamsostek', effectiveFrom: '2024-01-24' },
    });

    expect(data.mouRevise).toEqual({
      mou: {
        titleAsWritten: 'Nota Kesepakatan',
        subject: 'Jamsostek',
        period: { from: '2024-01-24', until: null },
      },
      userErrors: [],
    });
  });

  test('refuses another title, at its field, and keeps everything', async () => {
    const key = await aMou(app, { state: 'SIGNED' });
    const [{ version }] = await app.sql('select version from mou where id = $1', [key]);

    const { data } = await app.graphql(tokens.operatorCilegon, revise, {
      id: mouId(key),
      version,
      input: { titleAsWritten: 'Lain', subject: 'x' },
    });

    expect(data.mouRevise).toEqual({
      mou: null,
      userErrors: [{ path: ['input', 'titleAsWritten'], code: 'MOU_SIGNED_CONTENT_FROZEN' }],
    });
    expect(await app.sql('select title_as_written, subject, version from mou where id = $1', [key])).toEqual([
      { title_as_written: 'Nota Kesepakatan', subject: null, version },
    ]);
  });

  test.each([
    ['its title', "update mou set title_as_written = 'x' where id = $1"],
    ['its signing date', "update mou set signed_on = '2023-01-01' where id = $1"],
    ['a party', 'delete from mou_party where mou_id = $1'],
    ['its state back', "update mou set state = 'DRAFT' where id = $1"],
  ])('cannot lose %s even by SQL of the owner', async (_label, text) => {
    const key = await aMou(app, { state: 'SIGNED' });

    await expect(app.sql(text, [key])).rejects.toMatchObject({ code: '23514' });
  });
});

describe('phase', () => {
  test.each([
    ['no end known', { from: '2024-01-24', until: null }, 'UNDATED'],
    ['first day tomorrow', { from: '2026-02-12', until: '2027-02-11' }, 'UPCOMING'],
    ['first day today', { from: '2026-02-11', until: '2027-02-11' }, 'ACTIVE'],
    ['91 days left', { from: '2025-01-01', until: '2026-05-13' }, 'ACTIVE'],
    ['90 days left', { from: '2025-01-01', until: '2026-05-12' }, 'EXPIRING'],
    ['last day today', { from: '2025-01-01', until: '2026-02-11' }, 'EXPIRING'],
    ['last day yesterday', { from: '2025-01-01', until: '2026-02-10' }, 'EXPIRED'],
  ])('%s', async (_label, period, phase) => {
    const key = await aMou(app, { state: 'SIGNED', ...period });

    const { data } = await app.graphql(null, 'query ($id: ID!) { mou(id: $id) { phase } }', {
      id: mouId(key),
    });

    expect(data.mou.phase).toBe(phase);
  });

  test('a signed successor makes an ended agreement renewed, a draft does not', async () => {
    const old = await aMou(app, { state: 'SIGNED', from: '2025-01-01', until: '2025-12-31' });
    await aMou(app, { predecessor: old });
    const ask = () =>
      app.graphql(null, 'query ($id: ID!) { mou(id: $id) { phase successors { state } } }', {
        id: mouId(old),
      });
    expect((await ask()).data.mou).toEqual({ phase: 'EXPIRED', successors: [] });

    await aMou(app, { predecessor: old, state: 'SIGNED', from: '2026-01-01', until: '2026-12-31' });

    expect((await ask()).data.mou).toEqual({ phase: 'RENEWED', successors: [{ state: 'SIGNED' }] });
  });

  test('a signed addendum moves the end', async () => {
    const base = await aMou(app, { state: 'SIGNED', from: '2025-01-01', until: '2025-12-31' });
    await aMou(app, {
      kind: 'ADDENDUM',
      parent: base,
      state: 'SIGNED',
      signedOn: '2025-11-01',
      until: '2026-12-31',
    });

    const { data } = await app.graphql(
      null,
      'query ($id: ID!) { mou(id: $id) { phase endsOn daysLeft period { until } children { kind } } }',
      { id: mouId(base) },
    );

    expect(data.mou).toEqual({
      phase: 'ACTIVE',
      endsOn: '2026-12-31',
      daysLeft: 323,
      period: { until: '2025-12-31' },
      children: [{ kind: 'ADDENDUM' }],
    });
  });
});

describe('create', () => {
  test('repeated with its key makes one agreement', async () => {
    const first = await app.graphql(tokens.operatorCilegon, create, {
      input: { ...draft, titleAsWritten: 'Sekali' },
      key: 'mou-1',
    });
    const second = await app.graphql(tokens.operatorCilegon, create, {
      input: { ...draft, titleAsWritten: 'Sekali' },
      key: 'mou-1',
    });

    expect(second.data.mouCreate.mou.id).toBe(first.data.mouCreate.mou.id);
    expect(await app.sql("select from mou where title_as_written = 'Sekali'")).toHaveLength(1);
  });

  test('names every problem at its field and saves nothing', async () => {
    const input = {
      ...draft,
      titleAsWritten: ' ',
      effectiveFrom: '2026-13-01',
      parties: [{ kind: 'OFFICE' }, { kind: 'OTHER', otherName: 'a\u0000b' }],
      parentId: 'region_x',
    };
    const before = await app.sql('select count(*)::int as n from mou');

    const { data } = await app.graphql(tokens.operatorCilegon, create, { input });

    expect(data.mouCreate.mou).toBeNull();
    expect(
      data.mouCreate.userErrors.map(({ path, code }: { path: string[]; code: string }) => [
        path.join('.'),
        code,
      ]),
    ).toEqual([['input.parties.1.otherName', 'TEXT_UNREADABLE']]);
    const clean = { ...input, parties: [{ kind: 'OFFICE' }] };
    const again = await app.graphql(tokens.operatorCilegon, create, { input: clean });
    expect(
      again.data.mouCreate.userErrors.map(({ path, code }: { path: string[]; code: string }) => [
        path.join('.'),
        code,
      ]),
    ).toEqual([
      ['input.parentId', 'REFERENCE_NOT_FOUND'],
      ['input.titleAsWritten', 'VALUE_MISSING'],
      ['input.effectiveFrom', 'DATE_INVALID'],
      ['input.parties.0', 'MOU_PARTY_INCOMPLETE'],
    ]);
    expect(await app.sql('select count(*)::int as n from mou')).toEqual(before);
  });

  test('outside the own region is refused at the field', async () => {
    const { data } = await app.graphql(tokens.operatorCilegon, create, {
      input: { ...draft, regionId: regionId('36.04') },
    });

    expect(data.mouCreate.userErrors).toMatchObject([
      { path: ['input', 'regionId'], code: 'OUTSIDE_REGION' },
    ]);
  });
});

test('the whole page of an agreement is one statement', async () => {
  const key = await aMou(app, { state: 'SIGNED' });

  const statements = await app.statements(() =>
    app.graphql(
      tokens.coordinatorBanten,
      `query ($id: ID!) { mou(id: $id) { titleAsWritten region { displayName parent { displayName } } phase missing concerns parties { displayName number signatory { name } office { displayName } }
        legalBases { displayTitle } children { titleAsWritten } successors { id } documents { fileName } citations { source { publisher } }
        history(first: 5) { totalCount nodes { verb changes { field } } } viewerCan { revise } } }`,
      { id: mouId(key) },
    ),
  );

  expect(statements).toHaveLength(1);
});

test('the filter of what is missing finds what the field says', async () => {
  await aMou(app, { state: 'SIGNED', parties: 1 });
  const list = `query ($filter: MouFilter) { mous(first: 100, filter: $filter) { nodes { id missing } } }`;
  const read = async (filter: object) =>
    (await app.graphql(tokens.coordinatorBanten, list, { filter })).data.mous.nodes;
  const everything: { id: string; missing: string[] }[] = await read({});
  const facts = new Set(everything.flatMap(({ missing }) => missing));

  expect(facts.size).toBeGreaterThan(4);
  for (const fact of facts)
    expect(await read({ missing: [fact] })).toEqual(
      everything.filter(({ missing }) => missing.includes(fact)),
    );
});
