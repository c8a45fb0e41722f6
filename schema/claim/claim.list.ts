import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { MonthScalar } from '../kernel/scalars.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { Claim } from './claim.entity.js';
import { ClaimKind } from './claim.enums.js';

@InputType({ description: 'Conditions on a list of claims; all of them have to hold.' })
export class ClaimFilter {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of regions below which, or of which themselves, the claims are. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of programs, one of which was concerned. Empty: nothing matches.',
  })
  programIds?: string[] | null;

  @Field(() => [ClaimKind], {
    nullable: true,
    description: 'Whether the kind is one of these. Empty: nothing matches.',
  })
  kinds?: ClaimKind[] | null;

  @Field(() => MonthScalar, { nullable: true, description: 'First month of the payments.' })
  paidFrom?: string | null;

  @Field(() => MonthScalar, { nullable: true, description: 'Last month of the payments, included.' })
  paidUntil?: string | null;
}

export enum ClaimOrderField {
  MONTH = 'MONTH',
}

@ArgsType()
export class ClaimListArgs extends listArgs('Claim', ClaimFilter, ClaimOrderField) {}

export const claimList: ListRead = {
  of: () => Claim,
  filters: {
    regionIds: (claim, ids: string[], statement) =>
      `${claim}.region_id = any(array(select app.governments_within(${statement.ids('region', ids)})))`,
    programIds: (claim, ids: string[], statement) =>
      `${claim}.program_id = any(${statement.ids('program', ids)})`,
    kinds: (claim, kinds: string[], statement) => `${claim}.kind = any(${statement.parameter(kinds)})`,
    paidFrom: (claim, month: string, statement) =>
      `${claim}.month >= ${statement.parameter(`${month}-01`)}::date`,
    paidUntil: (claim, month: string, statement) =>
      `${claim}.month <= ${statement.parameter(`${month}-01`)}::date`,
  },
  orders: { MONTH: { sql: (claim) => `${claim}.month`, type: 'date' } },
  defaultOrder: { field: 'MONTH', direction: 'DESC' },
};

readableAlso(Region, {
  claims: list(
    () => claimList,
    (region, claim) => `${claim}.region_id = ${region}.id`,
  ),
});
readableAlso(Program, {
  claims: list(
    () => claimList,
    (program, claim) => `${claim}.program_id = ${program}.id`,
  ),
});
