import { defineVerbs } from '../kernel/policy.js';

export const columnChoiceVerbs = defineVerbs('columnChoice', { read: 'STAFF', set: 'STAFF' });
