import { defineVerbs } from '../kernel/policy.js';

/** Accounts: whose, is for row security to say. */
export const staffVerbs = defineVerbs('staff', {
  read: ['ADMIN', 'COORDINATOR', 'AUDITOR'],
  create: ['ADMIN', 'COORDINATOR'],
  revise: ['ADMIN', 'COORDINATOR'],
  grantRoles: ['ADMIN', 'COORDINATOR'],
  resetPassword: ['ADMIN', 'COORDINATOR'],
});

/** What everybody does with the own account. */
export const viewerVerbs = defineVerbs('viewer', {
  read: 'ANYONE',
  signIn: 'ANYONE',
  signOut: 'STAFF',
  signOutEverywhere: 'STAFF',
  changePassword: 'STAFF',
  createToken: 'STAFF',
  revokeToken: 'STAFF',
});
