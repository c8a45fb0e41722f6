import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { parsePublicId } from '../kernel/identifier.js';
import { likePattern } from '../kernel/like.js';
import type { ListRead } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { orElse } from '../kernel/statement.js';
import { Source } from './source.entity.js';

@InputType({ description: 'Conditions on a list of sources; all of them have to hold.' })
export class SourceFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the publisher, title, author or address; at least three characters.',
  })
  search?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the publisher in full, in upper or lower case.',
  })
  publisher?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date from which on the source was published.',
  })
  publishedFrom?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date until which the source was published, included.',
  })
  publishedUntil?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of a record that cites the source, of whatever kind.' })
  citedById?: string | null;
}

export enum SourceOrderField {
  PUBLISHER = 'PUBLISHER',
  PUBLISHED_ON = 'PUBLISHED_ON',
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class SourceListArgs extends listArgs('Source', SourceFilter, SourceOrderField) {}

export const sourceList: ListRead = {
  of: () => Source,
  filters: {
    search: (source, text: string, statement) =>
      `${searchable(source)} like ${statement.parameter(likePattern(text))}`,
    publisher: (source, name: string, statement) =>
      `lower(${source}.publisher) = lower(${statement.parameter(name.trim())}::text)`,
    publishedFrom: (source, day: string, statement) =>
      `${source}.published_on >= ${statement.parameter(day)}::date`,
    publishedUntil: (source, day: string, statement) =>
      `${source}.published_on <= ${statement.parameter(day)}::date`,
    citedById: (source, id: string, statement) => {
      const record = parsePublicId(id);
      if (!record) return 'false';
      return `exists (select from citation c where c.source_id = ${source}.id
        and c.concept = ${statement.parameter(record.prefix)} and c.record_id = ${statement.parameter(record.id)}::uuid)`;
    },
  },
  orders: {
    PUBLISHER: { sql: (source) => `lower(${source}.publisher)`, type: 'text' },
    // an unknown day counts as the oldest
    PUBLISHED_ON: { sql: (source) => orElse(`${source}.published_on`, "date '-infinity'"), type: 'date' },
    CREATED_AT: { sql: (source) => `${source}.created_at`, type: 'timestamptz' },
  },
  defaultOrder: { field: 'PUBLISHER', direction: 'ASC' },
};

function searchable(source: string): string {
  return `lower(${source}.publisher || ' ' || coalesce(${source}.title, '') || ' ' || coalesce(${source}.author, '') || ' ' || coalesce(${source}.url, ''))`;
}
