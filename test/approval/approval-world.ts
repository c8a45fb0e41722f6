import { createHash } from 'node:crypto';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { anEnrollment, asApp, type LedgerWorld, ledgerWorld } from '../coverage/ledger-world.js';
import { aProgram } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';

/** The world of the ledger, with people beside the usual actors. */
export interface ApprovalWorld extends LedgerWorld {
  /** Staff who write and approve in Cilegon, and a second approver of Banten; session tokens by name. */
  readonly people: Readonly<Record<'both' | 'second' | 'third', string>>;
}

/** `both` is operator and approver of Cilegon at once; `second` and `third` approve in Banten. */
export async function approvalWorld(): Promise<ApprovalWorld> {
  const world = await ledgerWorld();
  const people = {
    both: await aPerson(world, 'both', [
      ['OPERATOR', '36.72'],
      ['APPROVER', '36.72'],
    ]),
    second: await aPerson(world, 'second', [['APPROVER', '36']]),
    third: await aPerson(world, 'third', [['APPROVER', '36']]),
  };
  return { ...world, people };
}

async function aPerson(
  { app }: LedgerWorld,
  name: string,
  grants: readonly (readonly [string, string])[],
): Promise<string> {
  const [id, token] = [newId(), `test-session-${name}`];
  await app.sql('insert into staff (id, email, name) values ($1, $2, $3)', [id, `${name}@payung.test`, name]);
  for (const [role, code] of grants) {
    await app.sql('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
      newId(),
      id,
      role,
      regionKey(code),
    ]);
  }
  await aSession({ app }, id, token);
  return token;
}

/** Opens one more session of somebody. */
export async function aSession(
  { app }: Pick<LedgerWorld, 'app'>,
  staff: string,
  token: string,
): Promise<void> {
  await app.sql(
    "insert into staff_session (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '12 hours')",
    [newId(), staff, createHash('sha256').update(token).digest()],
  );
}

export async function staffOf({ app }: Pick<LedgerWorld, 'app'>, name: string): Promise<string> {
  return (await app.sql('select id from staff where name = $1', [name]))[0].id;
}

/** Sets how many people have to agree in Banten. */
export async function needs({ app }: LedgerWorld, counts: Record<string, number>): Promise<void> {
  const names = Object.keys(counts);
  await app.sql(
    `insert into province_setting (id, region_id, ${names.join(', ')}) values ($1, $2, ${names.map((_, at) => `$${at + 3}`).join(', ')})
     on conflict (region_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [newId(), regionKey('36'), ...Object.values(counts)],
  );
}

const approvalText = `query ($filter: ApprovalFilter) { approvals(filter: $filter, first: 100) { nodes {
  id version subject title state digest needed given eligible obstacle returnReason returnedByName requestedByName
  viewerCan { give return } votes { staffName isCounted } people { totalCount } mou { titleAsWritten } program { name } } } }`;

/** Requests about a record as `token` sees them. */
export async function approvalsOf({ app }: LedgerWorld, token: string, recordId: string) {
  const { data, errors } = await app.graphql(token, approvalText, { filter: { recordIds: [recordId] } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.approvals.nodes;
}

const giveText = `mutation ($id: ID!, $digest: String!) { approvalGive(id: $id, input: { digest: $digest }) {
  approval { state given obstacle } userErrors { path code } } }`;

/** Agrees to what the request shows now, or to `digest`. */
export async function give(world: LedgerWorld, token: string, recordId: string, digest?: string) {
  const [approval] = await approvalsOf(world, world.tokens.auditorBanten, recordId);
  const variables = { id: approval.id, digest: digest ?? approval.digest };
  return (await world.app.graphql(token, giveText, variables)).data.approvalGive;
}

const requestText = `mutation ($input: ApprovalRequestInput!) { approvalRequest(input: $input) {
  approval { id state needed given people { totalCount } } userErrors { path code } } }`;

export async function request(world: LedgerWorld, token: string, input: object) {
  return (await world.app.graphql(token, requestText, { input })).data.approvalRequest;
}

/** A draft program that the operator of Cilegon wrote down through the API. */
export async function aWrittenProgram(world: LedgerWorld, token: string): Promise<string> {
  const { data } = await world.app.graphql(
    token,
    `mutation ($input: ProgramCreateInput!) { programCreate(input: $input) { program { id } userErrors { path code } } }`,
    {
      input: {
        regionId: publicId('region', regionKey('36.72')),
        name: 'Gemet Sekul',
        monthFrom: '2026-01',
        monthUntil: '2026-12',
        segment: 'BPU',
        budgetLines: [{ fiscalYear: 2026, fundingSource: 'APBD_REGENCY', originalRupiah: '168000000' }],
      },
    },
  );
  return data.programCreate.program.id;
}

/** A draft agreement that `token` wrote and submitted. */
export async function aSubmittedMou(world: LedgerWorld, token: string): Promise<string> {
  const region = publicId('region', regionKey('36.72'));
  const { data } = await world.app.graphql(
    token,
    `mutation ($input: MouCreateInput!) { mouCreate(input: $input) { mou { id } userErrors { path code } } }`,
    {
      input: {
        kind: 'UMBRELLA',
        regionId: region,
        titleAsWritten: 'Nota Kesepakatan',
        parties: [
          { kind: 'REGION_GOVERNMENT', regionId: region },
          { kind: 'OTHER', otherName: 'BPJS Ketenagakerjaan' },
        ],
      },
    },
  );
  const { id } = data.mouCreate.mou;
  await mouMove(world, token, 'mouSubmit', { id });
  return id;
}

/** A decision on an agreement at its present version; gives the codes of what was refused. */
export async function mouMove(
  world: LedgerWorld,
  token: string,
  name: string,
  { id, input }: { id: string; input?: object },
): Promise<string[]> {
  const seen = await world.app.graphql(world.tokens.admin, 'query ($id: ID!) { mou(id: $id) { version } }', {
    id,
  });
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = input
    ? `mutation ($id: ID!, $version: Int!, $input: ${type}!) { ${name}(id: $id, expectedVersion: $version, input: $input) { userErrors { code } } }`
    : `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, expectedVersion: $version) { userErrors { code } } }`;
  const { data, errors } = await world.app.graphql(token, text, {
    id,
    version: seen.data.mou.version,
    input,
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name].userErrors.map(({ code }: { code: string }) => code);
}

/** Verified people of a program, each proposed by the operator of Cilegon as the audit trail has it. */
export async function verifiedPeople(
  world: LedgerWorld,
  count: number,
  decree: string,
): Promise<{ readonly program: string; readonly people: string[] }> {
  const program = await aProgram(world.app, { state: 'APPROVED' });
  const people: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const key = await anEnrollment(world, program, { state: 'PROPOSED' });
    await asApp(
      world,
      'operatorCilegon',
      "update enrollment set decree = $2, state = 'VERIFIED' where id = $1",
      [key, decree],
    );
    people.push(key);
  }
  return { program, people };
}
