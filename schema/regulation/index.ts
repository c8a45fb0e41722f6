export { Regulation } from './regulation.entity.js';
export {
  RegulationKind,
  RegulationPhase,
  RegulationRelationKind,
  RegulationState,
} from './regulation.kinds.js';
export { RegulationFilter, RegulationOrderField, regulationList } from './regulation.list.js';
export { RegulationImpact } from './regulation.parts.js';
export { regulationVerbs } from './regulation.policy.js';
export { countImpact } from './regulation.reads.js';
export { RegionRegulationsResolver, RegulationResolver } from './regulation.resolver.js';
export { RegulationService } from './regulation.service.js';
export { RegulationRelation } from './regulation-relation.entity.js';
export { RegulationRelationsResolver } from './regulation-relation.resolver.js';
