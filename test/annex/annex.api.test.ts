import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  anEnrollment,
  asApp,
  ask,
  closeWorld,
  type LedgerWorld,
  ledgerWorld,
} from '../coverage/ledger-world.js';
import type { ActorName } from '../support/actors.js';
import { programId } from '../support/build/program.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});
afterAll(() => closeWorld(world));

const sealing = `mutation ($input: AnnexSealInput!) { annexSeal(input: $input) {
  annex { id version decree peopleCount digest code verifyPath printPath state isIntact sealedByName viewerCan { withdraw } }
  userErrors { path code } } }`;
const withdrawing = `mutation ($id: ID!, $version: Int!) { annexWithdraw(id: $id, expectedVersion: $version, input: { reason: "Ada yang ganda" }) {
  annex { state withdrawalReason viewerCan { withdraw } } userErrors { code } } }`;
const certifying = `query ($code: String!) { annexCertificate(code: $code) {
  programName regionName decree decreedOn peopleCount digest isWithdrawn isIntact } }`;

/** People of Cilegon's program under a decree; gives the keys of their enrollments. */
async function people(decree: string, names: readonly string[], state = 'ACTIVE'): Promise<string[]> {
  const keys: string[] = [];
  for (const name of names) {
    const key = await anEnrollment(world, world.cilegon, { state });
    await world.app.sql('update enrollment set decree = $2 where id = $1', [key, decree]);
    await world.app.sql(
      "update beneficiary set name = $2, birth_date = '1980-05-17', address = 'Lingkungan Kenari' where id = (select beneficiary_id from enrollment where id = $1)",
      [key, name],
    );
    keys.push(key);
  }
  return keys;
}

async function seal(decree: string, who: ActorName = 'approverBanten', decreedOn = '2026-02-01') {
  const input = { programId: programId(world.cilegon), decree, decreedOn };
  const { data, errors } = await ask(world, who, sealing, { input });
  return errors ? errors[0]?.extensions.code : data.annexSeal;
}
const page = (url: string, token?: string, headers: Readonly<Record<string, string>> = {}) =>
  world.app.http.inject({ url, headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) } });
const keyOf = async (decree: string) =>
  (await world.app.sql('select id from annex where decree = $1', [decree]))[0].id;

describe('sealing', () => {
  test('freezes who is approved under the decree, in the order of names, and hashes the lines', async () => {
    await people('SK 460/1', ['Zulaikha Kenari', 'Ahmad Kenari']);
    await people('SK 460/1', ['Belum Disetujui'], 'VERIFIED');
    await people('SK lain', ['Orang Lain']);

    const { annex, userErrors } = await seal('SK 460/1');

    const line = (place: number, name: string) =>
      [place, name, '99••••••••••0001', '1980-05-17', 'Lingkungan Kenari', 'Nelayan', ''].join('\t');
    const lines = [line(1, 'Ahmad Kenari'), line(2, 'Zulaikha Kenari')].join('\n');
    const [{ name: category }] = await world.app.sql('select name from category where id = $1', [
      world.fisher,
    ]);
    expect(userErrors).toEqual([]);
    expect(annex).toMatchObject({
      peopleCount: 2,
      digest: createHash('sha256').update(lines.replaceAll('Nelayan', category)).digest('hex'),
      code: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/),
      state: 'SEALED',
      isIntact: true,
      sealedByName: 'approverBanten',
      viewerCan: { withdraw: true },
    });
  });

  test.each<[string, () => Promise<unknown>, unknown]>([
    ['a decree of nobody', () => seal('SK 999'), [{ path: ['input', 'decree'], code: 'ANNEX_EMPTY' }]],
    [
      'a decree of tomorrow',
      () => seal('SK 460/2', 'approverBanten', '2026-02-12'),
      [{ path: ['input', 'decreedOn'], code: 'ANNEX_DECREED_LATER' }],
    ],
    ['by an operator', () => seal('SK 460/2', 'operatorCilegon'), 'FORBIDDEN'],
    ['by an analyst', () => seal('SK 460/2', 'analystBanten'), 'FORBIDDEN'],
  ])('is refused for %s, and nothing is sealed', async (_label, attempt, expected) => {
    const before = await world.app.sql('select count(*)::int as n from annex');

    const outcome = (await attempt()) as { userErrors?: unknown };

    expect(outcome.userErrors ?? outcome).toEqual(expected);
    expect(await world.app.sql('select count(*)::int as n from annex')).toEqual(before);
  });

  test('happens once; a withdrawn one makes room for another', async () => {
    await people('SK 460/3', ['Siti Kenari']);
    const { annex } = await seal('SK 460/3');

    const twice = await seal('SK 460/3');
    const withdrawn = await ask(world, 'coordinatorBanten', withdrawing, {
      id: annex.id,
      version: annex.version,
    });
    const again = await seal('SK 460/3');

    expect(twice.userErrors).toEqual([{ path: ['input', 'decree'], code: 'ANNEX_SEALED_ALREADY' }]);
    expect(withdrawn.data.annexWithdraw).toEqual({
      annex: { state: 'WITHDRAWN', withdrawalReason: 'Ada yang ganda', viewerCan: { withdraw: false } },
      userErrors: [],
    });
    expect(again.userErrors).toEqual([]);
    const { body } = await page(annex.verifyPath);
    expect(body).toContain('Sudah ditarik');
  });
});

describe('a sealed list', () => {
  test.each([
    ['a line', "update annex_person set name = 'Lain' where annex_id = $1"],
    ['a line less', 'delete from annex_person where annex_id = $1'],
    ['its count', 'update annex set people_count = 9 where id = $1'],
    ['its hash', "update annex set digest = repeat('0', 64) where id = $1"],
    ['itself', 'delete from annex where id = $1'],
  ])('does not lose %s, even by SQL of the owner', async (_label, text) => {
    const decree = `SK ${_label}`;
    await people(decree, ['Rahmat Kenari']);
    await seal(decree);

    await expect(world.app.sql(text, [await keyOf(decree)])).rejects.toMatchObject({
      constraint: 'annex_sealed',
    });
  });

  test('stays as it was when a person is renamed or leaves', async () => {
    const [key] = await people('SK 460/4', ['Dewi Kenari']);
    const { annex } = await seal('SK 460/4');
    await world.app.sql(
      "update beneficiary set name = 'Dewi Baru' where id = (select beneficiary_id from enrollment where id = $1)",
      [key],
    );

    const { body } = await page(annex.printPath, world.tokens.operatorCilegon, { host: 'palsu.example' });

    expect(body).toContain('Dewi Kenari');
    expect(body).not.toContain('Dewi Baru');
    // what the asker calls the server never gets onto the paper
    expect(body).toContain(`http://localhost${annex.verifyPath}`);
    expect(body).not.toContain('palsu.example');
    expect(body).toContain('PAYUNG_PUBLIC_URL');
  });

  test('takes no line from the login of the program', async () => {
    await people('SK 460/5', ['Umar Kenari']);
    await seal('SK 460/5');

    await expect(
      asApp(world, 'admin', 'insert into annex_person select * from annex_person where annex_id = $1', [
        await keyOf('SK 460/5'),
      ]),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the code on the paper', () => {
  test('confirms program, region, decree, count, day and hash to anybody, and never a person', async () => {
    await people('SK 460/6 <b>', ['Kartini Kenari', 'Budi Kenari']);
    const { annex } = await seal('SK 460/6 <b>');

    const { data } = await world.app.graphql(null, certifying, { code: annex.code.toLowerCase() });
    const { statusCode, body, headers } = await page(annex.verifyPath);

    expect(data.annexCertificate).toEqual({
      programName: 'Gemet Sekul',
      regionName: 'Kota Cilegon',
      decree: 'SK 460/6 <b>',
      decreedOn: '2026-02-01',
      peopleCount: 2,
      digest: annex.digest,
      isWithdrawn: false,
      isIntact: true,
    });
    expect(statusCode).toBe(200);
    for (const fact of [
      'terdaftar dan utuh',
      'Kota Cilegon',
      'SK 460/6 &lt;b&gt;',
      '2 orang',
      '1 Februari 2026',
      annex.digest,
    ])
      expect(body).toContain(fact);
    for (const secret of ['Kenari', '0001', '1980', '<script', '<b>']) expect(body).not.toContain(secret);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.each(['/verify/0000-0000-0000-0000', '/verify/%3Cscript%3E', '/verify/x'])(
    '%s confirms nothing',
    async (url) => {
      const { statusCode, body } = await page(url);

      expect(statusCode).toBe(404);
      expect(body).toContain('Kode tidak dikenal');
      expect(body).not.toContain('<script');
    },
  );

  test('can be typed on a page without script', async () => {
    const form = await page('/verify');
    const sent = await page('/verify?code=abcd-efgh');

    expect(form.body).toContain('<form class="card" action="/verify" method="get">');
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/verify/abcd-efgh']);
  });
});

describe('the paper', () => {
  test.each<[ActorName | null, number]>([
    [null, 401],
    ['operatorSerang', 404],
    ['operatorBekasi', 404],
    ['analystBanten', 403],
    ['operatorCilegon', 200],
    ['auditorBanten', 200],
  ])('is answered to %s with %i, with people only then', async (who, status) => {
    const decree = `SK kertas ${who}`;
    await people(decree, ['Halimah Kenari']);
    const { annex } = await seal(decree);

    const { statusCode, body } = await page(annex.printPath, who ? world.tokens[who] : undefined);

    expect(statusCode).toBe(status);
    expect(body.includes('Halimah Kenari')).toBe(status === 200);
    expect(body.includes('<svg role="img"')).toBe(status === 200);
    const trail = await world.app.sql(
      "select count(*)::int as n from audit_event where subject_id = $1 and verb = 'annex.print'",
      [await keyOf(decree)],
    );
    expect(trail).toEqual([{ n: status === 200 ? 1 : 0 }]);
  });
});
