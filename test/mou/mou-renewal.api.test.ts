import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { type ActorName, buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aMou, type MouBuild, mouId } from '../support/build/mou.js';
import { buildRegions, regionId, regionKey } from '../support/build/region.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  app = await testApp();
  await buildRegions(app);
  tokens = await buildActors(app);
});
afterAll(() => app.close());

const content = `id kind state titleAsWritten subject scope segments noticeDays plannedBeneficiaries period { from until }
  predecessor { id } parent { id } legalBases { displayTitle } parties { displayName number signatory { displayName } }
  viewerCan { renew amend } comparison { field signed draft change }`;
const renew = `mutation ($id: ID!, $version: Int!, $input: MouRenewInput!) {
  mouRenew(id: $id, expectedVersion: $version, input: $input) { mou { ${content} } userErrors { path code message } } }`;
const amend = `mutation ($id: ID!, $version: Int!, $input: MouAmendInput!) {
  mouAmend(id: $id, expectedVersion: $version, input: $input) { mou { ${content} } userErrors { path code } } }`;
const renewEach = `mutation ($input: MousRenewEachInput!, $dryRun: Boolean!) { mousRenewEach(input: $input, dryRun: $dryRun) {
  results { mouId title regionName endsOn effectiveFrom effectiveUntil draftId reasonCode } userErrors { path code } } }`;
const revise = `mutation ($id: ID!, $version: Int!, $input: MouReviseInput!) {
  mouRevise(id: $id, expectedVersion: $version, input: $input) { mou { ${content} } userErrors { path code } } }`;

async function aRegulation(number: string, until: string | null): Promise<string> {
  const id = newId();
  await app.sql(
    `insert into regulation (id, kind, region_id, number, year, state, effective_from, effective_until)
     values ($1, 'PERWAL', $2, $3, 2023, 'ENACTED', '2023-01-01', $4)`,
    [id, regionKey('36.72'), number, until],
  );
  return id;
}

/** A signed PKS of Cilegon with everything that a renewal carries over; gives its key. */
async function aFullPks(build: MouBuild = {}): Promise<string> {
  const key = await aMou(app, {
    kind: 'PKS',
    title: 'PKS Marbot',
    from: '2025-03-01',
    until: '2026-02-28',
    ...build,
  });
  const bases = [
    await aRegulation(`12/${key.slice(-6)}`, null),
    await aRegulation(`9/${key.slice(-6)}`, '2025-06-30'),
  ];
  for (const basis of bases) {
    await app.sql('insert into mou_legal_basis (id, mou_id, regulation_id) values ($1, $2, $3)', [
      newId(),
      key,
      basis,
    ]);
  }
  await app.sql(
    `update mou set subject = 'Marbot', scope = '{JKK,JKM}', segments = '{BPU}', notice_days = 60, planned_beneficiaries = 800 where id = $1`,
    [key],
  );
  await app.sql('update mou_party set number = $2 where mou_id = $1 and position = 1', [key, `1/${key}`]);
  await app.sql("update mou set state = 'LEGAL_REVIEW' where id = $1", [key]);
  await app.sql("update mou set state = 'SIGNED', signed_on = '2025-02-20' where id = $1", [key]);
  return key;
}

const versionOf = async (key: string) =>
  (await app.sql('select version from mou where id = $1', [key]))[0].version;
const ask = async (who: ActorName, text: string, key: string, input: object = {}) =>
  (await app.graphql(tokens[who], text, { id: mouId(key), version: await versionOf(key), input })).data;

describe('renewing', () => {
  test('carries parties, scope and legal bases in force over, and follows the term', async () => {
    const key = await aFullPks();

    const { mouRenew } = await ask('operatorCilegon', renew, key);

    expect(mouRenew.userErrors).toEqual([]);
    expect(mouRenew.mou).toMatchObject({
      kind: 'PKS',
      state: 'DRAFT',
      titleAsWritten: 'PKS Marbot',
      subject: 'Marbot',
      scope: ['JKK', 'JKM'],
      segments: ['BPU'],
      noticeDays: 60,
      plannedBeneficiaries: 800,
      period: { from: '2026-03-01', until: '2027-02-28' },
      predecessor: { id: mouId(key) },
      parties: [
        { displayName: 'Pihak 1', number: null },
        { displayName: 'Pihak 2', number: null },
      ],
    });
    expect(mouRenew.mou.legalBases).toHaveLength(1);
    const changes = Object.fromEntries(
      mouRenew.mou.comparison.map(({ field, change }: { field: string; change: string }) => [field, change]),
    );
    expect(changes).toEqual({
      titleAsWritten: 'SAME',
      subject: 'SAME',
      parties: 'SAME',
      effectiveFrom: 'CHANGED',
      effectiveUntil: 'CHANGED',
      noticeDays: 'SAME',
      segments: 'SAME',
      scope: 'SAME',
      plannedBeneficiaries: 'SAME',
      legalBasisIds: 'CHANGED',
    });
  });

  test('takes the umbrella that holds now, and the term as the addendum has it', async () => {
    const umbrella = await aMou(app, { state: 'SIGNED' });
    const newer = await aMou(app, { state: 'SIGNED', predecessor: umbrella });
    const key = await aFullPks({ parent: umbrella });
    await aMou(app, { kind: 'ADDENDUM', parent: key, state: 'SIGNED', until: '2026-08-31' });

    const { mouRenew } = await ask('operatorCilegon', renew, key, { titleAsWritten: 'PKS Marbot II' });

    expect(mouRenew.mou).toMatchObject({
      titleAsWritten: 'PKS Marbot II',
      parent: { id: mouId(newer) },
      period: { from: '2026-09-01', until: '2028-02-29' },
    });
  });

  test('is refused twice, for a draft, for an addendum and elsewhere; nothing is made', async () => {
    const key = await aFullPks();
    await ask('operatorCilegon', renew, key);
    const draft = await aMou(app);
    const addendum = await aMou(app, { kind: 'ADDENDUM', parent: key, state: 'SIGNED' });
    const before = await app.sql('select count(*)::int as n from mou');

    const codes = async (who: ActorName, of: string) =>
      (await ask(who, renew, of))?.mouRenew?.userErrors.map(({ code }: { code: string }) => code);

    expect(await codes('operatorCilegon', key)).toEqual(['MOU_RENEWAL_EXISTS']);
    expect(await codes('operatorCilegon', draft)).toEqual(['MOU_NOT_FOLLOWABLE']);
    expect(await codes('operatorCilegon', addendum)).toEqual(['MOU_NOT_FOLLOWABLE']);
    expect(await codes('operatorSerang', key)).toEqual(['NOT_FOUND']);
    expect(await app.sql('select count(*)::int as n from mou')).toEqual(before);
  });

  test('by two at once makes one draft', async () => {
    const key = await aFullPks();

    const both = await Promise.all([
      ask('operatorCilegon', renew, key),
      ask('coordinatorBanten', renew, key),
    ]);

    const outcomes = both.map(({ mouRenew }) => mouRenew.userErrors[0]?.code ?? 'made').sort();
    expect(outcomes).toEqual(['MOU_RENEWAL_EXISTS', 'made']);
  });
});

describe('preparing renewals', () => {
  test('tells by a dry run what would be drafted, then drafts it, once', async () => {
    await app.sql(
      "update mou set effective_until = '2020-01-01' where effective_until is null and state = 'SIGNED'",
    );
    const soon = await aFullPks({ until: '2026-03-31', title: 'PKS Segera' });
    await aFullPks({ until: '2026-12-31', title: 'PKS Nanti' });
    const elsewhere = await aMou(app, {
      region: '36.04',
      state: 'SIGNED',
      from: '2025-01-01',
      until: '2026-03-01',
    });
    const run = async (dryRun: boolean) =>
      (
        await app.graphql(tokens.operatorCilegon, renewEach, {
          input: { withinDays: 60, regionIds: [regionId('36.72')] },
          dryRun,
        })
      ).data.mousRenewEach;

    const trial = await run(true);
    const deed = await run(false);
    const again = await run(false);

    const of = (answer: typeof trial) =>
      answer.results.find((result: { mouId: string }) => result.mouId === mouId(soon));
    expect(of(trial)).toMatchObject({
      title: 'PKS Segera',
      regionName: 'Kota Cilegon',
      endsOn: '2026-03-31',
      effectiveFrom: '2026-04-01',
      effectiveUntil: '2027-04-30',
      draftId: null,
      reasonCode: null,
    });
    expect(of(deed).draftId).toMatch(/^mou_/);
    expect(of(again)).toMatchObject({ draftId: null, reasonCode: 'MOU_RENEWAL_EXISTS' });
    const titles = trial.results.map(({ title }: { title: string }) => title);
    expect(titles).not.toContain('PKS Nanti');
    const drafts = await app.sql('select count(*)::int as n from mou where predecessor_id = any ($1)', [
      [soon, elsewhere],
    ]);
    expect(drafts).toEqual([{ n: 1 }]);
  });

  test('takes the conditions of the list, over already included, and of these whom one chose', async () => {
    const over = await aFullPks({ until: '2025-12-31', title: 'PKS Lewat Satu' });
    const other = await aFullPks({ until: '2025-11-30', title: 'PKS Lewat Dua' });
    const run = async (input: object) =>
      (await app.graphql(tokens.operatorCilegon, renewEach, { input, dryRun: false })).data.mousRenewEach;

    const chosen = await run({ filter: { search: 'PKS Lewat' }, mouIds: [mouId(over)] });
    const nobody = await run({ mouIds: [] });
    const unsaid = await run({});

    expect(chosen.results).toEqual([expect.objectContaining({ title: 'PKS Lewat Satu', reasonCode: null })]);
    expect([nobody.results, nobody.userErrors]).toEqual([[], []]);
    expect([unsaid.results, unsaid.userErrors[0].path]).toEqual([[], ['input', 'withinDays']]);
    const drafts = await app.sql('select predecessor_id from mou where predecessor_id = any ($1)', [
      [over, other],
    ]);
    expect(drafts).toEqual([{ predecessor_id: over }]);
  });
});

describe('an addendum', () => {
  test('is drafted with the parties, and compared with the signed text and the addenda before', async () => {
    const key = await aFullPks({ until: '2026-12-31' });
    await aMou(app, { kind: 'ADDENDUM', parent: key, state: 'SIGNED', until: '2027-06-30' });

    const { mouAmend } = await ask('operatorCilegon', amend, key);
    const draft = mouAmend.mou;
    const { data } = await app.graphql(tokens.operatorCilegon, revise, {
      id: draft.id,
      version: 1,
      input: { effectiveUntil: '2027-12-31', plannedBeneficiaries: 900, noticeDays: 60 },
    });

    expect(draft).toMatchObject({
      kind: 'ADDENDUM',
      state: 'DRAFT',
      titleAsWritten: 'Adendum 2 PKS Marbot',
      parent: { id: mouId(key) },
      subject: null,
    });
    const compared = data.mouRevise.mou.comparison;
    expect(compared).toEqual(
      expect.arrayContaining([
        { field: 'effectiveUntil', signed: '2027-06-30', draft: '2027-12-31', change: 'CHANGED' },
        { field: 'plannedBeneficiaries', signed: '800', draft: '900', change: 'CHANGED' },
        { field: 'noticeDays', signed: '60', draft: '60', change: 'SAME' },
        { field: 'subject', signed: 'Marbot', draft: null, change: 'KEPT' },
        { field: 'scope', signed: 'JKK; JKM', draft: null, change: 'KEPT' },
      ]),
    );
  });
});

describe('facts that a province requires', () => {
  const set = async (mouRequirements: object[]) => {
    const [known] = await app.sql('select version from province_setting where region_id = $1', [
      regionKey('36'),
    ]);
    const { data } = await app.graphql(
      tokens.coordinatorBanten,
      `mutation ($id: ID!, $version: Int!, $input: ProvinceSettingReviseInput!) { provinceSettingRevise(regionId: $id, expectedVersion: $version, input: $input) {
        provinceSetting { mouRequirements { state role fact } } userErrors { path code } } }`,
      { id: regionId('36'), version: known?.version ?? 0, input: { mouRequirements } },
    );
    return data.provinceSettingRevise;
  };
  const move = async (who: ActorName, name: string, key: string, input?: object) => {
    const type = input && 'MouSignInput';
    const { data } = await app.graphql(
      tokens[who],
      `mutation ($id: ID!, $version: Int!${type ? `, $input: ${type}!` : ''}) { ${name}(id: $id, expectedVersion: $version${type ? ', input: $input' : ''}) { mou { state lacking } userErrors { path code message } } }`,
      { id: mouId(key), version: await versionOf(key), input },
    );
    return data[name];
  };

  test('keep an operator from submitting, and not the coordinator of whom less is asked', async () => {
    const rule = { state: 'LEGAL_REVIEW', role: 'OPERATOR', fact: 'NUMBER' };
    expect(await set([rule])).toEqual({ provinceSetting: { mouRequirements: [rule] }, userErrors: [] });
    const key = await aMou(app);

    const operator = await move('operatorCilegon', 'mouSubmit', key);
    const coordinator = await move('coordinatorBanten', 'mouSubmit', key);

    expect(operator.userErrors).toEqual([
      {
        path: ['id'],
        code: 'MOU_FACTS_REQUIRED',
        message:
          'Provinsi mewajibkan ini tercatat sebelum langkah ini: Nomor dari salah satu pihak. Lengkapi dahulu.',
      },
    ]);
    expect(coordinator.mou.state).toBe('LEGAL_REVIEW');
  });

  test('want the signed text itself before the signature, by the database too', async () => {
    await set([
      { state: 'SIGNED', role: 'APPROVER', fact: 'DOCUMENT' },
      { state: 'SIGNED', role: 'APPROVER', fact: 'SIGNED_ON' },
    ]);
    const key = await aMou(app, { state: 'LEGAL_REVIEW' });
    const attach = (kind: string) =>
      app.sql(
        `insert into document (id, concept, record_id, region_id, kind, file_name, media_type, size_bytes, sha256, uploaded_by)
         values ($1, 'mou', $2, $3, $4, 'naskah.pdf', 'application/pdf', 10, repeat($5, 64), $6)`,
        [
          newId(),
          key,
          regionKey('36.72'),
          kind,
          kind === 'SIGNED_TEXT' ? 'a' : 'b',
          staffKey('operatorCilegon'),
        ],
      );
    await attach('ATTACHMENT');
    const seen = await app.graphql(tokens.approverBanten, 'query ($id: ID!) { mou(id: $id) { lacking } }', {
      id: mouId(key),
    });

    const without = await move('approverBanten', 'mouSign', key, { signedOn: '2026-02-11' });
    await attach('SIGNED_TEXT');
    const signed = await move('approverBanten', 'mouSign', key, { signedOn: '2026-02-11' });

    expect(seen.data.mou.lacking).toEqual(['DOCUMENT', 'SIGNED_ON']);
    expect(without.userErrors).toMatchObject([{ code: 'MOU_FACTS_REQUIRED' }]);
    expect(signed.mou).toEqual({ state: 'SIGNED', lacking: [] });
    await set([]);
  });

  test.each([
    ['an unknown role', 'SIGNED:OPERATOR:NUMBER'],
    ['an unknown fact', 'SIGNED:APPROVER:COLOUR'],
  ])('are none with %s', async (_label, code) => {
    await expect(
      app.sql('update province_setting set mou_requirements = array[$1]', [code]),
    ).rejects.toMatchObject({ constraint: 'province_setting_mou_requirements_form' });
  });
});

test('the public sees no comparison of what it may not see', async () => {
  const key = await aMou(app, { state: 'SIGNED' });
  const { data } = await app.graphql(
    null,
    'query ($id: ID!) { mou(id: $id) { comparison { field } lacking viewerCan { renew amend } } }',
    {
      id: publicId('mou', key),
    },
  );

  expect(data.mou).toEqual({ comparison: [], lacking: [], viewerCan: { renew: false, amend: false } });
});
