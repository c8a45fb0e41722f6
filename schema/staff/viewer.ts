import { Field, ID, ObjectType } from 'type-graphql';
import type { Locale } from '../kernel/actor.js';
import { DateTimeScalar } from '../kernel/scalars.js';
import { AccessToken } from './access-token.entity.js';
import { LocaleEnum } from './staff.enums.js';
import { StaffGrant } from './staff-grant.entity.js';
import { StaffSession } from './staff-session.entity.js';

/** The person's own view of the own account; every field but `canWrite` and `sessionEndsAt` is read from `Staff`. */
@ObjectType({ description: 'Person who makes this request.' })
export class Viewer {
  @Field(() => ID, { description: 'Opaque id of the member of staff; do not parse it.' })
  id!: string;

  @Field(() => String, { description: 'Name of the person.' })
  name!: string;

  @Field(() => String, { description: 'E-mail address of the person.' })
  email!: string;

  @Field(() => LocaleEnum, { description: 'Language of the person.' })
  locale!: Locale;

  @Field(() => Boolean, {
    description: 'Whether this request may change anything: false with a token that only reads.',
  })
  canWrite!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp at which the session of this request ends if it is not used until then. Null: the request came with an access token.',
  })
  sessionEndsAt!: Date | null;

  @Field(() => [StaffGrant], { description: 'Roles of the person, each with its region.' })
  grants!: StaffGrant[];

  @Field(() => [StaffSession], {
    description: 'Sessions of the person that are open now, the last used first.',
  })
  sessions!: StaffSession[];

  @Field(() => [AccessToken], {
    description: 'Personal access tokens of the person, the newest first; ended ones for 30 more days.',
  })
  tokens!: AccessToken[];
}
