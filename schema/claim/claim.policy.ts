import { defineVerbs } from '../kernel/policy.js';

const keepers = ['ADMIN', 'COORDINATOR', 'OPERATOR'] as const;

export const claimVerbs = defineVerbs('claim', { read: 'STAFF', record: keepers, revise: keepers });
