export { auditVerbs } from './audit.policy.js';
export { AuditResolver, HistoryResolver } from './audit.resolver.js';
export { AuditService } from './audit.service.js';
export { AuditEvent } from './audit-event.entity.js';
