export { Tariff } from './tariff.entity.js';
export { ContributionSector, ContributionSegment, FundingSource } from './tariff.enums.js';
export { tariffVerbs } from './tariff.policy.js';
export { MonthlyContributionResolver, TariffResolver } from './tariff.resolver.js';
export { TariffService } from './tariff.service.js';
