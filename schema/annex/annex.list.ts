import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import type { ListRead } from '../kernel/readable.js';
import { Annex } from './annex.entity.js';
import { AnnexState } from './annex.enums.js';

@InputType({ description: 'Conditions on a list of annexes; all of them have to hold.' })
export class AnnexFilter {
  @Field(() => [ID], { nullable: true, description: 'Ids of programs. Empty: nothing matches.' })
  programIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions, of which, or below which, the payer is one. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [AnnexState], { nullable: true, description: 'Whether the state is one of these.' })
  states?: AnnexState[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the number of the decree; at least three characters.',
  })
  search?: string | null;
}

export enum AnnexOrderField {
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class AnnexListArgs extends listArgs('Annex', AnnexFilter, AnnexOrderField) {}

export const annexList: ListRead = {
  of: () => Annex,
  filters: {
    programIds: (annex, ids: string[], statement) =>
      `${annex}.program_id = any(${statement.ids('program', ids)})`,
    regionIds: (annex, ids: string[], statement) =>
      `${annex}.region_id = any(array(select app.region_subtree(${statement.ids('region', ids)})))`,
    states: (annex, states: string[], statement) => `${annex}.state = any(${statement.parameter(states)})`,
    search: (annex, text: string, statement) =>
      `lower(${annex}.decree) like ${statement.parameter(likePattern(text))}`,
  },
  orders: { CREATED_AT: { sql: (annex) => `${annex}.created_at`, type: 'timestamptz' } },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
};
