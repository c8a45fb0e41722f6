import { defineVerbs } from '../kernel/policy.js';

export const importVerbs = defineVerbs('import', {
  read: ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'],
  upload: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  map: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  commit: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  undo: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  discard: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  giveBack: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
});
