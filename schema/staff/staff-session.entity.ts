import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { readable } from '../kernel/readable.js';
import { DateTimeScalar } from '../kernel/scalars.js';

@ObjectType({ description: 'Signed-in browser or program of a member of staff.' })
@Entity('staff_session')
export class StaffSession {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  staffId!: string;

  @Field(() => DateTimeScalar, { description: 'Timestamp at which the session was opened.' })
  @Column({ type: 'timestamptz' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'Timestamp at which the session was last used, to the minute.',
  })
  @Column({ type: 'timestamptz' })
  lastSeenAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'Timestamp at which the session ends, however much it is used.',
  })
  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Browser or program as it named itself. Null: it did not.',
  })
  @Column({ type: 'text', nullable: true })
  client!: string | null;
}

readable(StaffSession, 'staff-session');
