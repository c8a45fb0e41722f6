import { ArgsType, Field, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import type { ListRead } from '../kernel/readable.js';
import { SavedFilter } from './saved-filter.entity.js';

@InputType({ description: 'Conditions on a list of saved filters; all of them have to hold.' })
export class SavedFilterFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Names of lists, one of which it belongs to. Empty: nothing matches.',
  })
  concepts?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is the caller’s own.' })
  isOwn?: boolean | null;
}

export enum SavedFilterOrderField {
  NAME = 'NAME',
}

@ArgsType()
export class SavedFilterListArgs extends listArgs('SavedFilter', SavedFilterFilter, SavedFilterOrderField) {}

export const savedFilterList: ListRead = {
  of: () => SavedFilter,
  filters: {
    concepts: (filter, concepts: string[], statement) =>
      `${filter}.concept = any(${statement.parameter(concepts)})`,
    isOwn: (filter, isOwn: boolean, statement) =>
      `(${filter}.staff_id = (select app.actor_id())) = ${statement.parameter(isOwn)}::boolean`,
  },
  orders: { NAME: { sql: (filter) => `${filter}.name`, type: 'text' } },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};
