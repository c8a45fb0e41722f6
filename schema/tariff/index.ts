export { MonthlyContribution } from './monthly-contribution.js';
export { Tariff } from './tariff.entity.js';
export {
  ContributionScheme,
  ContributionSector,
  ContributionSegment,
  FundingSource,
  TariffKind,
} from './tariff.enums.js';
export { tariffList } from './tariff.list.js';
export { tariffVerbs } from './tariff.policy.js';
export { MonthlyContributionResolver, TariffConnection, TariffResolver } from './tariff.resolver.js';
export { TariffService } from './tariff.service.js';
