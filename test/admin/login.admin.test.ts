import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localAddress } from '../../admin/login.js';
import { hashPassword } from '../../schema/staff/index.js';
import { panel } from '../../server/panel.js';
import { buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';
import { origin, panelClient } from './panel-client.js';

let app: TestApp;
const email = 'coordinatorBanten@payung.test';
const password = 'kata sandi yang panjang';

beforeAll(async () => {
  app = await testApp({ panel, isDemo: true });
  await buildRegions(app);
  await buildActors(app);
  await app.sql('update staff set password_hash = $1 where id = $2', [
    await hashPassword(password),
    staffKey('coordinatorBanten'),
  ]);
});
afterAll(() => app.close());

function post(address: string, fields: Record<string, string>, headers: Record<string, string> = origin) {
  return app.http.inject({
    method: 'POST',
    url: `/admin/${address}`,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}

describe('signing in', () => {
  test('session id is not renewed at login: each sign-in has a token of its own, whatever cookie came along', async () => {
    const planted = { ...origin, cookie: 'payung=planted-by-somebody-else' };

    const first = await post('login', { email, password, next: '/admin/resources/region' }, planted);
    const second = await post('login', { email, password }, planted);

    const tokens = [first, second].map(({ cookies }) => cookies.find(({ name }) => name === 'payung'));
    expect(first.statusCode).toBe(303);
    expect(first.headers.location).toBe('/admin/resources/region');
    expect(tokens[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(tokens[0]?.value).not.toBe(tokens[1]?.value);
    expect(tokens[0]?.value).not.toContain('planted');
  });

  test('a wrong password and an unknown account get the same page, in Indonesian', async () => {
    const wrong = await post('login', { email, password: 'salah' });
    const unknown = await post('login', { email: 'siapa@payung.test', password: 'salah' });

    expect(wrong.statusCode).toBe(401);
    expect(wrong.cookies).toEqual([]);
    const message = (body: string) => /role="alert">([^<]+)</.exec(body)?.[1];
    expect(message(wrong.body)).toBeTruthy();
    expect(message(unknown.body)).toBe(message(wrong.body));
  });

  test('pages that ask GraphQL are answered in the language that this browser chose', async () => {
    const { cookies } = await post('login', { email, password });
    const token = cookies.find(({ name }) => name === 'payung')?.value ?? '';
    const query = 'mutation { mouSubmit(id: "mou_0", expectedVersion: 1) { userErrors { message } } }';
    const messageFor = async (headers: Record<string, string>) => {
      const answer = await app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { ...origin, 'content-type': 'application/json', ...headers },
        payload: { query },
      });
      return answer.json().data.mouSubmit.userErrors[0].message;
    };

    const inEnglish = await messageFor({ cookie: `payung=${token}; payung_locale=en` });
    const byAccount = await messageFor({ cookie: `payung=${token}` });
    const byHeader = await messageFor({ authorization: `Bearer ${token}`, cookie: 'payung_locale=en' });

    expect(inEnglish).toBe('This record does not exist, or lies outside your region.');
    expect(byAccount).toBe('Data ini tidak ada, atau berada di luar wilayah Anda.');
    expect(byHeader).toBe(byAccount);
  });

  test('a sign-in from another site is refused', async () => {
    const answer = await post(
      'login',
      { email, password },
      { origin: 'https://evil.example', host: origin.host },
    );

    expect(answer.statusCode).toBe(403);
    expect(answer.cookies).toEqual([]);
  });

  test('the page needs no script, says that it is a demo, and switches to English', async () => {
    const page = await app.http.inject('/admin/login');
    const english = await app.http.inject('/admin/login?lang=en');

    expect(page.body).toContain('<html lang="id">');
    expect(page.body).toContain('DEMO');
    expect(page.body).not.toContain('<script');
    expect(english.body).toContain('<html lang="en">');
    expect(english.cookies).toMatchObject([{ name: 'payung_locale', value: 'en' }]);
  });

  test('signing out ends the session itself, not only the cookie', async () => {
    const signedIn = await post('login', { email, password });
    const token = signedIn.cookies.find(({ name }) => name === 'payung')?.value ?? '';

    await post('logout', {}, { ...origin, cookie: `payung=${token}` });

    expect((await panelClient(app, token).get('region/actions/list')).status).toBe(401);
  });
});

describe('where to go after signing in', () => {
  test.each([
    ['/admin/resources/region?page=2', '/admin/resources/region?page=2'],
    ['/admin', '/admin'],
    ['//evil.example/admin', '/admin'],
    ['https://evil.example/admin', '/admin'],
    ['/admin/../..//evil.example', '/admin'],
    ['/\\evil.example', '/admin'],
    ['/administrasi', '/admin'],
    ['/admin/logout', '/admin'],
    ['javascript:alert(1)', '/admin'],
    ['', '/admin'],
  ])('%s leads to %s', (wanted, address) => {
    expect(localAddress(wanted)).toBe(address);
  });
});
