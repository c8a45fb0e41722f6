import { defineVerbs } from '../kernel/policy.js';

export const impactVerbs = defineVerbs('impact', { read: 'STAFF' });
