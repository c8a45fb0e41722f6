export { Continuity, ContinuityFilter } from './continuity.js';
export { coverageVerbs } from './coverage.policy.js';
export { CoverageResolver } from './coverage.resolver.js';
export { CoverageService } from './coverage.service.js';
export { CoverageCase } from './coverage-case.entity.js';
export { BeneficiaryCoverageResolver, EnrollmentCoverageResolver } from './coverage-parents.resolver.js';
export { DoublePayment } from './double-payment.entity.js';
