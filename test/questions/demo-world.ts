import pg from 'pg';
import { demoPassword } from '../../server/seed/demo-data.js';
import { loadDemo } from '../../server/seed/load-demo.js';
import { loadReference } from '../../server/seed/load-reference.js';
import { loadRosters } from '../../server/seed/roster/load-rosters.js';
import { refreshStatistics, releaseStatistics } from '../../server/statistics-clock.js';
import { loadMainRegions } from '../seed/main-regions.js';
import { silent } from '../seed/seed-world.js';
import { type TestApp, testApp } from '../support/app.js';

/** The demo as `npm start` makes it, on 11 February 2026, with a token for each of its accounts. */
export interface DemoWorld {
  readonly app: TestApp;
  tokenOf(email: string): Promise<string>;
}

const secret = 'a-secret-for-tests-only-0123456789';

export async function demoWorld(): Promise<DemoWorld> {
  const app = await testApp();
  const { ownerUrl, appUrl } = app.database;
  await loadMainRegions(ownerUrl);
  await loadReference({ ownerUrl, log: silent });
  await loadDemo({ ownerUrl, log: silent });
  await loadRosters({ ownerUrl, log: silent, secret });
  const pool = new pg.Pool({ connectionString: appUrl, max: 1 });
  await refreshStatistics({ pool, clock: app.unitOfWork.clock });
  await releaseStatistics({ pool, clock: app.unitOfWork.clock });
  await pool.end();
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (email: string): Promise<string> => {
    const known = tokens.get(email) ?? signedIn(app, email);
    tokens.set(email, known);
    return known;
  };
  return { app, tokenOf };
}

async function signedIn(app: TestApp, email: string): Promise<string> {
  const text = `mutation ($email: String!, $password: String!) { sessionCreate(input: {email: $email, password: $password}) { token } }`;
  const { data } = await app.graphql(null, text, { email, password: demoPassword });
  return data.sessionCreate.token;
}
