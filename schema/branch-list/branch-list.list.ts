import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { Program } from '../program/index.js';
import { BranchLayout } from './branch-layout.entity.js';
import { BranchList } from './branch-list.entity.js';
import { BranchListState, BranchVerdict } from './branch-list.enums.js';
import { BranchListRow } from './branch-list-row.entity.js';

@InputType({ description: 'Conditions on a list of layouts; all of them have to hold.' })
export class BranchLayoutFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions whose province keeps the layout. Empty: nothing matches.',
  })
  regionIds?: string[] | null;
}

export enum BranchLayoutOrderField {
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class BranchLayoutListArgs extends listArgs(
  'BranchLayout',
  BranchLayoutFilter,
  BranchLayoutOrderField,
) {}

@InputType({ description: 'Conditions on a list of lists for branches; all of them have to hold.' })
export class BranchListFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions, of which, or below which, the payer is one. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of programs. Empty: nothing matches.' })
  programIds?: string[] | null;

  @Field(() => [BranchListState], { nullable: true, description: 'Whether the state is one of these.' })
  states?: BranchListState[] | null;
}

export enum BranchListOrderField {
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class BranchListListArgs extends listArgs('BranchList', BranchListFilter, BranchListOrderField) {}

@InputType({ description: 'Conditions on the rows of a list; all of them have to hold.' })
export class BranchListRowFilter {
  @Field(() => [BranchVerdict], {
    nullable: true,
    description: 'Whether the verdict is one of these. Empty: nothing matches.',
  })
  verdicts?: BranchVerdict[] | null;
}

export enum BranchListRowOrderField {
  ROW_NUMBER = 'ROW_NUMBER',
}

@ArgsType()
export class BranchListRowListArgs extends listArgs(
  'BranchListRow',
  BranchListRowFilter,
  BranchListRowOrderField,
) {}

const createdAt = {
  orders: { CREATED_AT: { sql: (row: string) => `${row}.created_at`, type: 'timestamptz' as const } },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' as const },
};

export const branchLayoutList: ListRead = {
  of: () => BranchLayout,
  filters: {
    regionIds: (layout, ids: string[], statement) =>
      `${layout}.region_id in (select above from unnest(${statement.ids('region', ids)}) as r(id) cross join lateral app.region_ancestors(r.id) above)`,
  },
  ...createdAt,
};

export const branchListList: ListRead = {
  of: () => BranchList,
  filters: {
    regionIds: (branchList, ids: string[], statement) =>
      `${branchList}.region_id = any(array(select app.region_subtree(${statement.ids('region', ids)})))`,
    programIds: (branchList, ids: string[], statement) =>
      `${branchList}.program_id = any(${statement.ids('program', ids)})`,
    states: (branchList, states: string[], statement) =>
      `${branchList}.state = any(${statement.parameter(states)})`,
  },
  ...createdAt,
};

export const branchListRowList: ListRead = {
  of: () => BranchListRow,
  filters: {
    verdicts: (row, verdicts: string[], statement) =>
      `${row}.verdict = any(${statement.parameter(verdicts)})`,
  },
  orders: { ROW_NUMBER: { sql: (row) => `${row}.row_number`, type: 'integer' } },
  defaultOrder: { field: 'ROW_NUMBER', direction: 'ASC' },
};

readableAlso(BranchList, {
  rows: list(
    () => branchListRowList,
    (branchList, row) => `${row}.list_id = ${branchList}.id`,
  ),
});

readableAlso(Program, {
  branchLists: list(
    () => branchListList,
    (program, branchList) => `${branchList}.program_id = ${program}.id`,
  ),
});
