import { newId, publicId } from '../../schema/kernel/identifier.js';
import { createNikVault } from '../../server/nik-vault.js';
import { aNik } from '../beneficiary/people.js';
import { ask, type LedgerWorld } from '../coverage/ledger-world.js';
import type { ActorName } from '../support/actors.js';
import { testSecret } from '../support/app.js';
import { programId } from '../support/build/program.js';

export interface ListedPerson {
  readonly nik: string;
  /** Database key. */
  readonly enrollment: string;
}

/** Somebody with a NIK of their own, enrolled in a program of Kota Cilegon. */
export async function aListedPerson(
  { app, fisher }: Pick<LedgerWorld, 'app' | 'fisher'>,
  program: string,
  build: { readonly name?: string; readonly state?: string; readonly kpj?: string | null } = {},
): Promise<ListedPerson> {
  const nik = aNik();
  const vault = createNikVault({ secret: testSecret });
  const [keyId = 0] = vault.keyIds;
  const [person, beneficiary, enrollment] = [newId(), newId(), newId()];
  const { name = 'Sarmili Jayawikarta', state = 'APPROVED', kpj = null } = build;
  await app.sql('insert into person (id, nik_index) values ($1, $2)', [person, vault.indexes(nik)[0]]);
  await app.sql(
    `insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name, birth_date, sex, phone)
     select $1, p.region_id, $2, $3, $4, $5, $6, '1985-03-12', 'FEMALE', '+6281299887755' from program p where p.id = $7`,
    [
      beneficiary,
      person,
      vault.seal(nik, { keyId, boundTo: beneficiary }),
      keyId,
      `36${'•'.repeat(10)}${nik.slice(12)}`,
      name,
      program,
    ],
  );
  await app.sql(
    `insert into enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, state, entered_on, kpj)
     select $1, p.id, $2, $3, p.region_id, $4, $5, '2026-01-01', $6 from program p where p.id = $7`,
    [enrollment, beneficiary, person, fisher, state, kpj, program],
  );
  return { nik, enrollment };
}

export const reason = 'Pendaftaran peserta ke kantor cabang';

/** Makes a list for February 2026; gives its id and what has to be mended. */
export async function make(world: LedgerWorld, who: ActorName, program: string, input: object = {}) {
  const { data, errors } = await ask(
    world,
    who,
    `mutation ($input: BranchListMakeInput!) { branchListMake(input: $input) { branchList { id } userErrors { path code message } } }`,
    { input: { programId: programId(program), month: '2026-02', reason, ...input } },
  );
  return { id: data?.branchListMake?.branchList?.id, userErrors: data?.branchListMake?.userErrors, errors };
}

const listText = `query ($id: ID!) { branchList(id: $id) { version state month heads totalRupiah filePath answerFileName
  outcomes { verdict count appliedCount oursRupiah theirsRupiah } viewerCan { download send answer apply discard }
  rows(first: 100) { nodes { rowNumber verdict answerRow nik kpj branchReason oursRupiah theirsRupiah appliedAt problem { code message }
    enrollment { id state kpj } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: each test knows the fields that it asked for
export async function listOf(world: LedgerWorld, who: ActorName, id: string): Promise<any> {
  const { data, errors } = await ask(world, who, listText, { id });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.branchList;
}

/** A decision about the list at the version that it has, or at another one. */
export async function decide(
  world: LedgerWorld,
  who: ActorName,
  decision: 'Send' | 'Apply' | 'Discard',
  { id, version }: { readonly id: string; readonly version?: number },
) {
  const expected = version ?? (await listOf(world, 'admin', id)).version;
  const { data, errors } = await ask(
    world,
    who,
    `mutation ($id: ID!, $version: Int!) { branchList${decision}(id: $id, expectedVersion: $version) { branchList { state } userErrors { path code } } }`,
    { id, version: expected },
  );
  return { ...data?.[`branchList${decision}`], errors };
}

/** The file as it leaves. */
export async function download(
  { app, tokens }: LedgerWorld,
  who: ActorName,
  id: string,
  query = 'format=CSV&writing=ISO',
) {
  const answer = await app.http.inject({
    url: `/branch-lists/${id}/file?${query}`,
    headers: { authorization: `Bearer ${tokens[who]}` },
  });
  return { status: answer.statusCode, text: answer.body, bytes: answer.rawPayload };
}

/** POST /branch-lists/:id/answer as a browser does it. */
export async function handIn(
  { app, tokens }: LedgerWorld,
  who: ActorName,
  id: string,
  bytes: Buffer,
  fileName = 'jawaban.csv',
) {
  const boundary = 'batas-uji-1234567890';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\n` +
        'content-type: application/octet-stream\r\n\r\n',
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const answer = await app.http.inject({
    method: 'POST',
    url: `/branch-lists/${id}/answer`,
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
  const body = answer.json();
  return {
    status: answer.statusCode,
    isKnown: body.isKnown,
    codes: (body.userErrors ?? []).map(({ code }: { code: string }) => code),
  };
}

/** An answer as branches write it: a title above, semicolons. */
export function answerOf(rows: readonly (readonly string[])[]): Buffer {
  const lines = [
    ['HASIL PENDAFTARAN KOLEKTIF'],
    ['No', 'NIK', 'No. KPJ', 'Status', 'Keterangan', 'Iuran'],
    ...rows,
  ];
  return Buffer.from(lines.map((cells) => cells.join(';')).join('\r\n'));
}

export const enrollmentKey = (key: string): string => publicId('enrollment', key);
