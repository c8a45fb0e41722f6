export { statisticsVerbs } from './statistics.policy.js';
export { statisticsCodes } from './statistics.problems.js';
export { StatisticsResolver } from './statistics.resolver.js';
export { StatisticsService } from './statistics.service.js';
