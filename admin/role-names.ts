import type { Role } from '../schema/kernel/actor.js';
import type { Text } from '../schema/kernel/texts.js';

/** Roles as the panel calls them. */
export const roleNames: Readonly<Record<Role, Text>> = {
  ADMIN: { id: 'Administrator', en: 'Administrator' },
  COORDINATOR: { id: 'Koordinator', en: 'Coordinator' },
  OPERATOR: { id: 'Operator', en: 'Operator' },
  APPROVER: { id: 'Penyetuju', en: 'Approver' },
  ANALYST: { id: 'Analis', en: 'Analyst' },
  AUDITOR: { id: 'Auditor', en: 'Auditor' },
};
