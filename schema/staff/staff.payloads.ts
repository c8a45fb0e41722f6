import type { GraphQLResolveInfo } from 'graphql';
import { Field, Info, ObjectType, Root } from 'type-graphql';
import { type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
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
const accessToken = { field: 'accessToken', entity: () => AccessToken, userError: StaffUserError };
export const TokenRevokePayload = payloadType({ mutation: 'TokenRevoke', ...accessToken });

const password = {
  type: () => String,
  nullable: true,
  description:
    'Password to hand over; shown in this answer only. Null: nothing was changed, or the request is a repetition.',
};
export const StaffCreatePayload = payloadType({
  mutation: 'StaffCreate',
  ...staffMember,
  more: { password },
});
export const StaffResetPasswordPayload = payloadType({
  mutation: 'StaffResetPassword',
  ...staffMember,
  more: { password },
});
export const TokenCreatePayload = payloadType({
  mutation: 'TokenCreate',
  ...accessToken,
  more: {
    token: {
      type: () => String,
      nullable: true,
      description:
        'Value to send as `Authorization: Bearer`; shown in this answer only. Null: no token was made, see `userErrors`.',
    },
  },
});

export function passwordPayload(
  caller: Caller,
  outcome: PasswordOutcome,
): Payload & { readonly password: string | null } {
  return { ...payloadOf(caller, outcome), password: outcome.password };
}

export function tokenPayload(
  caller: Caller,
  outcome: TokenOutcome,
): Payload & { readonly token: string | null } {
  return { ...payloadOf(caller, outcome), token: outcome.token };
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
