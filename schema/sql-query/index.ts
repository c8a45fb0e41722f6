export { checkSql } from './gate.js';
export { SavedQuery } from './saved-query.entity.js';
export { SavedQueryResolver } from './saved-query.resolver.js';
export { SavedQueryService } from './saved-query.service.js';
export { sqlLimits } from './sql-query.limits.js';
export { sqlQueryVerbs } from './sql-query.policy.js';
export { type SqlAnswer, SqlQueryService } from './sql-query.service.js';
export type { SqlRequest } from './sql-request.js';
export { SqlRun } from './sql-run.entity.js';
