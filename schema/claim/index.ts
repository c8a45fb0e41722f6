export { Claim } from './claim.entity.js';
export { ClaimKind } from './claim.enums.js';
export { ClaimFilter, ClaimListArgs, ClaimOrderField, claimList } from './claim.list.js';
export { claimVerbs } from './claim.policy.js';
export {
  ClaimConnection,
  ClaimResolver,
  ProgramClaimsResolver,
  RegionClaimsResolver,
} from './claim.resolver.js';
export { ClaimService } from './claim.service.js';
