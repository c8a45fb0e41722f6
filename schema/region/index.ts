export { Region, RegionLevel } from './region.entity.js';
export { RegionFilter, RegionOrderField, regionList } from './region.list.js';
export { regionVerbs } from './region.policy.js';
export { RegionConnection, RegionResolver } from './region.resolver.js';
export { RegionService } from './region.service.js';
