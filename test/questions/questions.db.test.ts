import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { examplesFor, examplesIn } from '../../server/graphiql/example-list.js';
import { type DemoWorld, demoWorld } from './demo-world.js';
import {
  type Example,
  jsonText,
  questionsFile,
  readExamples,
  readQuestions,
  tableText,
  writeAnswers,
} from './document.js';

let world: DemoWorld;
beforeAll(async () => {
  world = await demoWorld();
}, 600_000);
afterAll(async () => {
  if (isWriting) writeAnswers(found);
  await world.app.close();
});

/** `PAYUNG_WRITE_ANSWERS=1` writes the answers into the document instead of comparing them. */
const isWriting = process.env.PAYUNG_WRITE_ANSWERS === '1';
const found: string[] = [];

const examples = readExamples();

/** What comes back, as the document would show it. */
async function answerOf({ language, asks, text }: Example): Promise<string> {
  const token = await world.tokenOf(asks);
  if (language === 'graphql') {
    const { data, errors } = await world.app.graphql(token, text);
    return errors ? JSON.stringify(errors) : jsonText(data);
  }
  const answer = await world.app.http.inject({
    method: 'POST',
    url: '/sql',
    headers: { authorization: `Bearer ${token}` },
    payload: { sql: text },
  });
  return answer.statusCode === 200 ? tableText(answer.json()) : answer.body;
}

/** An account of the demo for each role. */
const accounts = new Map([
  ['ADMIN', 'admin@payung.demo'],
  ['COORDINATOR', 'koordinator@banten.demo'],
  ['OPERATOR', 'operator@cilegon.demo'],
  ['APPROVER', 'approver@banten.demo'],
  ['ANALYST', 'analis@banten.demo'],
  ['AUDITOR', 'auditor@banten.demo'],
]);

/** Roles that get an answer; `STAFF`: all of them, `ANYONE`: visitors too. */
async function mayRun(text: string): Promise<string[]> {
  const answers = async (token: string | null) => (await world.app.graphql(token, text)).errors === undefined;
  if (await answers(null)) return ['ANYONE'];
  const able: string[] = [];
  for (const [role, email] of accounts) if (await answers(await world.tokenOf(email))) able.push(role);
  return able.length === accounts.size ? ['STAFF'] : able;
}

describe('docs/questions.md', () => {
  it('has an example for every question, and all that domain.md lists', () => {
    const answered = new Set(examples.map(({ question }) => question));
    expect(readQuestions().filter((question) => !answered.has(question))).toEqual([]);
    expect(answered.size).toBeGreaterThanOrEqual(22);
  });

  it('offers each in GraphiQL to those who may run it, once', async () => {
    const offered = examplesIn(readFileSync(questionsFile, 'utf8'));
    // each says who may run it
    expect(offered).toHaveLength(examples.filter(({ language }) => language === 'graphql').length);
    for (const { text, roles } of offered) expect([text, await mayRun(text)]).toEqual([text, roles]);
    for (const role of [null, ...accounts.keys()]) {
      const titles = examplesFor(offered, role === null ? [] : [role]).map(
        ({ indonesian, asksFor }) => `${indonesian} ${asksFor}`,
      );
      expect(titles).toEqual([...new Set(titles)]);
    }
  });

  it.each(
    examples.map(
      (example, index) => [index + 1, `${example.question} (${example.language})`, example] as const,
    ),
  )('example %i answers exactly: %s', async (_place, _name, example) => {
    const answer = await answerOf(example);
    found.push(answer);
    expect(answer).toBe(isWriting ? answer : example.answer);
  });
});
