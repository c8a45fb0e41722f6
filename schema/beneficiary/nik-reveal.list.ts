import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import type { ListRead } from '../kernel/readable.js';
import { DateTimeScalar } from '../kernel/scalars.js';
import { NikReveal } from './nik-reveal.entity.js';

@InputType({ description: 'Conditions on a list of NIKs shown in full; all of them have to hold.' })
export class NikRevealFilter {
  @Field(() => [ID], { nullable: true, description: 'Ids of staff who saw them. Empty: nothing matches.' })
  staffIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they left in a file.' })
  isExported?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp from which on, included.' })
  from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp until which, not included.' })
  until?: string | null;
}

export enum NikRevealOrderField {
  REVEALED_AT = 'REVEALED_AT',
}

@ArgsType()
export class NikRevealListArgs extends listArgs('NikReveal', NikRevealFilter, NikRevealOrderField) {}

export const nikRevealList: ListRead = {
  of: () => NikReveal,
  filters: {
    staffIds: (reveal, ids: string[], statement) =>
      `${reveal}.staff_id = any(${statement.ids('staff', ids)})`,
    isExported: (reveal, isExported: boolean, statement) =>
      `(${reveal}.export_id is not null) = ${statement.parameter(isExported)}::boolean`,
    from: (reveal, instant: string, statement) =>
      `${reveal}.revealed_at >= ${statement.parameter(instant)}::timestamptz`,
    until: (reveal, instant: string, statement) =>
      `${reveal}.revealed_at < ${statement.parameter(instant)}::timestamptz`,
  },
  orders: { REVEALED_AT: { sql: (reveal) => `${reveal}.revealed_at`, type: 'timestamptz' } },
  defaultOrder: { field: 'REVEALED_AT', direction: 'DESC' },
};
