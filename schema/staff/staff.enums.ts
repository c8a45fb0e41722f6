import { registerEnumType } from 'type-graphql';
import { type Locale, roles } from '../kernel/actor.js';

/** Roles as a GraphQL enum; the values are those of the kernel. */
export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role]));
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a member of staff may do in a region and below it.',
  valuesConfig: {
    ADMIN: { description: 'Runs the installation; always for all of Indonesia.' },
    COORDINATOR: { description: 'Manages records and accounts of the region and everything below it.' },
    OPERATOR: { description: 'Enters and revises records of the region.' },
    APPROVER: { description: 'Approves what operators enter.' },
    ANALYST: { description: 'Reads aggregates, no personal data.' },
    AUDITOR: { description: 'Reads everything of the region, the audit trail included; changes nothing.' },
  },
});

/** Languages as a GraphQL enum; stored in lower case. */
export const LocaleEnum = { ID: 'id', EN: 'en' } as const satisfies Record<string, Locale>;
registerEnumType(LocaleEnum, {
  name: 'Locale',
  description: 'Language of messages and screens: Indonesian or English.',
});

export enum TokenAccess {
  READ = 'READ',
  WRITE = 'WRITE',
}
registerEnumType(TokenAccess, {
  name: 'TokenAccess',
  description: 'Whether a personal access token only reads, or also changes what its owner may change.',
});
