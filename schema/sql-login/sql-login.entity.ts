import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { many, one, readable, readableAlso } from '../kernel/readable.js';
import { DateTimeScalar } from '../kernel/scalars.js';
import { Staff } from '../staff/index.js';

export enum SqlLoginKind {
  DIRECT = 'DIRECT',
  CONSOLE = 'CONSOLE',
}
registerEnumType(SqlLoginKind, {
  name: 'SqlLoginKind',
  description:
    'How a login is used: with a password of the person (psql, Metabase, DBeaver), or through the program by `POST /sql`.',
});

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Login of the database for a person who asks in SQL; it reads the views of schema `analytics`.',
})
@Entity('sql_login')
export class SqlLogin extends BaseEntity {
  @Field(() => Staff, { description: 'Person whose login it is, and whose regions it sees.' })
  staff!: Relation<Staff>;

  @Column({ type: 'uuid' })
  staffId!: string;

  @Field(() => SqlLoginKind, { description: 'How the login is used.' })
  @Column({ type: 'text' })
  kind!: SqlLoginKind;

  @Field(() => String, { description: 'Name to sign in to PostgreSQL with.' })
  @Column({ type: 'text' })
  roleName!: string;

  @Field(() => DateTimeScalar, { description: 'Timestamp from which the present password holds.' })
  @Column({ type: 'timestamptz' })
  rotatedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the login was revoked and its sessions ended. Null: it holds.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}

readable(SqlLogin, 'sqllogin', {
  staff: one(
    () => Staff,
    (login, staff) => `${staff}.id = ${login}.staff_id`,
  ),
});

readableAlso(Staff, {
  sqlLogins: many(
    () => SqlLogin,
    (staff, login) => `${login}.staff_id = ${staff}.id and ${login}.revoked_at is null`,
    (login) => `${login}.kind desc, ${login}.id`,
  ),
});
