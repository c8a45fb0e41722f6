/** The systems side by side; what the design asks of Payung beside each is found by these names. */
export const systemNames = {
  limit: 'E, limit',
  payung: 'Payung',
  postgraphile: 'PostGraphile 5',
  firstWritten: 'first-written',
} as const;
