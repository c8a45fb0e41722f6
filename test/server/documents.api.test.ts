import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aMou, mouId } from '../support/build/mou.js';
import { buildRegions, regionId } from '../support/build/region.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  app = await testApp();
  await buildRegions(app);
  tokens = await buildActors(app);
  await app.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());
afterEach(() => app.sql('drop trigger if exists document_refuse on document'));

interface Part {
  readonly name?: string;
  readonly fileName?: string;
  readonly disposition?: string;
  readonly bytes: Buffer;
}

function pdf(content = randomBytes(20).toString('hex')): Buffer {
  return Buffer.from(`%PDF-1.7\n${content}\n%%EOF\n`);
}

/** Sent over a real connection, so that parsing and limits are those of production. */
async function upload(token: string | null, parts: readonly Part[]) {
  const boundary = 'batas-uji';
  const chunks = parts.flatMap(({ name = 'file', fileName, disposition, bytes }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: ${disposition ?? `form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}`}\r\n` +
        `${fileName === undefined && disposition === undefined ? '' : 'content-type: application/pdf\r\n'}\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  const { port } = app.http.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/documents`, {
    method: 'POST',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  });
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text) };
}

function fields(recordId: string, kind = 'DRAFT_TEXT'): Part[] {
  return [
    { name: 'recordId', bytes: Buffer.from(recordId) },
    { name: 'kind', bytes: Buffer.from(kind) },
  ];
}

function download(token: string | null, id: string, method: 'GET' | 'HEAD' = 'GET') {
  return app.http.inject({
    method,
    url: `/documents/${id}`,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
}

async function filesOnDisk(): Promise<readonly string[]> {
  return readdir(app.documentDirectory).catch(() => []);
}

describe('uploading', () => {
  test('keeps the bytes, and gives them back to those who may see the record', async () => {
    const draft = await aMou(app);
    const bytes = pdf();
    const { status, body } = await upload(tokens.operatorCilegon, [
      ...fields(mouId(draft)),
      { fileName: 'nota.pdf', bytes },
    ]);

    const answer = await download(tokens.coordinatorBanten, body.id);

    expect([status, body.userErrors]).toEqual([201, []]);
    expect(answer.rawPayload.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="nota.pdf"; filename*=UTF-8''nota.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(await app.sql('select size_bytes, sha256 from document where record_id = $1', [draft])).toEqual([
      { size_bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ]);
  });

  test.each([
    ['a text', Buffer.from('bukan pdf'), 'DOCUMENT_NOT_PDF'],
    ['a program with another name', Buffer.from('MZ\u0090\0\u0003\0\0\0'), 'DOCUMENT_NOT_PDF'],
    ['a page of the web', Buffer.from('<!doctype html><script>alert(1)</script>'), 'DOCUMENT_NOT_PDF'],
    ['an empty file', Buffer.alloc(0), 'DOCUMENT_EMPTY'],
    ['26 MB', Buffer.concat([pdf(), Buffer.alloc(26 * 1024 * 1024)]), 'DOCUMENT_TOO_LARGE'],
  ])('refuses %s and keeps nothing of it', async (_label, bytes, code) => {
    const draft = await aMou(app);
    const before = await filesOnDisk();

    const { status, body } = await upload(tokens.operatorCilegon, [
      ...fields(mouId(draft)),
      { fileName: 'nota.pdf', bytes },
    ]);

    expect([status, body.id, body.userErrors]).toEqual([
      422,
      null,
      [{ path: ['input', 'file'], code, message: expect.any(String) }],
    ]);
    expect(await filesOnDisk()).toEqual(before);
    expect(await app.sql('select id from document where record_id = $1', [draft])).toEqual([]);
  });

  test.each([
    ['a record that is not there', () => mouId(newId()), 'NOT_FOUND'],
    ['no id at all', () => "'; drop table mou; --", 'NOT_FOUND'],
    ['nothing', () => '', 'NOT_FOUND'],
    ['a kind of record without files', () => regionId('36.72'), 'DOCUMENT_RECORD_UNFIT'],
  ])('refuses %s', async (_label, recordId, code) => {
    const before = await filesOnDisk();

    const { status, body } = await upload(tokens.operatorCilegon, [
      ...fields(recordId()),
      { fileName: 'nota.pdf', bytes: pdf() },
    ]);

    expect([status, body.userErrors[0].path, body.userErrors[0].code]).toEqual([
      422,
      ['input', 'recordId'],
      code,
    ]);
    expect(await filesOnDisk()).toEqual(before);
  });

  test('a draft of another region answers as one that is not there, and a public record as forbidden', async () => {
    const draft = await aMou(app, { region: '36.04' });
    const visible = await aMou(app, { region: '36.04', state: 'SIGNED' });
    const before = await filesOnDisk();
    const file = { fileName: 'nota.pdf', bytes: pdf() };

    const hidden = await upload(tokens.operatorCilegon, [...fields(mouId(draft)), file]);
    const missing = await upload(tokens.operatorCilegon, [...fields(mouId(newId())), file]);
    const foreign = await upload(tokens.operatorCilegon, [...fields(mouId(visible)), file]);

    expect(hidden).toEqual(missing);
    expect([foreign.status, foreign.body.code]).toEqual([403, 'FORBIDDEN']);
    expect(await filesOnDisk()).toEqual(before);
  });

  test('refuses the same file a second time, and keeps the first', async () => {
    const draft = await aMou(app);
    const parts = [...fields(mouId(draft)), { fileName: 'nota.pdf', bytes: pdf() }];
    await upload(tokens.operatorCilegon, parts);
    const before = await filesOnDisk();

    const again = await upload(tokens.operatorCilegon, parts);

    expect([again.status, again.body.userErrors[0].code]).toEqual([422, 'DOCUMENT_ATTACHED_TWICE']);
    expect(await filesOnDisk()).toEqual(before);
  });

  test('refuses two files in one request', async () => {
    const draft = await aMou(app);
    const before = await filesOnDisk();

    const { status, body } = await upload(tokens.operatorCilegon, [
      ...fields(mouId(draft)),
      { fileName: 'satu.pdf', bytes: pdf() },
      { fileName: 'dua.pdf', bytes: pdf() },
    ]);

    expect([status, body.userErrors[0].code]).toEqual([422, 'DOCUMENT_ONE_FILE']);
    expect(await filesOnDisk()).toEqual(before);
  });

  test('refuses a kind that does not exist, and a body that is no form', async () => {
    const draft = await aMou(app);

    const kind = await upload(tokens.operatorCilegon, [
      ...fields(mouId(draft), 'toString'),
      { fileName: 'nota.pdf', bytes: pdf() },
    ]);
    const json = await app.http.inject({
      method: 'POST',
      url: '/documents',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.operatorCilegon}` },
      payload: '{}',
    });
    const endless = await upload(tokens.operatorCilegon, [
      { name: 'recordId', bytes: Buffer.from(mouId(draft)) },
      ...Array.from({ length: 20 }, (_, index) => ({ name: `a${index}`, bytes: Buffer.from('x') })),
    ]);

    expect([kind.status, kind.body.userErrors[0].code]).toEqual([422, 'VALUE_INVALID']);
    expect(json.statusCode).toBe(415);
    expect(endless.status).toBe(413);
  });

  test.each([
    ['folders', '../../etc/passwd.pdf', 'passwd.pdf'],
    ['folders of Windows', 'C:\\\\Users\\\\rahasia\\\\nota.pdf', 'nota.pdf'],
    ['letters of other scripts', 'nota–kesepakatan 協定.pdf', 'nota–kesepakatan 協定.pdf'],
    ['characters that turn text around', 'nota\u202efdp.exe.pdf', 'notafdp.exe.pdf'],
    ['a broken line', 'nota%0d%0aset-cookie: a=b.pdf', 'nota%0d%0aset-cookie: a=b.pdf'],
    ['quotes', "nota' ; x=1; (2024)*.pdf", "nota' ; x=1; (2024)*.pdf"],
    ['300 letters', `${'a'.repeat(296)}.pdf`, 'a'.repeat(200)],
    ['nothing', '', 'dokumen.pdf'],
  ])('a file name with %s becomes a plain name', async (_label, sent, kept) => {
    const draft = await aMou(app);
    const { body } = await upload(tokens.operatorCilegon, [
      ...fields(mouId(draft)),
      { fileName: sent, bytes: pdf() },
    ]);

    const [row] = await app.sql('select file_name from document where record_id = $1', [draft]);
    const answer = await download(tokens.operatorCilegon, body.id);

    expect(row).toEqual({ file_name: kept });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.!~%-]+$/,
    );
    expect(await filesOnDisk()).toContainEqual(expect.stringMatching(/^[0-9a-f-]{36}$/));
  });

  test('an insert that fails leaves no file behind', async () => {
    const draft = await aMou(app);
    await app.sql(
      "create or replace function refuse_document() returns trigger language plpgsql as $$ begin raise exception 'rahasia'; end $$",
    );
    await app.sql(
      'create trigger document_refuse before insert on document for each row execute function refuse_document()',
    );
    const before = await filesOnDisk();

    const { status, text } = await upload(tokens.operatorCilegon, [
      ...fields(mouId(draft)),
      { fileName: 'nota.pdf', bytes: pdf() },
    ]);

    expect(status).toBe(422);
    expect(text).not.toContain('rahasia');
    expect(await filesOnDisk()).toEqual(before);
  });

  test('a store that cannot be written is told as such, and no record is made', async () => {
    const draft = await aMou(app);
    await rm(app.documentDirectory, { recursive: true });
    await writeFile(app.documentDirectory, 'in the way');

    const { status, body } = await upload(tokens.operatorCilegon, [
      ...fields(mouId(draft)),
      { fileName: 'nota.pdf', bytes: pdf() },
    ]);
    await rm(app.documentDirectory);
    await mkdir(app.documentDirectory);

    expect([status, body.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(body.message).toMatch(/^Berkas tidak dapat disimpan/);
    expect(await app.sql('select id from document where record_id = $1', [draft])).toEqual([]);
  });
});

describe('who may not attach is refused before the body is sent', () => {
  test.each([
    ['anonymous', null, 401],
    ['an analyst', 'analystBanten', 403],
    ['an auditor', 'auditorBanten', 403],
  ] as const)('%s', async (_label, name, status) => {
    const before = await filesOnDisk();
    const { port } = app.http.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    // announces 20 MB and sends nothing of it: only an answer that does not wait for the body can come
    socket.write(
      `POST /documents HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 20000000\r\n${name ? `authorization: Bearer ${tokens[name]}\r\n` : ''}\r\n`,
    );

    const head = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
    socket.destroy();

    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(await filesOnDisk()).toEqual(before);
  });

  test('a JSON body of 20 MB from nobody is not read either', async () => {
    const { port } = app.http.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'POST /documents HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 20000000\r\n\r\n',
    );

    const head = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
    socket.destroy();

    expect(head).toMatch(/^HTTP\/1.1 401 /);
  });
});

describe('who hangs up while waiting for a turn', () => {
  test('takes no place of those who come after', async () => {
    const { port } = app.http.server.address() as AddressInfo;
    const slow = async () => {
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `POST /documents HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 20000000\r\nauthorization: Bearer ${tokens.operatorCilegon}\r\n\r\n--x\r\n`,
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
      return socket;
    };
    const inside = [await slow(), await slow(), await slow(), await slow(), await slow(), await slow()];
    const waiting = [await slow(), await slow(), await slow(), await slow(), await slow(), await slow()];
    for (const socket of waiting) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const socket of inside) socket.destroy();

    const { status } = await upload(tokens.operatorCilegon, [
      ...fields(mouId(await aMou(app))),
      { fileName: 'nota.pdf', bytes: pdf() },
    ]);

    expect(status).toBe(201);
  });
});

describe('downloading', () => {
  test('a hidden, a missing and a malformed id answer alike', async () => {
    const draft = await aMou(app, { region: '36.04' });
    const { body } = await upload(tokens.operatorSerang, [
      ...fields(mouId(draft)),
      { fileName: 'nota.pdf', bytes: pdf() },
    ]);

    const answers = [];
    for (const id of [
      body.id,
      `document_${newId().replaceAll('-', '')}`,
      'document_x',
      '..%2f..%2fetc%2fpasswd',
    ]) {
      const answer = await download(tokens.operatorCilegon, id);
      answers.push([answer.statusCode, { ...answer.json(), requestId: null }]);
    }

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });

  test('a file that is gone from the disk is told as such', async () => {
    const draft = await aMou(app);
    const { body } = await upload(tokens.operatorCilegon, [
      ...fields(mouId(draft)),
      { fileName: 'nota.pdf', bytes: pdf() },
    ]);
    for (const name of await filesOnDisk()) await rm(`${app.documentDirectory}/${name}`);

    const answer = await download(tokens.operatorCilegon, body.id);

    expect(answer.statusCode).toBe(404);
    expect(answer.json().message).toMatch(/^Data dokumen ada, tetapi berkasnya tidak ditemukan/);
  });

  test('is noted in the history, and a HEAD request is no download', async () => {
    const draft = await aMou(app);
    const { body } = await upload(tokens.operatorCilegon, [
      ...fields(mouId(draft)),
      { fileName: 'nota.pdf', bytes: pdf() },
    ]);

    const head = await download(tokens.operatorCilegon, body.id, 'HEAD');
    await download(tokens.operatorCilegon, body.id);

    expect(head.statusCode).toBe(404);
    expect(
      await app.sql("select verb from audit_event where subject_id = $1 and verb = 'document.download'", [
        draft,
      ]),
    ).toEqual([{ verb: 'document.download' }]);
  });
});
