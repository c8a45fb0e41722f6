export { scramVerifier } from './scram.js';
export { SqlLogin, SqlLoginKind } from './sql-login.entity.js';
export { sqlLoginVerbs } from './sql-login.policy.js';
export { SqlLoginResolver, StaffSqlLoginsResolver } from './sql-login.resolver.js';
export { newRoleName, SqlLoginService, type SqlPasswordOutcome } from './sql-login.service.js';
