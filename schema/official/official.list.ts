import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import type { ListRead } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { orElse } from '../kernel/statement.js';
import { Official } from './official.entity.js';

@InputType({ description: 'Conditions on a list of officials; all of them have to hold.' })
export class OfficialFilter {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of regions in which, or below which, the government or agency of the post is; officials of offices are found by `officeIds`.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of the offices of which the post is one.' })
  officeIds?: string[] | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description:
      'Date on which the person is known to be in the post. An unknown end of the term is taken from the days on which sources name the person in it; when there are none either, it counts as open. Without any known day nobody is found.',
  })
  inPostOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, of one of its spellings, or of the post; at least three characters.',
  })
  search?: string | null;
}

export enum OfficialOrderField {
  NAME = 'NAME',
  START = 'START',
}

@ArgsType()
export class OfficialListArgs extends listArgs('Official', OfficialFilter, OfficialOrderField) {}

export const officialList: ListRead = {
  of: () => Official,
  filters: {
    regionIds: (official, ids: string[], statement) =>
      `${official}.region_id = any(array(select app.governments_within(${statement.ids('region', ids)})))`,
    officeIds: (official, ids: string[], statement) =>
      `${official}.office_id = any(${statement.ids('office', ids)})`,
    inPostOn: (official, on: string, statement) => inPostOn(official, `${statement.parameter(on)}::date`),
    search: (official, text: string, statement) =>
      `app.official_search(${official}.name, ${official}.name_variants, ${official}.post) like ${statement.parameter(likePattern(text))}`,
  },
  orders: {
    NAME: { sql: (official) => `${official}.name`, type: 'text' },
    START: {
      sql: (official) =>
        orElse(`${official}.term_from`, orElse(`${official}.evidenced_from`, "date '0001-01-01'")),
      type: 'date',
    },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};

/** A single day of evidence may be known as the first or the last one only: each stands in for the other. */
function inPostOn(official: string, on: string): string {
  const from = `coalesce(${official}.term_from, ${official}.evidenced_from, ${official}.evidenced_until, '-infinity'::date)`;
  const until = `coalesce(${official}.term_until, ${official}.evidenced_until, ${official}.evidenced_from, 'infinity'::date)`;
  const known = `coalesce(${official}.term_from, ${official}.term_until, ${official}.evidenced_from, ${official}.evidenced_until)`;
  return `${from} <= ${on} and ${until} >= ${on} and ${known} is not null`;
}
