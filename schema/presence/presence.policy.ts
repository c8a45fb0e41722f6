import { defineVerbs } from '../kernel/policy.js';

export const presenceVerbs = defineVerbs('presence', { note: 'STAFF' });
