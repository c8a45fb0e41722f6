import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type App, createApp } from '../../server/app.js';
import { rotateKeys } from '../../server/key-rotation.js';
import { refuseUnknownKeys } from '../../server/nik-keys.js';
import { createNikVault } from '../../server/nik-vault.js';
import { type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { testSecret } from '../support/app.js';
import { regionId } from '../support/build/region.js';
import { aBeneficiary, aNik, inputOf, keyOf, listText, registerText, revealText } from './people.js';

const newSecret = 'the-next-secret-for-tests-0123456789';
const vault = createNikVault({ secret: newSecret, previousSecrets: [testSecret] });
const [newKey = 0, oldKey = 0] = vault.keyIds;

let world: ReportingWorld;
/** A server restarted with the new secret and the former one beside it. */
let restarted: App;
const niks = Array.from({ length: 8 }, () => aNik());
const ids: string[] = [];

beforeAll(async () => {
  world = await reportingWorld();
  for (const nik of niks) ids.push(await aBeneficiary(world, { nik }));
  await aBeneficiary(world, { nik: niks[0], regionId: regionId('36.04') });
  restarted = await createApp({
    databaseUrl: world.app.database.appUrl,
    secret: newSecret,
    previousSecrets: [testSecret],
    documentDirectory: world.app.documentDirectory,
    ...{ isDemo: false, publicUrl: null, trustProxy: false, logLevel: 'silent', poolMax: 4 },
  });
});
afterAll(async () => {
  await restarted.close();
  await world.close();
});

async function ask(query: string, variables: object) {
  const answer = await restarted.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization: 'Bearer test-session-admin' },
    payload: JSON.stringify({ query, variables }),
  });
  return answer.json().data;
}
const rows = (text: string, values: readonly unknown[] = []) => world.app.sql(text, values);
const underOld = async () =>
  (await rows('select count(*)::int as n from beneficiary where nik_key_id <> $1', [newKey]))[0].n;
const state = () => rows('select b.id, b.person_id, b.version from beneficiary b order by b.id');
const ownerUrl = () => world.app.database.ownerUrl;

describe('while the keys are changed', () => {
  it('a restarted server finds everybody, and keeps to the former key until told otherwise', async () => {
    const found = await ask(listText, { filter: { nik: niks[3] } });
    const made = await ask(registerText, { input: inputOf() });

    expect(found.beneficiaries.nodes).toEqual([expect.objectContaining({ id: ids[3] })]);
    expect(made.beneficiaryRegister.userErrors).toEqual([]);
    expect(await rows('select distinct nik_key_id from beneficiary')).toEqual([{ nik_key_id: oldKey }]);
  });

  it('stopped in the middle, half stands under each key, and everybody is still found as one person', async () => {
    const before = await state();
    const stop = () => {
      throw new Error('stopped');
    };

    await expect(rotateKeys({ ownerUrl: ownerUrl(), vault, log: stop, batchSize: 4 })).rejects.toThrow(
      'stopped',
    );

    expect(await underOld()).toBe(6);
    expect(await state()).toEqual(before); // no version counts: no open form becomes stale
    for (const [index, nik] of niks.entries()) {
      const { beneficiaries } = await ask(listText, { filter: { nik } });
      const { beneficiaryRevealNik } = await ask(revealText, {
        id: ids[index],
        reason: 'Pencocokan dengan KTP',
      });
      expect(beneficiaries.totalCount).toBe(index === 0 ? 2 : 1);
      expect(beneficiaryRevealNik.nik).toBe(nik);
    }
  });

  it('a server that knows only the former key registers nobody, so that no person is made twice', async () => {
    const persons = (await rows('select count(*)::int as n from person'))[0].n;

    const { data } = await world.ask('admin', registerText, {
      input: inputOf({ nik: niks[1], regionId: regionId('32.75') }),
    });

    expect(data.beneficiaryRegister.userErrors).toEqual([
      expect.objectContaining({ path: ['input', 'nik'], code: 'NIK_KEY_UNKNOWN' }),
    ]);
    expect((await rows('select count(*)::int as n from person'))[0].n).toBe(persons);
  });

  it('registrations at the same moment neither merge nor split persons', async () => {
    const [registered] = await Promise.all([
      Promise.all(
        niks.map((nik) => ask(registerText, { input: inputOf({ nik, regionId: regionId('32.75') }) })),
      ),
      rotateKeys({ ownerUrl: ownerUrl(), vault, log: () => undefined, batchSize: 1 }),
    ]);

    expect(registered.map(({ beneficiaryRegister }) => beneficiaryRegister.userErrors)).toEqual(
      niks.map(() => []),
    );
    const people = await rows(
      'select person_id, count(*)::int as n from beneficiary group by 1 having count(*) > 1 order by n desc',
    );
    expect(people.map(({ n }) => n)).toEqual([3, 2, 2, 2, 2, 2, 2, 2]);
    expect(await underOld()).toBe(0);
  });

  it('afterwards the former key is forgotten: only the new secret is needed', async () => {
    expect(await rotateKeys({ ownerUrl: ownerUrl(), vault, log: () => undefined })).toBe(0);

    const alone = createNikVault({ secret: newSecret });
    const pool = new pg.Pool({ connectionString: world.app.database.appUrl, max: 1 });
    await expect(refuseUnknownKeys(pool, alone)).resolves.toBeUndefined();
    await expect(refuseUnknownKeys(pool, createNikVault({ secret: testSecret }))).rejects.toThrow(
      'PAYUNG_SECRET',
    );
    await pool.end();
    expect(await rows('select key_id, is_current from nik_key')).toEqual([
      { key_id: newKey, is_current: true },
    ]);
    const indexes = await rows(
      'select p.nik_index from beneficiary b join person p on p.id = b.person_id where b.id = $1',
      [keyOf(ids[2] ?? '')],
    );
    expect(indexes[0].nik_index).toEqual(alone.indexes(niks[2] ?? '')[0]);
  });
});

it('stops before it would merge persons: a NIK that is not its person’s', async () => {
  const third = createNikVault({
    secret: 'a-third-secret-for-tests-0123456789',
    previousSecrets: [newSecret],
  });
  await rows(
    "update person set nik_index = nik_index || '\\x00' where id = (select person_id from beneficiary where id = $1)",
    [keyOf(ids[5] ?? '')],
  );

  await expect(rotateKeys({ ownerUrl: ownerUrl(), vault: third, log: () => undefined })).rejects.toThrow(
    /its NIK does not belong to its person$/,
  );
});

it('refuses to begin without the secret that the NIKs stand under', async () => {
  const stranger = createNikVault({ secret: 'a-stranger-to-all-of-them-0123456789' });

  await expect(rotateKeys({ ownerUrl: ownerUrl(), vault: stranger, log: () => undefined })).rejects.toThrow(
    'PAYUNG_SECRET',
  );
});
