export { Indicator, ObservationUnit } from './indicator.entity.js';
export { Observation } from './observation.entity.js';
export {
  ObservationFilter,
  ObservationListArgs,
  ObservationOrderField,
  observationList,
} from './observation.list.js';
export { observationVerbs } from './observation.policy.js';
export {
  ObservationConnection,
  ObservationResolver,
  RegionObservationResolver,
} from './observation.resolver.js';
export { ObservationService } from './observation.service.js';
