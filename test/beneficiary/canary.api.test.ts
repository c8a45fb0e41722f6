import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNikVault } from '../../server/nik-vault.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp, testSecret } from '../support/app.js';
import { buildRegions, regionId } from '../support/build/region.js';
import { listText, oneText, registerText, revealText, reviseText, verifyText } from './people.js';

// planted, and then looked for wherever they must not be
const canaries = [
  '3672991203857777',
  '3672991203858888',
  'Kenari Wirasasmita',
  '991203857',
  '+6281299887766',
];
const [nik = '', corrected = '', name = ''] = canaries;

const logged: string[] = [];
const answers: string[] = [];
let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
let id: string;

const strangers = ['operatorSerang', 'operatorBekasi', 'analystBanten', null] as const;
const insiders = [
  'admin',
  'coordinatorBanten',
  'operatorCilegon',
  'approverBanten',
  'auditorBanten',
] as const;

async function ask(actor: ActorName | null, query: string, variables: object) {
  const answer = await app.graphql(actor && tokens[actor], query, variables);
  if (actor === null || strangers.some((stranger) => stranger === actor))
    answers.push(JSON.stringify(answer));
  return answer;
}

beforeAll(async () => {
  const logDestination = new Writable({
    write: (chunk, _encoding, done) => {
      logged.push(String(chunk));
      done();
    },
  });
  app = await testApp({ options: { logLevel: 'trace', logDestination } });
  await buildRegions(app);
  tokens = await buildActors(app);
  const input = {
    regionId: regionId('36.72'),
    ...{ nik, name, phone: '+6281299887766', birthDate: '1985-03-12', address: { text: name }, note: name },
  };
  const { data } = await ask('operatorCilegon', registerText, { input, key: 'canary' });
  id = data.beneficiaryRegister.beneficiary.id;
});
afterAll(() => app.close());

describe('NIK and name of a person of Kota Cilegon', () => {
  it('reach nobody who may not see the person, whatever is asked', async () => {
    for (const actor of strangers) {
      await ask(actor, oneText, { id });
      await ask(actor, 'query ($id: ID!) { node(id: $id) { id ... on Beneficiary { name nik } } }', { id });
      for (const filter of [
        {},
        { nik },
        { search: 'Kenari' },
        { regionIds: [regionId('36.72')] },
        { ageFrom: 1 },
      ]) {
        await ask(actor, listText, { filter });
      }
      await ask(actor, 'query { auditEvents { nodes { concept verb changes { field before after } } } }', {});
      await ask(actor, reviseText, { id, version: 1, input: { note: 'x' } });
      await ask(actor, verifyText, {
        id,
        input: { check: 'FIELD', result: 'PASSED', checkedOn: '2026-02-01' },
      });
      await ask(actor, revealText, { id, reason: 'Ingin tahu nomor orang ini' });
    }
    const sameElsewhere = { regionId: regionId('36.04'), nik, name: 'Nama Lain Sekali' };
    const other = await ask('operatorSerang', registerText, { input: sameElsewhere });

    expect(other.data.beneficiaryRegister.userErrors).toEqual([]);
    // the caller sent this NIK; the mask is all that comes back
    for (const canary of canaries) expect(answers.filter((answer) => answer.includes(canary))).toEqual([]);
    expect(answers.filter((answer) => answer.includes(id))).toEqual([]);
  });

  it('come back masked to those who see the person, save when revealed', async () => {
    for (const actor of insiders) {
      const { data } = await ask(actor, oneText, { id });
      expect(data.beneficiary).toMatchObject({ nik: '36••••••••••7777', name });
    }
  });

  it('stand in no error, whatever goes wrong', async () => {
    const texts: string[] = [];
    const failing = [
      { input: { regionId: regionId('36.72'), nik, name } }, // registered
      { input: { regionId: regionId('36.72'), nik: `${nik}1`, name: `${name}\u0000` } },
      { input: { regionId: regionId('36.72'), nik: `${nik.slice(0, 15)}X`, name: name.repeat(40) } },
      { input: { regionId: regionId('36.72'), nik: Number(nik), name } }, // refused by GraphQL itself
      { input: { regionId: regionId('36.72'), nik, name }, key: 'canary' },
    ];
    for (const variables of failing)
      texts.push(JSON.stringify(await ask('operatorCilegon', registerText, variables)));
    texts.push(JSON.stringify(await ask('operatorCilegon', listText, { filter: { nik: `${nik}9` } })));

    // graphql-js repeats a value of the wrong type to the one who sent it: that is the caller's own
    const ours = texts.filter((text) => !text.includes('got invalid value'));
    for (const canary of canaries) expect(ours.filter((text) => text.includes(canary))).toEqual([]);
  });

  it('stand in no audit row, in no idempotency key, in no log line', async () => {
    const change = { nik: corrected, nikReason: 'Salah ketik empat angka terakhir', name: `${name} S.` };
    const revised = await ask('operatorCilegon', reviseText, { id, version: 1, input: change });
    const revealed = await ask('operatorCilegon', revealText, { id, reason: 'Pencocokan dengan KTP asli' });
    expect(revised.data.beneficiaryRevise.userErrors).toEqual([]);
    expect(revealed.data.beneficiaryRevealNik.nik).toBe(corrected);

    const trail = await app.sql(
      "select to_jsonb(a)::text as text from audit_event a union all select to_jsonb(i)::text from idempotency_key i union all select to_jsonb(r)::text from nik_reveal r union all select to_jsonb(c)::text from nik_correction c union all select encode(p.nik_index, 'escape') from person p",
    );

    expect(trail.length).toBeGreaterThan(5);
    expect(logged.length).toBeGreaterThan(5);
    for (const canary of canaries) {
      expect(trail.filter(({ text }) => text.includes(canary))).toEqual([]);
      expect(logged.filter((line) => line.includes(canary))).toEqual([]);
    }
  });

  it('cannot be guessed from the kept hash of a repeatable request', async () => {
    const [{ content_hash: hash }] = await app.sql(
      "select content_hash from idempotency_key where key = 'canary'",
    );
    const [address, phone] = [{ text: name }, '+6281299887766'];
    const input = {
      regionId: regionId('36.72'),
      ...{ nik, name, birthDate: '1985-03-12', address, phone, note: name },
    };

    const hashOf = (content: object) => createHash('sha256').update(JSON.stringify(content)).digest('hex');
    const keyed = createNikVault({ secret: testSecret }).indexes(nik)[0]?.toString('hex');

    expect(hash).not.toBe(hashOf(input));
    expect(hash).toBe(hashOf({ ...input, nik: keyed }));
  });
});
