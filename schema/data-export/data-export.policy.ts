import { defineVerbs } from '../kernel/policy.js';

/** Whoever reads a list may keep it as a file; which rows and lists, the list itself says. */
export const dataExportVerbs = defineVerbs('dataExport', { create: 'STAFF', read: 'STAFF' });
