export { Claim } from './claim.entity.js';
export { ClaimFilter } from './claim.list.js';
export { claimVerbs } from './claim.policy.js';
export { ClaimResolver, ProgramClaimsResolver, RegionClaimsResolver } from './claim.resolver.js';
export { ClaimService } from './claim.service.js';
