import { defineVerbs } from '../kernel/policy.js';

/** Who may ask in SQL holds one of these roles somewhere; app.analytics_regions says the same of the rows. */
const sqlReaders = ['ADMIN', 'COORDINATOR', 'ANALYST', 'AUDITOR'] as const;

/** Whose logins, is for row security to say: managers those of their accounts, everybody the own. */
export const sqlLoginVerbs = defineVerbs('sqlLogin', {
  read: sqlReaders,
  create: ['ADMIN', 'COORDINATOR'],
  rotate: sqlReaders,
  revoke: sqlReaders,
});
