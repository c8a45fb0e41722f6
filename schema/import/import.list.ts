import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { Program } from '../program/index.js';
import { ImportState, ImportVerdict } from './import.enums.js';
import { ImportBatch } from './import-batch.entity.js';
import { ImportRow } from './import-row.entity.js';

@InputType({ description: 'Conditions on a list of rosters; all of them have to hold.' })
export class ImportBatchFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions, of which, or below which, the payer is one. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of programs. Empty: nothing matches.' })
  programIds?: string[] | null;

  @Field(() => [ImportState], { nullable: true, description: 'Whether the state is one of these.' })
  states?: ImportState[] | null;

  @Field(() => String, { nullable: true, description: 'Part of the file name; at least three characters.' })
  search?: string | null;
}

export enum ImportBatchOrderField {
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class ImportBatchListArgs extends listArgs('ImportBatch', ImportBatchFilter, ImportBatchOrderField) {}

@InputType({ description: 'Conditions on the rows of a roster; all of them have to hold.' })
export class ImportRowFilter {
  @Field(() => [ImportVerdict], {
    nullable: true,
    description: 'Whether the verdict is one of these. Empty: nothing matches.',
  })
  verdicts?: ImportVerdict[] | null;

  @Field(() => String, { nullable: true, description: 'Code of a problem that the row has.' })
  code?: string | null;
}

export enum ImportRowOrderField {
  ROW_NUMBER = 'ROW_NUMBER',
}

@ArgsType()
export class ImportRowListArgs extends listArgs('ImportRow', ImportRowFilter, ImportRowOrderField) {}

export const importBatchList: ListRead = {
  of: () => ImportBatch,
  filters: {
    regionIds: (batch, ids: string[], statement) =>
      `${batch}.region_id = any(array(select app.region_subtree(${statement.ids('region', ids)})))`,
    programIds: (batch, ids: string[], statement) =>
      `${batch}.program_id = any(${statement.ids('program', ids)})`,
    states: (batch, states: string[], statement) => `${batch}.state = any(${statement.parameter(states)})`,
    search: (batch, text: string, statement) =>
      `lower(${batch}.file_name) like ${statement.parameter(likePattern(text))}`,
  },
  orders: { CREATED_AT: { sql: (batch) => `${batch}.created_at`, type: 'timestamptz' } },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
};

export const importRowList: ListRead = {
  of: () => ImportRow,
  filters: {
    verdicts: (row, verdicts: string[], statement) =>
      `${row}.verdict = any(${statement.parameter(verdicts)})`,
    code: (row, code: string, statement) =>
      `${row}.problems @> jsonb_build_array(jsonb_build_object('code', ${statement.parameter(code)}::text))`,
  },
  orders: { ROW_NUMBER: { sql: (row) => `${row}.row_number`, type: 'integer' } },
  defaultOrder: { field: 'ROW_NUMBER', direction: 'ASC' },
};

readableAlso(ImportBatch, {
  rows: list(
    () => importRowList,
    (batch, row) => `${row}.batch_id = ${batch}.id`,
  ),
});

readableAlso(Program, {
  imports: list(
    () => importBatchList,
    (program, batch) => `${batch}.program_id = ${program}.id`,
  ),
});
