import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenBare, serverSetup } from './child.js';
import { createPartiesSql, createSql, mouSql, mousSql, peopleSql, villagesSql } from './limit-sql.js';
import { LimitDatabase, type TextRow } from './pipelined.js';

/** The limit: a bare HTTP server, the flattest SQL that gives the same answer, nothing else. Row security as for all. */
interface Variables {
  readonly id: string;
  readonly filter: { readonly regionIds?: readonly string[] };
  readonly after?: string;
  readonly input: DraftInput;
}
type Answerer = (actorId: string, variables: Variables) => Promise<object>;

const { databaseUrl, connections } = serverSetup();
const database = new LimitDatabase(databaseUrl, connections);
/** Sorts before everything. */
const start = ['', '00000000-0000-0000-0000-000000000000'];

const routes: Readonly<Record<string, Answerer>> = {
  '/mou': async (actorId, { id }) => {
    const [rows = []] = await database.run(actorId, '', [{ name: 'mou', text: mouSql, values: [keyOf(id)] }]);
    return { mou: rows.length > 0 ? mouOf(rows) : null };
  },
  '/mous': async (actorId, { filter }) => {
    const [regionId = ''] = filter.regionIds ?? [];
    const values = [keyOf(regionId)];
    const [rows = []] = await database.run(actorId, '', [{ name: 'mous', text: mousSql, values }]);
    return { mous: mousOf(rows) };
  },
  '/villages': async (actorId, { after }) => {
    const values = positionOf(after);
    const [rows = []] = await database.run(actorId, '', [{ name: 'villages', text: villagesSql, values }]);
    return { regions: villagesOf(rows) };
  },
  '/people': async (actorId, { after }) => {
    const values = positionOf(after);
    const [rows = []] = await database.run(actorId, '', [{ name: 'people', text: peopleSql, values }]);
    return { beneficiaries: peopleOf(rows) };
  },
  '/create': async (actorId, { input }) => createMou(actorId, input),
};

interface DraftInput {
  readonly kind: string;
  readonly titleAsWritten: string;
  readonly subject: string;
  readonly regionId: string;
  readonly signedOn: string;
  readonly parties: readonly { kind: string; regionId?: string; officeId?: string; number?: string }[];
}

async function createMou(actorId: string, input: DraftInput): Promise<object> {
  const id = randomUUID();
  const regionId = keyOf(input.regionId);
  const { parties } = input;
  const columns = [
    parties.map(() => randomUUID()),
    parties.map(({ kind }) => kind),
    parties.map((party) => (party.regionId ? keyOf(party.regionId) : null)),
    parties.map((party) => (party.officeId ? keyOf(party.officeId) : null)),
    parties.map((party) => party.number ?? null),
  ];
  const [created = []] = await database.run(actorId, 'mou.create', [
    {
      name: 'create',
      text: createSql,
      values: [id, input.kind, input.titleAsWritten, input.subject, regionId, input.signedOn],
    },
    { name: 'createParties', text: createPartiesSql, values: [id, ...columns.map(arrayLiteral)] },
  ]);
  const [version, displayName] = created[0] ?? [];
  const saved = parties.map(({ number }, index) => ({ position: index + 1, number: number ?? null }));
  const mou = {
    id: publicKey('mou', id),
    version: Number(version),
    titleAsWritten: input.titleAsWritten,
    region: { displayName },
    parties: saved,
  };
  return { mouCreate: { mou, userErrors: [] } };
}

function mouOf(rows: readonly TextRow[]): object {
  const [first = []] = rows;
  const [id, titleAsWritten, kind, state, on, place, regionId, code, displayName] = first;
  const parties = rows
    .filter((row) => row[9] !== null)
    .map(([, , , , , , , , , position, partyKind, number, officeId, officeName, level]) => ({
      position: Number(position),
      kind: partyKind,
      number,
      office: officeId ? { id: publicKey('office', officeId), displayName: officeName, level } : null,
    }));
  const signing = on === null && place === null ? null : { on, place };
  const region = { id: publicKey('region', regionId), code, displayName };
  return { id: publicKey('mou', id), titleAsWritten, kind, state, signing, region, parties };
}

/** Rows of one agreement follow each other: parties first, then legal bases. */
function mousOf(rows: readonly TextRow[]): object {
  const nodes: { id: string; parties: object[]; legalBases: object[] }[] = [];
  const keys: TextRow[] = [];
  for (const row of rows) {
    const [id, titleAsWritten, kind, phase, on, place, regionId, displayName, key, what, position, a, b] =
      row;
    if (keys.at(-1)?.[1] !== id) {
      const signing = on === null && place === null ? null : { on };
      const region = { id: publicKey('region', regionId), displayName };
      const facts = { id: publicKey('mou', id), titleAsWritten, kind, phase, signing, region };
      nodes.push({ ...facts, parties: [], legalBases: [] });
      keys.push([key ?? '', id ?? '']);
    }
    if (what === '0') nodes.at(-1)?.parties.push({ position: Number(position), kind: a, number: b });
    if (what === '1') nodes.at(-1)?.legalBases.push({ id: publicKey('regulation', a), displayTitle: b });
  }
  return pageOf({ nodes, keys, size: 50, order: 'SIGNED_ON:DESC' });
}

function villagesOf(rows: readonly TextRow[]): object {
  const nodes = rows.map(([id, code, displayName, level, ...above]) => {
    const [districtId, district, regencyId, regency, provinceId, province] = above;
    const top = { id: publicKey('region', provinceId), displayName: province };
    const middle = { id: publicKey('region', regencyId), displayName: regency, parent: top };
    const parent = { id: publicKey('region', districtId), displayName: district, parent: middle };
    return { id: publicKey('region', id), code, displayName, level, parent };
  });
  const keys = rows.map(([id = '', code = '']) => [code, id]);
  return pageOf({ nodes, keys, size: 100, order: 'CODE:ASC' });
}

/** Rows of one person follow each other, an enrollment each. */
function peopleOf(rows: readonly TextRow[]): object {
  const nodes: { enrollments: { nodes: object[] } }[] = [];
  const keys: TextRow[] = [];
  for (const [
    id = '',
    name = '',
    regionId,
    region,
    enrollmentId,
    state,
    enteredOn,
    programId,
    program,
  ] of rows) {
    if (keys.at(-1)?.[1] !== id) {
      const place = { id: publicKey('region', regionId), displayName: region };
      const facts = { id: publicKey('beneficiary', id), name, region: place };
      nodes.push({ ...facts, enrollments: { nodes: [] } });
      keys.push([name, id]);
    }
    if (!enrollmentId) continue;
    const paidBy = { id: publicKey('program', programId), name: program };
    const enrollment = { id: publicKey('enrollment', enrollmentId), state, enteredOn, program: paidBy };
    nodes.at(-1)?.enrollments.nodes.push(enrollment);
  }
  return pageOf({ nodes, keys, size: 100, order: 'NAME:ASC' });
}

interface FoundPage {
  readonly nodes: readonly object[];
  readonly keys: readonly TextRow[];
  readonly size: number;
  readonly order: string;
}

/** One record more than the page was asked for tells whether there is a next page. */
function pageOf({ nodes, keys, size, order }: FoundPage): object {
  const last = keys[Math.min(size, keys.length) - 1] ?? [];
  const endCursor = Buffer.from(JSON.stringify([order, ...last])).toString('base64url');
  return { nodes: nodes.slice(0, size), pageInfo: { hasNextPage: nodes.length > size, endCursor } };
}

function positionOf(after: string | undefined): readonly string[] {
  if (!after) return start;
  const [, ...position]: readonly string[] = JSON.parse(Buffer.from(after, 'base64url').toString());
  return position;
}

function keyOf(id: string): string {
  return id.slice(id.indexOf('_') + 1);
}

function publicKey(prefix: string, id: string | null | undefined): string {
  return `${prefix}_${(id ?? '').replaceAll('-', '')}`;
}

function arrayLiteral(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'null' : JSON.stringify(value))).join(',')}}`;
}

async function answer(request: IncomingMessage, body: string): Promise<object> {
  const route = routes[request.url ?? ''];
  if (!route) throw new Error(`no route ${request.url}`);
  const { actorId, variables }: { actorId: string; variables: Variables } = JSON.parse(body);
  return route(actorId, variables);
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
