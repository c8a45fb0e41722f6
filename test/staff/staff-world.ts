import type { Role } from '../../schema/kernel/actor.js';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { hashPassword } from '../../schema/staff/index.js';
import { type GraphqlAnswer, type TestApp, testApp } from '../support/app.js';
import { buildRegions, regionKey } from '../support/build/region.js';

/** Password of every invented person. */
export const password = 'kuda laut di Selat Sunda';

/** One of `userErrors`. */
export interface UserError {
  readonly path: readonly string[];
  readonly code: string;
}

interface Ask {
  readonly token?: string | null;
  readonly variables?: object;
  readonly address?: string;
  /** Sent by a page by itself. */
  readonly isBackground?: boolean;
}

/** The whole program with regions and no people in it. */
export interface StaffWorld extends TestApp {
  /** Makes a person with roles such as `OPERATOR 36.72` or `ADMIN`. */
  person(name: string, grants: readonly string[]): Promise<{ readonly id: string; readonly email: string }>;
  /** Posts an operation from an address. */
  ask(query: string, options?: Ask): Promise<GraphqlAnswer>;
  /** Signs in and gives the session's token. */
  tokenOf(email: string): Promise<string>;
}

export async function staffWorld(): Promise<StaffWorld> {
  const app = await testApp();
  await buildRegions(app);
  const ask = askThrough(app);
  return {
    ...app,
    ask,
    person: (name, grants) => addPerson(app, name, grants),
    tokenOf: (email) => signedIn(ask, email),
  };
}

let stored: Promise<string> | null = null;

async function addPerson({ sql }: TestApp, name: string, grants: readonly string[]) {
  stored ??= hashPassword(password);
  const id = newId();
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@contoh.go.id`;
  await sql('insert into staff (id, email, name, password_hash) values ($1, $2, $3, $4)', [
    id,
    email,
    name,
    await stored,
  ]);
  for (const grant of grants) {
    const [role, code] = grant.split(' ') as [Role, string | undefined];
    const region = code === undefined ? null : regionKey(code);
    await sql('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
      newId(),
      id,
      role,
      region,
    ]);
  }
  return { id: publicId('staff', id), email };
}

function askThrough({ http }: TestApp): StaffWorld['ask'] {
  return async (
    query,
    { token = null, variables = {}, address = '192.0.2.1', isBackground = false } = {},
  ) => {
    const answer = await http.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: address,
      headers: {
        'accept-language': 'id',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(isBackground && { 'payung-background': '1' }),
      },
      payload: { query, variables },
    });
    return { status: answer.statusCode, ...answer.json() };
  };
}

async function signedIn(ask: StaffWorld['ask'], email: string): Promise<string> {
  const { data } = await ask(
    'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { token userErrors { code } } }',
    { variables: { input: { email, password } }, address: '192.0.2.200' },
  );
  return data.sessionCreate.token;
}
