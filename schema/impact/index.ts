export { impactVerbs } from './impact.policy.js';
export { ImpactResolver } from './impact.resolver.js';
export { ImpactService } from './impact.service.js';
