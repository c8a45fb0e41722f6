export { Bill } from './bill.entity.js';
export { BillFilter } from './bill.list.js';
export { billVerbs } from './bill.policy.js';
export { billTotalSql } from './bill.reads.js';
export { BillResolver, ProgramBillsResolver } from './bill.resolver.js';
export { BillService } from './bill.service.js';
export { CreditNote } from './credit-note.entity.js';
