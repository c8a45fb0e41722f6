import { ArgsType, Field, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import type { ListRead } from '../kernel/readable.js';
import { DateTimeScalar } from '../kernel/scalars.js';
import { DataExport } from './data-export.entity.js';

@InputType({ description: 'Conditions on a list of exports; all of them have to hold.' })
export class DataExportFilter {
  @Field(() => Boolean, { nullable: true, description: 'Whether the caller made it.' })
  isOwn?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether NIKs left in full.' })
  showsNik?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether personal values left unmasked.' })
  showsPersonal?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp from which on, included.' })
  from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp until which, not included.' })
  until?: string | null;
}

export enum DataExportOrderField {
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class DataExportListArgs extends listArgs('DataExport', DataExportFilter, DataExportOrderField) {}

export const dataExportList: ListRead = {
  of: () => DataExport,
  filters: {
    isOwn: (row, isOwn: boolean, statement) =>
      `(${row}.staff_id = (select app.actor_id())) = ${statement.parameter(isOwn)}::boolean`,
    showsNik: (row, shows: boolean, statement) =>
      `(${row}.nik_count > 0) = ${statement.parameter(shows)}::boolean`,
    showsPersonal: (row, shows: boolean, statement) =>
      `${row}.shows_personal = ${statement.parameter(shows)}::boolean`,
    from: (row, instant: string, statement) =>
      `${row}.created_at >= ${statement.parameter(instant)}::timestamptz`,
    until: (row, instant: string, statement) =>
      `${row}.created_at < ${statement.parameter(instant)}::timestamptz`,
  },
  orders: { CREATED_AT: { sql: (row) => `${row}.created_at`, type: 'timestamptz' } },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
};
