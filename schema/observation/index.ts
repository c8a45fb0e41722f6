export { Indicator, ObservationUnit } from './indicator.entity.js';
export { Observation } from './observation.entity.js';
export { ObservationFilter, ObservationOrderField } from './observation.list.js';
export { observationVerbs } from './observation.policy.js';
export { ObservationResolver, RegionObservationResolver } from './observation.resolver.js';
export { ObservationService } from './observation.service.js';
