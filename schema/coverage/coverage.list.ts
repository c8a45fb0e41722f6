import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import type { ListRead } from '../kernel/readable.js';
import type { Statement } from '../kernel/statement.js';
import { CoverageCaseState, DoublePaymentState } from './coverage.enums.js';
import { CoverageCase } from './coverage-case.entity.js';
import { DoublePayment } from './double-payment.entity.js';

@InputType({ description: 'Conditions on a list of cases; all of them have to hold.' })
export class CoverageCaseFilter {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of regions, or regions above, of a side that the caller may see. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of programs of a side that the caller may see. Empty: nothing matches.',
  })
  programIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of registrations of the person. Empty: nothing matches.',
  })
  beneficiaryIds?: string[] | null;

  @Field(() => [CoverageCaseState], { nullable: true, description: 'Whether the state is one of these.' })
  states?: CoverageCaseState[] | null;

  @Field(() => [String], { nullable: true, description: 'Whether the number is one of these.' })
  caseNumbers?: string[] | null;
}

@InputType({ description: 'Conditions on a list of double payments; all of them have to hold.' })
export class DoublePaymentFilter {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of regions, or regions above, of a side that the caller may see. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [DoublePaymentState], { nullable: true, description: 'Whether the state is one of these.' })
  states?: DoublePaymentState[] | null;
}

export enum CoverageCaseOrderField {
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class CoverageCaseListArgs extends listArgs(
  'CoverageCase',
  CoverageCaseFilter,
  CoverageCaseOrderField,
) {}

export enum DoublePaymentOrderField {
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class DoublePaymentListArgs extends listArgs(
  'DoublePayment',
  DoublePaymentFilter,
  DoublePaymentOrderField,
) {}

/** A filter must not betray the side that the caller may not see. */
function sideIn(row: string, ids: readonly string[], statement: Statement): string {
  const regions = `(select app.region_subtree(${statement.ids('region', ids)}))`;
  return ['region_id', 'holder_region_id']
    .map((column) => `(${row}.${column} in ${regions} and ${row}.${column} in (select app.person_regions()))`)
    .join(' or ');
}

const newestFirst = {
  orders: { CREATED_AT: { sql: (row: string) => `${row}.created_at`, type: 'timestamptz' } },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
} as const;

export const coverageCaseList: ListRead = {
  of: () => CoverageCase,
  filters: {
    regionIds: (row, ids: string[], statement) => sideIn(row, ids, statement),
    programIds: (row, ids: string[], statement) => {
      const keys = statement.ids('program', ids);
      const visible = '(select app.person_regions())';
      return `(${row}.program_id = any(${keys}) and ${row}.region_id in ${visible})
        or (${row}.holder_program_id = any(${keys}) and ${row}.holder_region_id in ${visible})`;
    },
    beneficiaryIds: (row, ids: string[], statement) =>
      `${row}.person_id in (select b.person_id from beneficiary b where b.id = any(${statement.ids('beneficiary', ids)}))`,
    states: (row, states: string[], statement) => `${row}.state = any(${statement.parameter(states)})`,
    caseNumbers: (row, numbers: string[], statement) =>
      `${row}.case_number = any(${statement.parameter(numbers)})`,
  },
  ...newestFirst,
};

export const doublePaymentList: ListRead = {
  of: () => DoublePayment,
  filters: {
    regionIds: (row, ids: string[], statement) => sideIn(row, ids, statement),
    states: (row, states: string[], statement) => `${row}.state = any(${statement.parameter(states)})`,
  },
  ...newestFirst,
};
