import { publicId, referenceId } from '../schema/kernel/identifier.js';
import type { BenchActor, BenchDatabase } from './database.js';
import { withClient } from './database.js';

/** One kind of request, asked of every system with the same variables in turn. */
export interface Workload {
  readonly name: string;
  /** Path under which the bare server of the limit answers it. */
  readonly route: string;
  readonly actor: BenchActor;
  readonly query: string;
  readonly variables: readonly object[];
  /** Creates records: answers carry new ids, which are not compared. */
  readonly isWrite: boolean;
}

const mouQuery = `query Mou($id: ID!) { mou(id: $id) {
  id titleAsWritten kind state signing { on place } region { id code displayName }
  parties { position kind number office { id displayName level } } } }`;

const mousQuery = `query Mous($filter: MouFilter, $orderBy: MouOrder) { mous(first: 50, filter: $filter, orderBy: $orderBy) {
  nodes { id titleAsWritten kind phase signing { on } region { id displayName }
    parties { position kind number } legalBases { id displayTitle } }
  pageInfo { hasNextPage endCursor } } }`;

const villagesQuery = `query Villages($filter: RegionFilter, $after: String) { regions(first: 100, filter: $filter, after: $after) {
  nodes { id code displayName level parent { id displayName parent { id displayName parent { id displayName } } } }
  pageInfo { hasNextPage endCursor } } }`;

const peopleQuery = `query People($after: String) { beneficiaries(first: 100, after: $after) {
  nodes { id name region { id displayName } enrollments(first: 3) { nodes { id state enteredOn program { id name } } } }
  pageInfo { hasNextPage endCursor } } }`;

const createQuery = `mutation Create($input: MouCreateInput!) { mouCreate(input: $input) {
  mou { id version titleAsWritten region { displayName } parties { position number } } userErrors { code } } }`;

const provinces = ['11', '12', '14', '16', '18', '31', '32', '33', '35', '73'];
const deepVillage = 80_000;
/** How far into the list of people the deep page lies. */
const deepShare = 0.9;
const differentRecords = 500;

/** The workloads with variables that exist in this database. */
export async function workloadsOf(database: BenchDatabase): Promise<readonly Workload[]> {
  const { coordinator, administrator } = database;
  const { mouIds, officeId, afterVillages, personPlace, afterPeople } = await pickedFrom(
    database.superUserUrl,
  );
  const villages = { levels: ['WARD', 'VILLAGE'] };
  const shared = { actor: coordinator, isWrite: false };
  const people = { actor: administrator, isWrite: false, route: '/people', query: peopleQuery };
  return [
    {
      ...shared,
      name: 'one MoU with region, parties, offices',
      route: '/mou',
      query: mouQuery,
      variables: mouIds.map((id) => ({ id: publicId('mou', id) })),
    },
    {
      ...shared,
      name: '50 MoUs of a province with region, parties, bases, phase',
      route: '/mous',
      query: mousQuery,
      variables: provinces.map((code) => ({
        filter: { regionIds: [publicId('region', referenceId('region', code))] },
        orderBy: { field: 'SIGNED_ON', direction: 'DESC' },
      })),
    },
    {
      ...shared,
      name: '100 villages with district, regency, province',
      route: '/villages',
      query: villagesQuery,
      variables: [{ filter: villages }],
    },
    {
      ...shared,
      name: `the same, ${deepVillage.toLocaleString('en')} deep`,
      route: '/villages',
      query: villagesQuery,
      variables: [{ filter: villages, after: afterVillages }],
    },
    {
      ...people,
      name: '100 beneficiaries with region, first 3 enrollments, program',
      variables: [{}],
    },
    {
      ...people,
      name: `the same, ${personPlace.toLocaleString('en')} deep`,
      variables: [{ after: afterPeople }],
    },
    {
      actor: coordinator,
      isWrite: true,
      name: 'create a MoU draft with two parties (audited)',
      route: '/create',
      query: createQuery,
      variables: [{ input: draftOf(officeId) }],
    },
  ];
}

function draftOf(officeId: string): object {
  const regionId = publicId('region', referenceId('region', '36.72'));
  return {
    kind: 'UMBRELLA',
    titleAsWritten: 'Nota Kesepakatan percobaan',
    subject: 'Jaminan sosial ketenagakerjaan',
    regionId,
    signedOn: '2026-01-15',
    parties: [
      { kind: 'REGION_GOVERNMENT', regionId },
      { kind: 'OFFICE', officeId: publicId('office', officeId), number: 'PER/1' },
    ],
  };
}

async function pickedFrom(superUserUrl: string) {
  return withClient(superUserUrl, async (client) => {
    const mous = await client.query<{ id: string }>(
      "select id from mou where state = 'SIGNED' order by md5(id::text) limit $1",
      [differentRecords],
    );
    const office = await client.query<{ id: string }>(
      "select id from office where level = 'KC' order by id limit 1",
    );
    const village = await client.query<{ id: string; code: string }>(
      "select id, code from region where level in ('WARD', 'VILLAGE') order by code, id offset $1 limit 1",
      [deepVillage],
    );
    const people = await client.query<{ count: number }>(
      'select count(*)::integer as count from beneficiary',
    );
    const personPlace = Math.floor((people.rows[0]?.count ?? 0) * deepShare);
    const person = await client.query<{ id: string; name: string }>(
      'select id, name from beneficiary order by name, id offset $1 limit 1',
      [personPlace],
    );
    return {
      mouIds: mous.rows.map((row) => row.id),
      officeId: office.rows[0]?.id ?? '',
      afterVillages: cursorOf('CODE:ASC', village.rows[0]?.code, village.rows[0]?.id),
      personPlace,
      afterPeople: cursorOf('NAME:ASC', person.rows[0]?.name, person.rows[0]?.id),
    };
  });
}

function cursorOf(...parts: readonly (string | undefined)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}
