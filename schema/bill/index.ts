export { Bill } from './bill.entity.js';
export { ArrearsAge, BillState } from './bill.enums.js';
export { BillFilter, BillListArgs, BillOrderField, billList } from './bill.list.js';
export { billVerbs } from './bill.policy.js';
export { billTotalSql } from './bill.reads.js';
export { BillConnection, BillResolver, ProgramBillsResolver } from './bill.resolver.js';
export { BillService } from './bill.service.js';
export { CreditNote } from './credit-note.entity.js';
