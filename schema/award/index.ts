export { Award, AwardLevel } from './award.entity.js';
export { AwardFilter, AwardListArgs, AwardOrderField, awardList } from './award.list.js';
export { awardVerbs } from './award.policy.js';
export { AwardConnection, AwardResolver, RegionAwardResolver } from './award.resolver.js';
export { AwardService } from './award.service.js';
