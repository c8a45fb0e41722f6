import './beneficiary.personal.js';
import './beneficiary.reads.js';

export { Beneficiary } from './beneficiary.entity.js';
export { beneficiaryIssueTexts } from './beneficiary.issues.js';
export {
  beneficiaryList,
  foreseeable,
  hasPaidThree,
  isDecemberOnly,
  isLapsed,
  turns65Within,
} from './beneficiary.list.js';
export { beneficiaryVerbs } from './beneficiary.policy.js';
export { BeneficiaryConnection, BeneficiaryResolver } from './beneficiary.resolver.js';
export { type BeneficiaryDraft, checkBeneficiary, checkReason, plainPhone } from './beneficiary.rules.js';
export { BeneficiaryService } from './beneficiary.service.js';
export { NikFinding, Sex, VerificationCheck } from './beneficiary.types.js';
export { ageOn, maskNik, type NikFindingName, nikFindings, readNik } from './nik.rules.js';
export { NikScalar } from './nik.scalar.js';
export { NikReveal } from './nik-reveal.entity.js';
