import { defineVerbs } from '../kernel/policy.js';

const readers = ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'] as const;

/** Those who see alerts; each decides about the own account alone. */
export const alertDeliveryVerbs = defineVerbs('alertDelivery', { read: readers, choose: readers });
