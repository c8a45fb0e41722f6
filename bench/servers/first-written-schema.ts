import { randomUUID } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import { MouRow, OfficeRow, PartyRow, RegionRow, RegulationRow } from './first-written-entities.js';
import { Loader } from './first-written-loader.js';
import { keyOf, pageOf, publicKey } from './first-written-page.js';
import { enrollmentsOf, peopleResolvers } from './first-written-people.js';
import type { EnrollmentRow } from './first-written-people-entities.js';

/** What the resolvers of one operation share. */
export interface FirstContext {
  readonly manager: EntityManager;
  readonly regions: Loader<string, RegionRow>;
  readonly offices: Loader<string, OfficeRow>;
  readonly parties: Loader<string, PartyRow[]>;
  readonly legalBases: Loader<string, RegulationRow[]>;
  readonly phases: Loader<string, string>;
  readonly enrollments: Loader<string, EnrollmentRow[]>;
}

export function contextOf(manager: EntityManager): FirstContext {
  return {
    manager,
    enrollments: enrollmentsOf(manager),
    regions: new Loader(async (ids) => byId(await manager.find(RegionRow, { where: { id: In([...ids]) } }))),
    offices: new Loader(async (ids) => byId(await manager.find(OfficeRow, { where: { id: In([...ids]) } }))),
    parties: new Loader(async (ids) => {
      const found = await manager.find(PartyRow, {
        where: { mouId: In([...ids]) },
        order: { position: 'ASC' },
      });
      return byMou(found);
    }),
    legalBases: new Loader(async (ids) => {
      const found = await manager.find(MouRow, {
        where: { id: In([...ids]) },
        relations: { legalBases: true },
      });
      return new Map(found.map(({ id, legalBases }) => [id, legalBases.sort(byYear)]));
    }),
    phases: new Loader(async (ids) => {
      const found: { id: string; phase: string }[] = await manager.query(
        'select m.id, app.mou_phase(m) as phase from mou m where m.id = any ($1)',
        [ids],
      );
      return new Map(found.map(({ id, phase }) => [id, phase]));
    }),
  };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function byMou(parties: readonly PartyRow[]): ReadonlyMap<string, PartyRow[]> {
  const found = new Map<string, PartyRow[]>();
  for (const party of parties) found.set(party.mouId, [...(found.get(party.mouId) ?? []), party]);
  return found;
}

function byYear(left: RegulationRow, right: RegulationRow): number {
  return (left.year ?? 0) - (right.year ?? 0) || (left.id < right.id ? -1 : 1);
}

export const typeDefs = `
  type Region { id: ID! code: String! displayName: String! level: String! parent: Region }
  type Office { id: ID! displayName: String! level: String! }
  type Regulation { id: ID! displayTitle: String! }
  type MouParty { position: Int! kind: String! number: String office: Office }
  type MouSigning { on: String place: String }
  type Mou { id: ID! version: Int! titleAsWritten: String! kind: String! state: String! phase: String signing: MouSigning
    region: Region! parties: [MouParty!]! legalBases: [Regulation!]! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type MouConnection { nodes: [Mou!]! pageInfo: PageInfo! }
  type RegionConnection { nodes: [Region!]! pageInfo: PageInfo! }
  input MouFilter { regionIds: [ID!] }
  input MouOrder { field: String! direction: String! }
  input RegionFilter { levels: [String!] }
  input MouPartyInput { kind: String! regionId: ID officeId: ID number: String }
  input MouCreateInput { kind: String! titleAsWritten: String! subject: String regionId: ID! signedOn: String parties: [MouPartyInput!] }
  type UserError { code: String! }
  type MouCreatePayload { mou: Mou userErrors: [UserError!]! }
  type Query {
    mou(id: ID!): Mou
    mous(first: Int!, filter: MouFilter, orderBy: MouOrder): MouConnection!
    regions(first: Int!, filter: RegionFilter, after: String): RegionConnection!
  }
  type Mutation { mouCreate(input: MouCreateInput!): MouCreatePayload! }
`;

interface DraftInput {
  readonly kind: string;
  readonly titleAsWritten: string;
  readonly subject: string;
  readonly regionId: string;
  readonly signedOn: string;
  readonly parties: readonly { kind: string; regionId?: string; officeId?: string; number?: string }[];
}

export const resolvers = {
  ...peopleResolvers,
  Query: {
    ...peopleResolvers.Query,
    mou: (_: unknown, { id }: { id: string }, { manager }: FirstContext) =>
      manager.findOneBy(MouRow, { id: keyOf(id) }),
    mous: (_: unknown, args: { first: number; filter: { regionIds: string[] } }, { manager }: FirstContext) =>
      mousOf(manager, args),
    regions: (
      _: unknown,
      args: { first: number; filter: { levels: string[] }; after?: string },
      { manager }: FirstContext,
    ) => regionsOf(manager, args),
  },
  Mutation: {
    mouCreate: (_: unknown, { input }: { input: DraftInput }, { manager }: FirstContext) =>
      created(manager, input),
  },
  Mou: {
    id: ({ id }: MouRow) => publicKey('mou', id),
    signing: ({ signedOn, signedPlace }: MouRow) =>
      signedOn || signedPlace ? { on: signedOn, place: signedPlace } : null,
    region: ({ regionId }: MouRow, _: unknown, { regions }: FirstContext) => regions.load(regionId),
    parties: async ({ id }: MouRow, _: unknown, { parties }: FirstContext) => (await parties.load(id)) ?? [],
    legalBases: async ({ id }: MouRow, _: unknown, { legalBases }: FirstContext) =>
      (await legalBases.load(id)) ?? [],
    phase: ({ id }: MouRow, _: unknown, { phases }: FirstContext) => phases.load(id),
  },
  MouParty: {
    office: ({ officeId }: PartyRow, _: unknown, { offices }: FirstContext) =>
      officeId ? offices.load(officeId) : null,
  },
  Region: {
    id: ({ id }: RegionRow) => publicKey('region', id),
    parent: ({ parentId }: RegionRow, _: unknown, { regions }: FirstContext) =>
      parentId ? regions.load(parentId) : null,
  },
  Office: { id: ({ id }: OfficeRow) => publicKey('office', id) },
  Regulation: { id: ({ id }: RegulationRow) => publicKey('regulation', id) },
};

async function mousOf(
  manager: EntityManager,
  { first, filter }: { first: number; filter: { regionIds: string[] } },
) {
  const keys = filter.regionIds.map(keyOf);
  const order = "coalesce(m.signed_on, '0001-01-01'::date)";
  const found = await manager
    .createQueryBuilder(MouRow, 'm')
    .innerJoin('m.region', 'r')
    .where('(r.id in (:...keys) or r.parent_id in (:...keys))', { keys })
    .orderBy(order, 'DESC')
    .addOrderBy('m.id', 'DESC')
    .limit(first + 1)
    .getMany();
  return pageOf(found, first, (mou) => ['SIGNED_ON:DESC', mou.signedOn ?? '0001-01-01', mou.id]);
}

async function regionsOf(
  manager: EntityManager,
  { first, filter, after }: { first: number; filter: { levels: string[] }; after?: string },
) {
  const query = manager.createQueryBuilder(RegionRow, 'r').where('r.level in (:...levels)', filter);
  if (after) {
    const [, code, id]: readonly string[] = JSON.parse(Buffer.from(after, 'base64url').toString());
    query.andWhere('(r.code, r.id) > (:code, :id)', { code, id });
  }
  const found = await query
    .orderBy('r.code')
    .addOrderBy('r.id')
    .limit(first + 1)
    .getMany();
  return pageOf(found, first, (region) => ['CODE:ASC', region.code, region.id]);
}

async function created(manager: EntityManager, { parties, ...input }: DraftInput) {
  const mou = manager.create(MouRow, {
    ...input,
    id: randomUUID(),
    regionId: keyOf(input.regionId),
    version: 1,
    state: 'DRAFT',
  });
  await manager.save(mou);
  const saved = parties.map((party, index) =>
    manager.create(PartyRow, {
      id: randomUUID(),
      mouId: mou.id,
      position: index + 1,
      kind: party.kind,
      number: party.number ?? null,
      regionId: party.regionId ? keyOf(party.regionId) : null,
      officeId: party.officeId ? keyOf(party.officeId) : null,
    }),
  );
  await manager.save(saved);
  return { mou, userErrors: [] };
}
