import './enrollment.personal.js';
import './enrollment.reads.js';

export { matchedKeys, moveKeys } from './enrollment.bulk.js';
export { stepOf } from './enrollment.bulk-rules.js';
export { Enrollment } from './enrollment.entity.js';
export { EnrollmentBulkMove } from './enrollment.enums.js';
export { BulkStepInput } from './enrollment.inputs.js';
export { EnrollmentState } from './enrollment.lifecycle.js';
export { EnrollmentFilter, EnrollmentListArgs, enrollmentList } from './enrollment.list.js';
export { enrollmentVerbs } from './enrollment.policy.js';
export { EnrollmentConnection, EnrollmentResolver } from './enrollment.resolver.js';
export { checkKpj } from './enrollment.rules.js';
export { EnrollmentService } from './enrollment.service.js';
export { BeneficiaryEnrollmentsResolver, ProgramEnrollmentsResolver } from './enrollment-parents.resolver.js';
