import { type EntityManager, In } from 'typeorm';
import type { RegionRow } from './first-written-entities.js';
import { Loader } from './first-written-loader.js';
import { pageOf, publicKey } from './first-written-page.js';
import { BeneficiaryRow, EnrollmentRow } from './first-written-people-entities.js';

export const peopleTypeDefs = `
  type Program { id: ID! name: String! }
  type Enrollment { id: ID! state: String! enteredOn: String! program: Program! }
  type EnrollmentConnection { nodes: [Enrollment!]! }
  type Beneficiary { id: ID! name: String! region: Region! enrollments(first: Int!): EnrollmentConnection! }
  type BeneficiaryConnection { nodes: [Beneficiary!]! pageInfo: PageInfo! }
  extend type Query { beneficiaries(first: Int!, after: String): BeneficiaryConnection! }
`;

interface PeopleContext {
  readonly manager: EntityManager;
  readonly regions: Loader<string, RegionRow>;
  readonly enrollments: Loader<string, EnrollmentRow[]>;
}

export function enrollmentsOf(manager: EntityManager): Loader<string, EnrollmentRow[]> {
  return new Loader(async (ids) => {
    const found = await manager.find(EnrollmentRow, {
      where: { beneficiaryId: In([...ids]) },
      relations: { program: true },
      order: { enteredOn: 'DESC', id: 'DESC' },
    });
    const byPerson = new Map<string, EnrollmentRow[]>();
    for (const row of found)
      byPerson.set(row.beneficiaryId, [...(byPerson.get(row.beneficiaryId) ?? []), row]);
    return byPerson;
  });
}

export const peopleResolvers = {
  Query: {
    beneficiaries: (_: unknown, args: { first: number; after?: string }, { manager }: PeopleContext) =>
      beneficiariesOf(manager, args),
  },
  Beneficiary: {
    id: ({ id }: BeneficiaryRow) => publicKey('beneficiary', id),
    region: ({ regionId }: BeneficiaryRow, _: unknown, { regions }: PeopleContext) => regions.load(regionId),
    enrollments: async (
      { id }: BeneficiaryRow,
      { first }: { first: number },
      { enrollments }: PeopleContext,
    ) => ({
      nodes: ((await enrollments.load(id)) ?? []).slice(0, first),
    }),
  },
  Enrollment: { id: ({ id }: EnrollmentRow) => publicKey('enrollment', id) },
};

async function beneficiariesOf(manager: EntityManager, { first, after }: { first: number; after?: string }) {
  const query = manager.createQueryBuilder(BeneficiaryRow, 'b');
  if (after) {
    const [, name, id]: readonly string[] = JSON.parse(Buffer.from(after, 'base64url').toString());
    query.where('(b.name, b.id) > (:name, :id)', { name, id });
  }
  const found = await query
    .orderBy('b.name')
    .addOrderBy('b.id')
    .limit(first + 1)
    .getMany();
  return pageOf(found, first, ({ name, id }) => ['NAME:ASC', name, id]);
}
