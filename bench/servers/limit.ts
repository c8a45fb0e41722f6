import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenBare, serverSetup } from './child.js';
import type { DraftInput } from './draft-input.js';
import { coverageOf, keyOf, mouOf, peopleOf, programsOf, publicKey } from './limit-answers.js';
import {
  coverageSql,
  createBasesSql,
  createLinesSql,
  createMousSql,
  createSql,
  mouSql,
  peopleSql,
  programsSql,
} from './limit-sql.js';
import { type LimitActor, LimitDatabase } from './pipelined.js';

/** The limit: a bare HTTP server, the flattest SQL that gives the same answer, nothing else. Row security as for all. */
interface Variables {
  readonly id: string;
  readonly filter: {
    readonly regionIds: readonly string[];
    readonly fiscalYear: number;
    readonly from: string;
  };
  readonly after?: string;
  readonly input: DraftInput;
}
type Answerer = (actor: LimitActor, variables: Variables) => Promise<object>;

const { databaseUrl, connections } = serverSetup();
const database = new LimitDatabase(databaseUrl, connections);
/** Sorts before everything. */
const start = ['', '00000000-0000-0000-0000-000000000000'];

const routes: Readonly<Record<string, Answerer>> = {
  '/mou': async (actor, { id }) => {
    const [rows = []] = await database.run(actor, '', [{ name: 'mou', text: mouSql, values: [keyOf(id)] }]);
    return { mou: rows.length > 0 ? mouOf(rows) : null };
  },
  '/programs': async (actor, { filter: { regionIds, fiscalYear } }) => {
    const values = [arrayLiteral(regionIds.map(keyOf)), String(fiscalYear)];
    const [rows = []] = await database.run(actor, '', [{ name: 'programs', text: programsSql, values }]);
    return { programs: programsOf(rows) };
  },
  '/coverage': async (actor, { filter: { regionIds, from } }) => {
    const values = [keyOf(regionIds[0] ?? ''), from.slice(0, 4)];
    const [rows = []] = await database.run(actor, '', [{ name: 'coverage', text: coverageSql, values }]);
    return { coverageStatistics: { rows: rows.map(coverageOf) } };
  },
  '/people': async (actor, { after }) => {
    const values = positionOf(after);
    const [rows = []] = await database.run(actor, '', [{ name: 'people', text: peopleSql, values }]);
    return { beneficiaries: peopleOf(rows) };
  },
  '/create': async (actor, { input }) => createProgram(actor, input),
};

async function createProgram(actor: LimitActor, input: DraftInput): Promise<object> {
  const id = randomUUID();
  const { name, monthFrom, monthUntil, segment, quota, budgetLines: lines } = input;
  const months = [`${monthFrom}-01`, `${monthUntil}-01`];
  const lists = {
    bases: arrayLiteral(input.legalBasisIds.map(keyOf)),
    mous: arrayLiteral(input.mouIds.map(keyOf)),
    years: arrayLiteral(lines.map(({ fiscalYear }) => String(fiscalYear))),
    sources: arrayLiteral(lines.map(({ fundingSource }) => fundingSource)),
    ceilings: arrayLiteral(lines.map(({ originalRupiah }) => originalRupiah)),
  };
  const [created = []] = await database.run(actor, 'program.create', [
    {
      name: 'create',
      text: createSql,
      values: [id, keyOf(input.regionId), name, ...months, segment, String(quota)],
    },
    { name: 'createBases', text: createBasesSql, values: [id, lists.bases] },
    { name: 'createMous', text: createMousSql, values: [id, lists.mous] },
    { name: 'createLines', text: createLinesSql, values: [id, lists.years, lists.sources, lists.ceilings] },
  ]);
  const [version, displayName] = created[0] ?? [];
  const budgetLines = lines.map(({ fiscalYear, originalRupiah }) => ({ fiscalYear, originalRupiah }));
  const key = publicKey('program', id);
  const program = { id: key, version: Number(version), name, region: { displayName }, budgetLines };
  return { programCreate: { program, userErrors: [] } };
}

function positionOf(after: string | undefined): readonly string[] {
  if (!after) return start;
  const [, ...position]: readonly string[] = JSON.parse(Buffer.from(after, 'base64url').toString());
  return position;
}

function arrayLiteral(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'null' : JSON.stringify(value))).join(',')}}`;
}

async function answer(request: IncomingMessage, body: string): Promise<object> {
  const route = routes[request.url ?? ''];
  if (!route) throw new Error(`no route ${request.url}`);
  const { actorId, reader, variables }: { actorId: string; reader: string; variables: Variables } =
    JSON.parse(body);
  return route({ id: actorId, role: reader }, variables);
}

function send(response: ServerResponse, status: number, answered: object): void {
  const text = Buffer.from(JSON.stringify(answered));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
  response.end(text);
}

await listenBare((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    answer(request, Buffer.concat(chunks).toString('utf8')).then(
      (data) => send(response, 200, { data }),
      (error: unknown) => send(response, 500, { errors: [String(error)] }),
    );
  });
});
