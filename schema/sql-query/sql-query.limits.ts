import type { AnalystLimits } from '../kernel/analyst-database.js';

/** Where a statement of the console ends. The cost is PostgreSQL's own unit: about 1 per page read in sequence. */
export const sqlLimits: AnalystLimits = {
  rows: 10_000,
  bytes: 20 * 1024 * 1024,
  milliseconds: 15_000,
  cost: 5_000_000,
};
