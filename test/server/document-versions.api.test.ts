import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aMou, mouId } from '../support/build/mou.js';
import { buildRegions, regionKey } from '../support/build/region.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  // reads all of it, finds one word, and fails on another
  const scanner = 'content=$(cat); case "$content" in *VIRUS*) exit 1;; *RUSAK*) exit 7;; esac';
  app = await testApp({ options: { scanCommand: ['sh', '-c', scanner] } });
  await buildRegions(app);
  tokens = await buildActors(app);
  await app.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const pdf = (word = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n${word}${randomBytes(20).toString('hex')}\n%%EOF\n`);

/** Over a real connection: a place among the uploads is given back when it closes. */
async function upload(recordId: string, kind: string, fileName: string, bytes = pdf(), to = app) {
  const form = new FormData();
  form.set('recordId', recordId);
  form.set('kind', kind);
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), fileName);
  const { port } = to.http.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.operatorCilegon}` },
    body: form,
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

describe('versions', () => {
  test('are files of one kind, annexes of one name, numbered from 1', async () => {
    const id = mouId(await aMou(app));
    for (const [kind, name] of [
      ['DRAFT_TEXT', 'rancangan.pdf'],
      ['ATTACHMENT', 'Lampiran I.pdf'],
      ['DRAFT_TEXT', 'rancangan akhir.pdf'],
      ['ATTACHMENT', 'Lampiran II.pdf'],
      ['ATTACHMENT', 'lampiran i.PDF'],
    ] as const) {
      expect((await upload(id, kind, name)).status).toBe(201);
    }

    const { data } = await app.graphql(
      tokens.coordinatorBanten,
      'query ($id: ID!) { mou(id: $id) { documents { fileName edition isLatest uploadedByName } } }',
      { id },
    );

    const by = { uploadedByName: 'operatorCilegon' };
    expect(data.mou.documents).toEqual([
      { fileName: 'rancangan.pdf', edition: 1, isLatest: false, ...by },
      { fileName: 'Lampiran I.pdf', edition: 1, isLatest: false, ...by },
      { fileName: 'rancangan akhir.pdf', edition: 2, isLatest: true, ...by },
      { fileName: 'Lampiran II.pdf', edition: 1, isLatest: true, ...by },
      { fileName: 'lampiran i.PDF', edition: 2, isLatest: true, ...by },
    ]);
  });
});

describe('a preview', () => {
  test('shows the file in a page of ours only, and leaves a trail; not to others', async () => {
    const key = await aMou(app);
    const { body } = await upload(mouId(key), 'DRAFT_TEXT', 'rancangan.pdf');
    const ask = (token: string | null) =>
      app.http.inject({
        url: `/documents/${body.id}/preview`,
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });

    const shown = await ask(tokens.coordinatorBanten);
    const [other, nobody] = [await ask(tokens.operatorSerang), await ask(null)];

    expect(shown.statusCode).toBe(200);
    expect(shown.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="rancangan.pdf"; filename*=UTF-8''rancangan.pdf`,
      'content-security-policy': expect.stringContaining("sandbox; frame-ancestors 'self'"),
      'x-frame-options': 'SAMEORIGIN',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect([other.statusCode, nobody.statusCode]).toEqual([404, 401]);
    const trail = await app.sql(
      "select verb, changes ->> 'fileName' as file from audit_event where subject_id = $1 and verb like 'document.p%'",
      [key],
    );
    expect(trail).toEqual([{ verb: 'document.preview', file: 'rancangan.pdf' }]);
  });
});

test('a regulation of the region takes its text', async () => {
  const key = newId();
  await app.sql(
    `insert into regulation (id, kind, region_id, number, year, state) values ($1, 'PERWAL', $2, '58', 2023, 'ENACTED')`,
    [key, regionKey('36.72')],
  );

  const { status, body } = await upload(publicId('regulation', key), 'REGULATION_TEXT', 'perwal.pdf');

  expect([status, body.userErrors]).toEqual([201, []]);
  const read = 'query ($id: ID!) { regulation(id: $id) { documents { kind fileName } } }';
  const id = publicId('regulation', key);
  const { data } = await app.graphql(tokens.operatorCilegon, read, { id });
  expect(data.regulation.documents).toEqual([{ kind: 'REGULATION_TEXT', fileName: 'perwal.pdf' }]);
  const stranger = await app.graphql(null, read, { id });
  expect(stranger.data.regulation.documents).toEqual([]);
});

describe('a virus scanner', () => {
  test.each([
    ['that finds something refuses the file', 'VIRUS', 422],
    ['that fails refuses uploads for now', 'RUSAK', 503],
  ])('%s, and nothing is kept', async (_label, word, status) => {
    const key = await aMou(app);
    const before = await readdir(app.documentDirectory).catch(() => []);

    const answer = await upload(mouId(key), 'DRAFT_TEXT', 'rancangan.pdf', pdf(word));

    expect(answer.status).toBe(status);
    const codes = answer.body.userErrors?.map(({ code }: { code: string }) => code) ?? answer.body.code;
    expect(codes).toEqual(status === 422 ? ['DOCUMENT_INFECTED'] : 'SERVICE_UNAVAILABLE');
    expect(await readdir(app.documentDirectory)).toEqual(before);
    expect(await app.sql('select from document where record_id = $1', [key])).toEqual([]);
  });

  test('that cannot be run refuses uploads', async () => {
    const lame = await testApp({ options: { scanCommand: ['/nowhere/clamdscan'] } });
    await buildRegions(lame);
    await buildActors(lame);
    await lame.http.listen({ port: 0, host: '127.0.0.1' });

    const { status } = await upload(mouId(await aMou(lame)), 'DRAFT_TEXT', 'a.pdf', pdf(), lame);

    expect(status).toBe(503);
    expect(await lame.sql('select from document')).toEqual([]);
    await lame.close();
  });
});
