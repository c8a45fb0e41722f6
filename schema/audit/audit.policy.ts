import { defineVerbs } from '../kernel/policy.js';

export const auditVerbs = defineVerbs('audit', { read: ['ADMIN', 'COORDINATOR', 'AUDITOR'] });
