import { defineVerbs } from '../kernel/policy.js';

const workers = ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER'] as const;

export const alertVerbs = defineVerbs('alert', {
  read: [...workers, 'AUDITOR'],
  acknowledge: workers,
  reopen: workers,
  snooze: workers,
  assign: workers,
  escalate: workers,
});
