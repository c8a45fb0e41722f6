import type { PageRequest } from '../kernel/page-request.js';
import { permit } from '../kernel/policy.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { auditEventList } from './audit.list.js';
import { auditVerbs } from './audit.policy.js';

/** The audit trail as its readers may see it. The database writes it; nobody changes it. */
export class AuditService {
  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, auditVerbs.read);
    return caller.reads.page(auditEventList, request, selection);
  }
}
