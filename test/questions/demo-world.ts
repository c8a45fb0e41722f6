import { stoppedClock } from '../../schema/kernel/clock.js';
import { demoPassword } from '../../server/seed/demo-data.js';
import { type TestApp, testApp } from '../support/app.js';
import { demoInstant, rosterDatabase } from '../support/demo-database.js';

/** The demo as `npm start` makes it, on 16 November 2026, with a token for each of its accounts. */
export interface DemoWorld {
  readonly app: TestApp;
  tokenOf(email: string): Promise<string>;
}

export async function demoWorld(): Promise<DemoWorld> {
  const app = await testApp({ clock: stoppedClock(demoInstant), makeDatabase: rosterDatabase });
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
