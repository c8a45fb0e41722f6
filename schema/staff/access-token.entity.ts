import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable } from '../kernel/readable.js';
import { DateTimeScalar } from '../kernel/scalars.js';
import { TokenAccess } from './staff.enums.js';

/** The hash of the token is no property: the app's login may write it, never read it. */
@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Personal access token for programs; its value is shown once, at creation.',
})
@Entity('access_token')
export class AccessToken extends BaseEntity {
  @Column({ type: 'uuid' })
  staffId!: string;

  @Field(() => String, { description: 'Name that the owner gave the token.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => TokenAccess, { description: 'What the token may be used for.' })
  @Column({ type: 'text' })
  access!: TokenAccess;

  @Field(() => DateTimeScalar, { description: 'Timestamp from which the token is refused.' })
  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the token was last used, to the minute. Null: never.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the token was revoked. Null: it was not.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}

readable(AccessToken, 'token');
