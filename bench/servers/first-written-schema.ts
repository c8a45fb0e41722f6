import { type EntityManager, In } from 'typeorm';
import { MouRow, OfficeRow, PartyRow, RegionRow, type RegulationRow } from './first-written-entities.js';
import { Loader } from './first-written-loader.js';
import { keyOf, publicKey } from './first-written-page.js';
import { enrollmentsOf, peopleResolvers } from './first-written-people.js';
import type { EnrollmentRow } from './first-written-people-entities.js';
import { ProgramMouRow, type ProgramRow } from './first-written-program-entities.js';
import { programLoaders, programResolvers } from './first-written-programs.js';

/** What the resolvers of one operation share. */
export interface FirstContext {
  readonly manager: EntityManager;
  readonly regions: Loader<string, RegionRow>;
  readonly offices: Loader<string, OfficeRow>;
  readonly parties: Loader<string, PartyRow[]>;
  readonly mouPrograms: Loader<string, ProgramRow[]>;
  readonly programParts: Loader<string, ProgramRow>;
  readonly heads: Loader<string, number>;
  readonly enrollments: Loader<string, EnrollmentRow[]>;
}

export function contextOf(manager: EntityManager): FirstContext {
  return {
    manager,
    enrollments: enrollmentsOf(manager),
    ...programLoaders(manager),
    regions: new Loader(async (ids) => byId(await manager.find(RegionRow, { where: { id: In([...ids]) } }))),
    offices: new Loader(async (ids) => byId(await manager.find(OfficeRow, { where: { id: In([...ids]) } }))),
    parties: new Loader(async (ids) => {
      const found = await manager.find(PartyRow, {
        where: { mouId: In([...ids]) },
        order: { position: 'ASC' },
      });
      return grouped(found, ({ mouId }) => mouId);
    }),
    mouPrograms: new Loader(async (ids) => {
      const found = await manager.find(ProgramMouRow, {
        where: { mouId: In([...ids]) },
        relations: { program: true },
        order: { program: { monthFrom: 'DESC', id: 'DESC' } },
      });
      const byMou = grouped(found, ({ mouId }) => mouId);
      return new Map([...byMou].map(([id, links]) => [id, links.map(({ program }) => program)]));
    }),
  };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return found;
}

export const typeDefs = `
  type Region { id: ID! code: String! displayName: String! level: String! }
  type Office { id: ID! displayName: String! level: String! }
  type Regulation { id: ID! displayTitle: String! }
  type MouParty { position: Int! kind: String! number: String office: Office }
  type MouSigning { on: String place: String }
  type Mou { id: ID! titleAsWritten: String! kind: String! state: String! signing: MouSigning region: Region!
    parties: [MouParty!]! programs(first: Int!): ProgramConnection! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type UserError { code: String! }
  type Query { mou(id: ID!): Mou }
`;

export const resolvers = {
  ...peopleResolvers,
  ...programResolvers,
  Query: {
    ...peopleResolvers.Query,
    ...programResolvers.Query,
    mou: (_: unknown, { id }: { id: string }, { manager }: FirstContext) =>
      manager.findOneBy(MouRow, { id: keyOf(id) }),
  },
  Mou: {
    id: ({ id }: MouRow) => publicKey('mou', id),
    signing: ({ signedOn, signedPlace }: MouRow) =>
      signedOn || signedPlace ? { on: signedOn, place: signedPlace } : null,
    region: ({ regionId }: MouRow, _: unknown, { regions }: FirstContext) => regions.load(regionId),
    parties: async ({ id }: MouRow, _: unknown, { parties }: FirstContext) => (await parties.load(id)) ?? [],
    programs: async ({ id }: MouRow, { first }: { first: number }, { mouPrograms }: FirstContext) => ({
      nodes: ((await mouPrograms.load(id)) ?? []).slice(0, first),
    }),
  },
  MouParty: {
    office: ({ officeId }: PartyRow, _: unknown, { offices }: FirstContext) =>
      officeId ? offices.load(officeId) : null,
  },
  Region: { id: ({ id }: RegionRow) => publicKey('region', id) },
  Office: { id: ({ id }: OfficeRow) => publicKey('office', id) },
  Regulation: { id: ({ id }: RegulationRow) => publicKey('regulation', id) },
};
