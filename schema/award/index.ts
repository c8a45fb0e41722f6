export { Award, AwardLevel } from './award.entity.js';
export { AwardFilter, AwardOrderField } from './award.list.js';
export { awardVerbs } from './award.policy.js';
export { AwardResolver, RegionAwardResolver } from './award.resolver.js';
export { AwardService } from './award.service.js';
