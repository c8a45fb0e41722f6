import { ArgsType, Field, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import type { ListRead } from '../kernel/readable.js';
import { SavedQuery } from './saved-query.entity.js';
import { SqlRun, SqlRunState } from './sql-run.entity.js';

@InputType({ description: 'Conditions on a list of saved queries; all of them have to hold.' })
export class SavedQueryFilter {
  @Field(() => Boolean, { nullable: true, description: 'Whether the query is the caller’s own.' })
  isOwn?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether everybody who asks in SQL may read it.' })
  isShared?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or the description; at least three characters.',
  })
  search?: string | null;
}

export enum SavedQueryOrderField {
  NAME = 'NAME',
  UPDATED_AT = 'UPDATED_AT',
}

@ArgsType()
export class SavedQueryListArgs extends listArgs('SavedQuery', SavedQueryFilter, SavedQueryOrderField) {}

export const savedQueryList: ListRead = {
  of: () => SavedQuery,
  filters: {
    isOwn: (query, isOwn: boolean, statement) =>
      `(${query}.staff_id = (select app.actor_id())) = ${statement.parameter(isOwn)}::boolean`,
    isShared: (query, isShared: boolean, statement) =>
      `${query}.is_shared = ${statement.parameter(isShared)}`,
    search: (query, text: string, statement) =>
      `lower(${query}.name || ' ' || coalesce(${query}.description, '')) like ${statement.parameter(likePattern(text))}`,
  },
  orders: {
    NAME: { sql: (query) => `${query}.name`, type: 'text' },
    UPDATED_AT: { sql: (query) => `${query}.updated_at`, type: 'timestamptz' },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};

@InputType({ description: 'Conditions on the history of statements; all of them have to hold.' })
export class SqlRunFilter {
  @Field(() => Boolean, { nullable: true, description: 'Whether the caller ran it.' })
  isOwn?: boolean | null;

  @Field(() => [SqlRunState], {
    nullable: true,
    description: 'What it came to, one of these. Empty: nothing matches.',
  })
  states?: SqlRunState[] | null;
}

export enum SqlRunOrderField {
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class SqlRunListArgs extends listArgs('SqlRun', SqlRunFilter, SqlRunOrderField) {}

export const sqlRunList: ListRead = {
  of: () => SqlRun,
  filters: {
    isOwn: (run, isOwn: boolean, statement) =>
      `(${run}.staff_id = (select app.actor_id())) = ${statement.parameter(isOwn)}::boolean`,
    states: (run, states: string[], statement) => `${run}.state = any(${statement.parameter(states)})`,
  },
  orders: { CREATED_AT: { sql: (run) => `${run}.created_at`, type: 'timestamptz' } },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
};
