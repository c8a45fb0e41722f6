import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, type Relation } from 'typeorm';
import type { Locale } from '../kernel/actor.js';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { many, readable } from '../kernel/readable.js';
import { AccessToken } from './access-token.entity.js';
import { LocaleEnum } from './staff.enums.js';
import { sessionIdle } from './staff.limits.js';
import { StaffGrant } from './staff-grant.entity.js';
import { StaffSession } from './staff-session.entity.js';

/** The password's hash is no property: the app's login has no right to read it. */
@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Person who signs in, with the roles the person holds.',
})
@Entity('staff')
export class Staff extends BaseEntity {
  @Field(() => String, { description: 'E-mail address of the person; the name to sign in with.' })
  @Column({ type: 'citext' })
  email!: string;

  @Field(() => String, { description: 'Name of the person.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => LocaleEnum, { description: 'Language of the person.' })
  @Column({ type: 'text' })
  locale!: Locale;

  @Field(() => Boolean, {
    description: 'Whether the person may sign in. A block counts from the next request on.',
  })
  @Column({ type: 'boolean' })
  isActive!: boolean;

  @Field(() => [StaffGrant], { description: 'Roles of the person, each with its region.' })
  grants!: Relation<StaffGrant>[];

  @Field(() => [StaffSession], {
    description: 'Sessions of the person that are open now, the last used first.',
  })
  sessions!: Relation<StaffSession>[];
}

readable(Staff, 'staff', {
  grants: many(
    () => StaffGrant,
    (staff, grant) => `${grant}.staff_id = ${staff}.id`,
    (grant) => `${grant}.role, ${grant}.id`,
  ),
  sessions: many(
    () => StaffSession,
    (staff, session) =>
      `${session}.staff_id = ${staff}.id and ${session}.expires_at > now() and ${session}.last_seen_at > now() - interval '${sessionIdle}'`,
    (session) => `${session}.last_seen_at desc, ${session}.id`,
  ),
  // no field of Staff in the API: only `viewer` shows tokens, and row security only the actor's own
  tokens: many(
    () => AccessToken,
    (staff, token) =>
      `${token}.staff_id = ${staff}.id and least(${token}.revoked_at, ${token}.expires_at) > now() - interval '30 days'`,
    (token) => `${token}.created_at desc, ${token}.id`,
  ),
});
