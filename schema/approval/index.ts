export { Approval } from './approval.entity.js';
export { ApprovalSubject } from './approval.enums.js';
export { approvalVerbs } from './approval.policy.js';
export { ApprovalResolver } from './approval.resolver.js';
export { ApprovalService } from './approval.service.js';
export { ApprovalVote } from './approval-vote.entity.js';
