import { ArgsType, Field, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import type { ListRead } from '../kernel/readable.js';
import { ColumnChoice } from './column-choice.entity.js';

@InputType({ description: 'Conditions on a list of column choices; all of them have to hold.' })
export class ColumnChoiceFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Names of lists, one of which it is about. Empty: nothing matches.',
  })
  concepts?: string[] | null;
}

export enum ColumnChoiceOrderField {
  CONCEPT = 'CONCEPT',
}

@ArgsType()
export class ColumnChoiceListArgs extends listArgs(
  'ColumnChoice',
  ColumnChoiceFilter,
  ColumnChoiceOrderField,
) {}

export const columnChoiceList: ListRead = {
  of: () => ColumnChoice,
  filters: {
    concepts: (choice, concepts: string[], statement) =>
      `${choice}.concept = any(${statement.parameter(concepts)})`,
  },
  orders: { CONCEPT: { sql: (choice) => `${choice}.concept`, type: 'text' } },
  defaultOrder: { field: 'CONCEPT', direction: 'ASC' },
};
