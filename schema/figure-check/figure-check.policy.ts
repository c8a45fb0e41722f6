import { defineVerbs } from '../kernel/policy.js';

export const figureCheckVerbs = defineVerbs('figureCheck', { read: 'STAFF' });
