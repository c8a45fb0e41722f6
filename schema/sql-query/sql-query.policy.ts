import { defineVerbs } from '../kernel/policy.js';

/** As for logins: app.analytics_regions says the same of the rows. */
const sqlReaders = ['ADMIN', 'COORDINATOR', 'ANALYST', 'AUDITOR'] as const;

/** Statements in SQL through the program. Which rows they see, the login behind them says. */
export const sqlQueryVerbs = defineVerbs('sqlQuery', {
  run: sqlReaders,
  read: sqlReaders,
  save: sqlReaders,
  remove: sqlReaders,
});
