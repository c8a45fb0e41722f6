import type { GraphQLResolveInfo } from 'graphql';
import { type ClassType, Ctx, Field, Info, ObjectType, Root } from 'type-graphql';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import type { Concept } from '../kernel/readable.js';
import { DateTimeScalar } from '../kernel/scalars.js';
import { selectionOf } from '../kernel/selection.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { AccessToken } from './access-token.entity.js';
import type { SignedIn } from './sign-in.js';
import { Staff } from './staff.entity.js';
import { staffCodes } from './staff.problems.js';
import type { PasswordOutcome } from './staff.service.js';
import { Viewer } from './viewer.js';
import { readViewer, type TokenOutcome } from './viewer.service.js';

export const StaffUserError = userErrorOf('Staff', staffCodes);

const staffMember = { field: 'staffMember', entity: () => Staff, userError: StaffUserError };
export const StaffRevisePayload = payloadType({ mutation: 'StaffRevise', ...staffMember });
export const StaffGrantRolesPayload = payloadType({ mutation: 'StaffGrantRoles', ...staffMember });
export const TokenRevokePayload = payloadType({
  mutation: 'TokenRevoke',
  field: 'accessToken',
  entity: () => AccessToken,
  userError: StaffUserError,
});

/** A payload that also hands out a secret, in the one answer in which it is shown. */
interface SecretPayload extends Payload {
  readonly secret: string | null;
}

function secretPayloadType<Entity extends object>({
  mutation,
  field,
  entity,
  secret,
  description,
}: {
  readonly mutation: string;
  readonly field: string;
  readonly entity: () => ClassType<Entity> & Concept;
  readonly secret: string;
  readonly description: string;
}): ClassType<object> {
  @ObjectType(`${mutation}Payload`, { description: `What \`${mutation}\` came to.` })
  class MutationPayload {
    @Field(() => String, { name: secret, nullable: true, description })
    secret!: string | null;

    @Field(entity, {
      name: field,
      nullable: true,
      description: 'Record after the change. Null: nothing was changed, see `userErrors`.',
    })
    record(
      @Root() payload: Payload,
      @Ctx() { caller }: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<object | null> {
      return caller.reads.one(entity(), payload.id, selectionOf(info));
    }

    @Field(() => [StaffUserError], {
      description: 'Problems to mend, in the order of the form; empty when the change was made.',
    })
    userErrors!: object[];
  }
  return MutationPayload;
}

const password = {
  field: 'staffMember',
  entity: () => Staff,
  secret: 'password',
  description:
    'Password to hand over; shown in this answer only. Null: nothing was changed, or the request is a repetition.',
};
export const StaffCreatePayload = secretPayloadType({ mutation: 'StaffCreate', ...password });
export const StaffResetPasswordPayload = secretPayloadType({ mutation: 'StaffResetPassword', ...password });
export const TokenCreatePayload = secretPayloadType({
  mutation: 'TokenCreate',
  field: 'accessToken',
  entity: () => AccessToken,
  secret: 'token',
  description:
    'Value to send as `Authorization: Bearer`; shown in this answer only. Null: no token was made, see `userErrors`.',
});

export function passwordPayload(caller: Caller, outcome: PasswordOutcome): SecretPayload {
  return { ...payloadOf(caller, outcome), secret: outcome.password };
}

export function tokenPayload(caller: Caller, outcome: TokenOutcome): SecretPayload {
  return { ...payloadOf(caller, outcome), secret: outcome.token };
}

interface OpenedSession {
  readonly token: string | null;
  readonly expiresAt: Date | null;
  /** Who signed in, as the caller of what is read after it. */
  readonly person: Caller | null;
  readonly userErrors: Payload['userErrors'];
}

@ObjectType({ description: 'What `sessionCreate` came to.' })
export class SessionCreatePayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Value to send as `Authorization: Bearer`; shown in this answer only. Null: no session was opened, see `userErrors`.',
  })
  token!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp at which the session ends, however much it is used; 30 minutes without use end it earlier. Null: no session.',
  })
  expiresAt!: Date | null;

  @Field(() => Viewer, {
    nullable: true,
    description: 'Person who signed in. Null: no session was opened, see `userErrors`.',
  })
  viewer(@Root() { person }: OpenedSession, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return person ? readViewer(person, selectionOf(info)) : Promise.resolve(null);
  }

  @Field(() => [StaffUserError], { description: 'Problems to mend; empty when the session was opened.' })
  userErrors!: object[];
}

export function sessionPayload(
  caller: Caller,
  { token, expiresAt, person, problems }: SignedIn,
): OpenedSession {
  return { token, expiresAt, person, userErrors: payloadOf(caller, { id: null, problems }).userErrors };
}

@ObjectType({ description: 'What ending sessions, or changing the own password, came to.' })
export class AccountPayload {
  @Field(() => [StaffUserError], { description: 'Problems to mend; empty when it was done.' })
  userErrors!: object[];
}
