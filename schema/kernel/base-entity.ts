import { Field, ID, Int, InterfaceType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateTimeScalar } from './scalars.js';

/** Anything with an id: the entry point for clients that keep records by id. */
@InterfaceType({
  description: 'Record with an opaque id that is unique in the whole registry.',
  resolveType: typeName,
})
export abstract class Node {
  /** Opaque id of the record; do not parse it. */
  @Field(() => ID, { description: 'Opaque id of the record; do not parse it.' })
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
}

/** Columns that every record has. The database fills `updatedAt` and counts `version`. */
@InterfaceType({
  implements: Node,
  description: 'Record that keeps when it changed and how often.',
  resolveType: typeName,
})
export abstract class BaseEntity extends Node {
  @Field(() => DateTimeScalar, { description: 'Timestamp at which the record was created.' })
  @Column({ type: 'timestamptz', insert: false, update: false })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Timestamp at which the record last changed.' })
  @Column({ type: 'timestamptz', insert: false, update: false })
  updatedAt!: Date;

  @Field(() => Int, {
    description:
      'Number of the version of the record, from 1; send it back as `expectedVersion` with a change.',
  })
  @Column({ type: 'integer', insert: false, update: false })
  version!: number;
}

/** Rows are plain objects; what reads them through an interface (`node`, `nodes`) says of which type they are. */
function typeName(row: object): string {
  return '__typename' in row ? String(row.__typename) : row.constructor.name;
}
