import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type SyntheticPerson, syntheticPeople } from '../../server/seed/roster/people.js';
import { inspectSheet, readSheet } from '../../server/spreadsheet/read-sheet.js';
import { writeXlsx } from '../../server/spreadsheet/write-xlsx.js';
import { type LedgerWorld, ledgerWorld } from '../coverage/ledger-world.js';
import type { ActorName } from '../support/actors.js';
import { programId } from '../support/build/program.js';

export interface RosterFile {
  readonly program: string;
  readonly bytes: Buffer;
  /** Sheet of a workbook. */
  readonly sheet?: string;
  readonly fileName?: string;
}

export interface HandedIn {
  readonly status: number;
  readonly id: string | null;
  readonly isKnown?: boolean;
  readonly userErrors: readonly {
    readonly path: string[];
    readonly code: string;
    readonly message: string;
  }[];
}

export const importWorld = (): Promise<LedgerWorld> => ledgerWorld();

/** People of Kota Cilegon who do not exist, aged 20 to 64. */
export const people = (size: number, key = 'import'): SyntheticPerson[] =>
  syntheticPeople({
    key,
    size,
    regionCode: '36.72',
    enteredOn: '2026-02-11',
    turning65: 0,
    highestDecile: null,
  });

const dayFirst = (date: string): string => date.split('-').reverse().join('/');

/** A roster as an agency writes it: a title above, semicolons, days first. */
export function csvOf(rows: readonly Partial<SyntheticPerson>[], extra = ''): Buffer {
  const lines = rows.map(
    ({ nik = '', name = '', birthDate = '', sex }, index) =>
      `${index + 1};${nik};${name};${birthDate && dayFirst(birthDate)};${sex === 'FEMALE' ? 'P' : 'L'};Nelayan${extra}`,
  );
  return Buffer.from(
    [
      'DAFTAR NELAYAN PENERIMA BANTUAN;;;;;',
      'No;No. KTP;Nama Lengkap;Tgl Lahir;L/P;Pekerjaan',
      ...lines,
    ].join('\r\n'),
  );
}

/** POST /imports as a browser does it. */
export async function handIn(world: LedgerWorld, who: ActorName, file: RosterFile): Promise<HandedIn> {
  const boundary = 'batas-uji-1234567890';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="programId"\r\n\r\n${programId(file.program)}\r\n` +
        (file.sheet
          ? `--${boundary}\r\ncontent-disposition: form-data; name="sheet"\r\n\r\n${file.sheet}\r\n`
          : '') +
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.fileName ?? 'nelayan.csv'}"\r\n` +
        'content-type: application/octet-stream\r\n\r\n',
    ),
    file.bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const answer = await world.app.http.inject({
    method: 'POST',
    url: '/imports',
    headers: {
      authorization: `Bearer ${world.tokens[who]}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
  return { status: answer.statusCode, ...answer.json() };
}

const batchText = `query ($id: ID!) { importBatch(id: $id) {
  id version state fileName headerRow rowCount committedCount undoneCount mendedCount monthlyRupiah giveBackPath
  counts { new changed unchanged duplicate error } columns { index header field samples }
  aside { count rowNumbers } warnings { finding count rowNumbers }
  reasons { verdict field code message count rowNumbers } failure { code message } quota { places taken holds }
  money { fiscalYear months neededRupiah leftRupiah holds } progress { done total }
  undo { enrollmentCount registrationCount restoredCount obstacles { kind count } }
  viewerCan { map commit undo discard } continues { id } createdByName } }`;

/** The batch as its page shows it. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows the fields that it asked for
export async function batchOf(world: LedgerWorld, who: ActorName, id: string): Promise<any> {
  const { data, errors } = await world.app.graphql(world.tokens[who], batchText, { id });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.importBatch;
}

const rowsText = `query ($id: ID!, $filter: ImportRowFilter) { importBatch(id: $id) { rows(first: 100, filter: $filter) { nodes {
  rowNumber verdict name nik isCommitted isUndone isMended problems { field code message suggestion } changes { field from to }
  beneficiary { id name origin { batchId fileName rowNumber } } enrollment { id state } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: each test knows the fields that it asked for
export async function rowsOf(world: LedgerWorld, id: string, filter: object = {}): Promise<any[]> {
  const { data, errors } = await world.app.graphql(world.tokens.operatorCilegon, rowsText, { id, filter });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.importBatch.rows.nodes;
}

type Decision = 'Commit' | 'Undo' | 'Discard';

/** A decision about the batch at the version that it has, and all work that follows from it. */
export async function decide(world: LedgerWorld, who: ActorName, decision: Decision, id: string) {
  const { version } = await batchOf(world, 'admin', id);
  const text = `mutation ($id: ID!, $version: Int!) { import${decision}(id: $id, expectedVersion: $version) {
    importBatch { id state } userErrors { path code message } } }`;
  const { data, errors } = await world.app.graphql(world.tokens[who], text, { id, version });
  if (errors) return { errors };
  await world.app.clocks.imports.settled();
  return data[`import${decision}`];
}

/** Confirms the columns as they were recognised, with `input` laid over, and lets the file be judged. */
export async function confirm(world: LedgerWorld, id: string, input: object = {}) {
  const { version, columns } = await batchOf(world, 'operatorCilegon', id);
  const read = columns.map(({ index, field }: { index: number; field: string | null }) => ({ index, field }));
  const text = `mutation ($id: ID!, $version: Int!, $input: ImportMapInput!) { importMap(id: $id, expectedVersion: $version, input: $input) {
    importBatch { id state } userErrors { path code message } } }`;
  const { data, errors } = await world.app.graphql(world.tokens.operatorCilegon, text, {
    id,
    version,
    input: { columns: read, enteredOn: '2026-02-01', ...input },
  });
  if (errors) throw new Error(JSON.stringify(errors));
  await world.app.clocks.imports.settled();
  return data.importMap;
}

/** Handed in, confirmed and judged. */
export async function judged(world: LedgerWorld, file: RosterFile, input: object = {}): Promise<string> {
  const { id, userErrors } = await handIn(world, 'operatorCilegon', file);
  if (id === null) throw new Error(JSON.stringify(userErrors));
  const { state } = await batchOf(world, 'operatorCilegon', id);
  if (state === 'MAPPING') {
    const { userErrors: faults } = await confirm(world, id, input);
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
  }
  await world.app.clocks.imports.settled();
  return id;
}

/** The workbook with the bad rows. */
export async function giveBack(world: LedgerWorld, who: ActorName, id: string): Promise<Buffer> {
  const answer = await world.app.http.inject({
    url: `/imports/${id}/give-back`,
    headers: { authorization: `Bearer ${world.tokens[who]}` },
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.rawPayload;
}

/** The workbook mended as a person does it: cells below a header get another text where `mend` says so. */
export async function mended(
  workbook: Buffer,
  mend: (row: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
): Promise<Buffer> {
  const info = await inspectSheet(workbook, 'perbaikan.xlsx');
  const rows: (readonly string[])[] = [];
  for await (const batch of readSheet(workbook, info)) rows.push(...batch.map(({ texts }) => texts));
  const [headers = [], ...content] = rows;
  const output = new PassThrough();
  const sheet = { name: 'Perbaikan', columns: headers.map((header) => ({ header })), rows: mendedRows() };
  async function* mendedRows() {
    for (const texts of content) {
      const row = Object.fromEntries(headers.map((header, index) => [header, texts[index] ?? '']));
      const changed = { ...row, ...mend(row) };
      yield headers.map((header) => changed[header] ?? '');
    }
  }
  const [bytes] = await Promise.all([buffer(output), writeXlsx({ sheets: [sheet] }, output)]);
  return bytes;
}
