import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { panel } from '../../server/panel.js';
import { type ActorName, buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions, regionId, regionKey } from '../support/build/region.js';
import { multipart, origin, panelClient } from './panel-client.js';

// Each test is named after a fault of AdminJS as it comes; ARCHITECTURE.md says why the panel must not have it.
let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;

const cilegon = regionId('36.72');
const editCilegon = `region/records/${cilegon}/edit`;
const coordinator = () => panelClient(app, tokens.coordinatorBanten);
const analyst = () => panelClient(app, tokens.analystBanten);

async function savedCilegon() {
  const [row] = await app.sql('select name, code, level, ended_on::text, version from region where id = $1', [
    regionKey('36.72'),
  ]);
  return row;
}

async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(tmpdir(), { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => path.join(tmpdir(), name));
}

/** Empty: it is gone again. */
async function contentOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

beforeAll(async () => {
  app = await testApp({ panel });
  await buildRegions(app);
  tokens = await buildActors(app);
});
beforeEach(() =>
  app.sql("update region set name = 'Cilegon', ended_on = null where id = $1", [regionKey('36.72')]),
);
afterAll(() => app.close());

/** Cuts the connection on which the app waits for the lock, as a failing database would. */
async function endWaitingConnection(client: pg.Client): Promise<void> {
  const waiting = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = 'payung_app' and wait_event_type = 'Lock'`;
  while ((await client.query(waiting)).rowCount === 0) {
    await client.query('select pg_stat_clear_snapshot()'); // within a transaction PostgreSQL looks only once
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('success is said only when something was saved', () => {
  test('errors are swallowed and reported as success: an unavailable database is an error notice with the request id', async () => {
    const other = new pg.Client({ connectionString: app.database.superUserUrl });
    await other.connect();
    await other.query('begin');
    await other.query('select id from region where id = $1 for update', [regionKey('36.72')]);
    const before = await savedCilegon();

    const answer = coordinator().post(editCilegon, {
      name: 'Tidak Tersimpan',
      version: String(before.version),
    });
    await endWaitingConnection(other);
    const { json } = await answer;
    await other.end();

    expect(json.notice.type).toBe('error');
    expect(json.notice.message).toMatch(/^Basis data sedang tidak dapat dihubungi.*\([0-9a-f-]{36}\)$/);
    expect(json.redirectUrl).toBeUndefined();
    expect(await savedCilegon()).toEqual(before);
  });

  test('a ValidationError without a property is reported as success: a stale version is an error notice', async () => {
    const before = await savedCilegon();

    const { json } = await coordinator().post(editCilegon, {
      name: 'Lama',
      version: String(before.version - 1),
    });

    expect(json.notice.type).toBe('error');
    expect(json.notice.message).toContain('sudah diubah orang lain');
    expect(Object.keys(json.record.errors)).toEqual(['version']);
    expect(await savedCilegon()).toEqual(before);
  });

  test('a problem of a field is at that field, in the words of GraphQL, and what was typed stays', async () => {
    const { version } = await savedCilegon();

    const { json } = await coordinator().post(editCilegon, {
      name: '',
      endedOn: '2024-02-31',
      version: String(version),
    });

    expect(json.record.errors).toEqual({
      name: { type: 'VALUE_MISSING', message: 'Isian ini wajib diisi.' },
      endedOn: {
        type: 'DATE_INVALID',
        message: 'Tanggal "2024-02-31" tidak ada. Tulis sebagai TTTT-BB-HH, misalnya 2024-01-24.',
      },
    });
    expect(json.record.params.endedOn).toBe('2024-02-31');
  });

  test('a change is saved once and its record is shown', async () => {
    const { version } = await savedCilegon();

    const { json } = await coordinator().post(editCilegon, {
      endedOn: '2030-12-31',
      version: String(version),
    });

    expect(json.notice).toEqual({ type: 'success', message: 'successfullyUpdated', resourceId: 'region' });
    expect(json.redirectUrl).toBe(`/admin/resources/region/records/${cilegon}/show`);
    expect(await savedCilegon()).toMatchObject({ ended_on: '2030-12-31', version: version + 1 });
  });

  test('a form that is sent twice creates one record', async () => {
    const form = {
      code: '36.99',
      name: 'Baru',
      level: 'CITY',
      parent: regionId('36'),
      formKey: 'a'.repeat(32),
    };

    const first = await coordinator().post('region/actions/new', form);
    const second = await coordinator().post('region/actions/new', form);

    expect(first.json.notice.type).toBe('success');
    expect(second.json.redirectUrl).toBe(first.json.redirectUrl);
    expect(await app.sql("select id from region where code = '36.99'")).toHaveLength(1);
    await app.sql("delete from region where code = '36.99'");
  });
});

describe('nothing leaves that the screen does not declare', () => {
  const shown = ['code', 'displayName', 'endedOn', 'id', 'level', 'name', 'parent', 'updatedAt', 'version'];

  test('hidden columns are in list JSON: only declared properties are', async () => {
    const { json } = await coordinator().get('region/actions/list?filters.level=CITY');

    for (const { params } of json.records) expect(Object.keys(params).sort()).toEqual(shown);
    expect(JSON.stringify(json)).not.toContain(regionKey('36.72'));
  });

  test('references ship the whole referenced record: only id and title do', async () => {
    const { json } = await coordinator().get(`region/records/${cilegon}/show`);

    expect(json.record.populated.parent).toMatchObject({
      id: regionId('36'),
      title: 'Provinsi Banten',
      params: {},
    });
  });

  test('search returns hidden columns: only id and title, found by at least three letters', async () => {
    const { json } = await coordinator().get('region/actions/search/cile');

    expect(json.records.map(({ title, params }: Record<string, unknown>) => ({ title, params }))).toEqual([
      { title: 'Kota Cilegon', params: {} },
    ]);
  });

  test('search ignores denied actions: whoever is not signed in gets nothing', async () => {
    const { status, json } = await panelClient(app, null).get('region/actions/search/cile');

    expect(status).toBe(401);
    expect(json.code).toBe('UNAUTHENTICATED');
  });

  test('a filter that does not parse returns all rows: none, and a notice', async () => {
    for (const filter of [
      'filters.level=NOPE',
      'filters.nope=1',
      'filters.within=x',
      'filters.search=ci',
      'filters=x',
      'filters.level=CITY&filters.level=WARD',
      'filters.search=%00abc',
    ]) {
      const { json } = await coordinator().get(`region/actions/list?${filter}`);

      expect({ filter, records: json.records, type: json.notice?.type }).toEqual({
        filter,
        records: [],
        type: 'error',
      });
    }
  });

  test('a missing record and one of another kind are answered alike', async () => {
    const missing = await coordinator().get(`region/records/${regionId('11')}/show`);
    const foreign = await coordinator().get('region/records/mou_00000000000000000000000000000000/show');

    expect(missing.json.notice.message).toBe('Data ini tidak ada, atau berada di luar wilayah Anda.');
    expect(foreign.json).toEqual(missing.json);
  });
});

describe('only what is declared can be done', () => {
  test('isVisible false is cosmetic: what is not offered is refused as well', async () => {
    const before = await savedCilegon();
    const { json: page } = await analyst().get(`region/records/${cilegon}/show`);

    const { json } = await analyst().post(editCilegon, {
      name: 'Diubah Analis',
      version: String(before.version),
    });

    expect(page.record.recordActions.map(({ name }: { name: string }) => name)).toEqual(['show']);
    expect(json.notice.type).toBe('error');
    expect(json.record.params).toEqual({});
    expect(await savedCilegon()).toEqual(before);
  });

  test('hidden fields are writable: only fields of the form are', async () => {
    const { version } = await savedCilegon();

    await coordinator().post(editCilegon, {
      name: 'Cilegon',
      code: '36.98',
      level: 'PROVINCE',
      parentId: regionId('32'),
      id: regionId('32'),
      version: String(version),
    });

    expect(await savedCilegon()).toMatchObject({ code: '36.72', level: 'CITY' });
  });

  test('before hooks run before the permission check: a refused change reads and writes nothing', async () => {
    const statements = await app.statements(async () => {
      await analyst().post('region/actions/new', { code: '36.97', name: 'X', level: 'CITY' });
    });

    expect(statements).toEqual([]);
  });

  test('bulkDelete is a Promise.all: there is no deleting, single or in bulk', async () => {
    const bulk = await coordinator().get(`region/bulk/bulkDelete?recordIds=${cilegon}`);
    const single = await coordinator().post(`region/records/${cilegon}/delete`, {});
    const unknown = await coordinator().post(`region/records/${cilegon}/constructor`, {});

    expect(bulk.status).toBe(404);
    expect(single.json.notice.type).toBe('error');
    expect(unknown.status).toBe(404);
    expect(await savedCilegon()).toMatchObject({ code: '36.72' });
  });

  test('large bodies lose the identity: a form of 300 KB is judged and audited as its sender', async () => {
    const { version } = await savedCilegon();
    const filling = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`other${index}`, 'x'.repeat(10_000)]),
    );

    const { json } = await coordinator().post(editCilegon, {
      ...filling,
      name: 'Cilegon Baru',
      version: String(version),
    });

    expect(json.notice.type).toBe('success');
    const [event] = await app.sql(
      "select actor_id from audit_event where verb = 'region.revise' order by occurred_at desc limit 1",
    );
    expect(event.actor_id).toBe(staffKey('coordinatorBanten'));
  });
});

describe('the way in', () => {
  test('no CSRF check: a change from another site is refused', async () => {
    const before = await savedCilegon();
    const { payload, type } = multipart({ name: 'Dari Luar', version: String(before.version) });
    const headers = { cookie: `payung=${tokens.coordinatorBanten}`, host: origin.host, 'content-type': type };
    const url = `/admin/api/resources/${editCilegon}`;

    for (const foreign of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, {}]) {
      const answer = await app.http.inject({
        method: 'POST',
        url,
        headers: { ...headers, ...foreign },
        payload,
      });

      expect(answer.statusCode).toBe(403);
    }
    expect(await savedCilegon()).toEqual(before);
  });

  test('unauthenticated uploads stay on disk: a body is not read before the sender is known, files never', async () => {
    const { payload, type } = multipart({ name: 'x' }, { name: 'a.bin', content: 'x'.repeat(50_000) });
    const url = `/admin/api/resources/${editCilegon}`;
    const before = new Set(await filesOnDisk());

    const stranger = await app.http.inject({
      method: 'POST',
      url,
      headers: { ...origin, 'content-type': type },
      payload,
    });
    const cookie = `payung=${tokens.coordinatorBanten}`;
    const known = await app.http.inject({
      method: 'POST',
      url,
      headers: { ...origin, cookie, 'content-type': type },
      payload,
    });

    expect(stranger.statusCode).toBe(401);
    expect(known.statusCode).toBe(413);
    // other tests write there meanwhile
    for (const file of await filesOnDisk())
      if (!before.has(file)) expect(await contentOf(file)).not.toContain('x'.repeat(1000));
  });

  test('a body larger than 1 MB is refused', async () => {
    const fields = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`f${index}`, 'x'.repeat(90_000)]),
    );

    const { status } = await coordinator().post(editCilegon, fields);

    expect(status).toBe(413);
  });

  test('a page without a session leads to the sign-in page and back', async () => {
    const answer = await panelClient(app, null).page('/admin/resources/region?filters.level=CITY');

    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(
      '/admin/login?next=%2Fadmin%2Fresources%2Fregion%3Ffilters.level%3DCITY',
    );
  });
});

describe('the page', () => {
  test('stored XSS through currentAdmin: a name cannot leave the inline state', async () => {
    await app.sql("update staff set name = '</script><script>window.PWN=1</script>' where id = $1", [
      staffKey('admin'),
    ]);

    const { body, headers } = await panelClient(app, tokens.admin).page('/admin');

    expect(body).not.toContain('</script><script>window.PWN');
    expect(body).toContain('\\u003c/script>\\u003cscript>window.PWN');
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
    for (const [tag] of body.matchAll(/<script[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
  });

  test('Google Fonts link: no address of another host is loaded', async () => {
    const { body, headers } = await coordinator().page('/admin');

    expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('the component bundle is always 404: it is served in every mode, compressed and by tag', async () => {
    const url = '/admin/frontend/assets/components.bundle.js';

    const answer = await app.http.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    const again = await app.http.inject({ url, headers: { 'if-none-match': String(answer.headers.etag) } });

    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(again.statusCode).toBe(304);
  });

  test('a record without a name is a fault of the server: its address does not exist', async () => {
    for (const address of ['records//show', 'nothing/below/it']) {
      const { statusCode, body } = await coordinator().page(`/admin/resources/region/${address}`);

      expect(statusCode).toBe(404);
      expect(body).toContain('<h1>Halaman ini tidak ada</h1>');
    }
  });
});
