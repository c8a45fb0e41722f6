import './branch-list.reads.js';

export { type AnswerRow, answerShape, readAnswer } from './branch-answer.js';
export type { ReadAnswer } from './branch-answer.store.js';
export type { BranchColumn } from './branch-column.js';
export { BranchLayout } from './branch-layout.entity.js';
export { BranchLayoutResolver } from './branch-layout.resolver.js';
export { BranchLayoutService } from './branch-layout.service.js';
export { BranchList } from './branch-list.entity.js';
export { BranchField, BranchFormat, BranchVerdict } from './branch-list.enums.js';
export { branchLayoutVerbs, branchListVerbs } from './branch-list.policy.js';
export {
  BranchListResolver,
  BranchListRowResolver,
  ProgramBranchListsResolver,
} from './branch-list.resolver.js';
export { BranchListService, type LeavingList } from './branch-list.service.js';
export { BranchListRow } from './branch-list-row.entity.js';
export { reconcile } from './branch-reconcile.js';
