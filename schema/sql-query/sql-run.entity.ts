import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';

export enum SqlRunState {
  STARTED = 'STARTED',
  DONE = 'DONE',
  REFUSED = 'REFUSED',
  FAILED = 'FAILED',
}
registerEnumType(SqlRunState, {
  name: 'SqlRunState',
  description:
    'What a statement came to: still running or never heard of again, answered, refused before it ran, failed.',
});

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'One statement that came to the SQL console; numbers of sixteen digits are masked.',
})
@Entity('sql_run')
export class SqlRun extends BaseEntity {
  @Field(() => String, { description: 'Statement as it came.' })
  @Column({ type: 'text' })
  sqlText!: string;

  @Field(() => [String], { description: 'Values of the parameters, in order; empty where none was given.' })
  @Column({ type: 'text', array: true })
  parameters!: string[];

  @Field(() => SqlRunState, { description: 'What it came to.' })
  @Column({ type: 'text' })
  state!: SqlRunState;

  @Field(() => String, { nullable: true, description: 'Code of the refusal or failure. Null: none.' })
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'PostgreSQL’s estimate of the effort. Null: not estimated.',
  })
  @Column({ type: 'numeric', nullable: true })
  cost!: string | null;

  @Field(() => Int, { nullable: true, description: 'Rows of the answer. Null: there was none.' })
  @Column({ type: 'integer', nullable: true })
  rowCount!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether there were more rows than the limit. Null: no answer.',
  })
  @Column({ type: 'boolean', nullable: true })
  isTruncated!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Milliseconds that it took. Null: not finished.' })
  @Column({ type: 'integer', nullable: true })
  milliseconds!: number | null;

  @Field(() => String, { nullable: true, description: 'Name of the person. Null: not known any more.' })
  staffName!: string | null;

  @Column({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'uuid', nullable: true })
  savedQueryId!: string | null;
}

readable(SqlRun, 'sqlrun', {
  cost: value((run) => `${run}.cost::float8`),
  staffName: value((run) => `app.staff_name(${run}.staff_id)`),
});
