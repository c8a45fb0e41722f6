import { refreshStatistics, releaseStatistics } from '../../server/statistics-clock.js';
import type { LedgerWorld } from '../coverage/ledger-world.js';
import type { ActorName } from '../support/actors.js';

export { bill, closeWorld, cover, type LedgerWorld, ledgerWorld, pay } from '../coverage/ledger-world.js';
export { plant } from '../sql/sql-world.js';

/** The cohorts as of now. */
export async function refreshed({ app, login }: LedgerWorld): Promise<void> {
  await refreshStatistics({ pool: login, clock: app.unitOfWork.clock });
}

/** The cohorts and the groups as of now. */
export async function released(world: LedgerWorld): Promise<void> {
  await refreshed(world);
  await releaseStatistics({ pool: world.login, clock: world.app.unitOfWork.clock });
}

const figures =
  'persons personMonths contributionRupiah paidRupiah budgetRupiah absorption claims claimsRupiah benefitRatio suppressed';

export interface Question {
  readonly filter?: object;
  readonly groupBy?: readonly string[];
  readonly first?: number;
  readonly after?: string | null;
  readonly live?: boolean;
}

const operation = `query ($filter: CoverageStatisticsFilter, $groupBy: [CoverageGrouping!]!, $first: Int!, $after: String, $live: Boolean!) {
  coverageStatistics(filter: $filter, groupBy: $groupBy, first: $first, after: $after, live: $live) {
    asOf from until leastPersons pageInfo { hasNextPage endCursor } totals { ${figures} }
    rows { region { id code name } province { code } program { id name } category { code name } fundingSource sex decile month year office { name } ${figures} } } }`;

/** Statistics as one of the actors, or as the public. */
export async function statistics(
  { app, tokens }: LedgerWorld,
  who: ActorName | null,
  { filter = {}, groupBy = [], first = 1000, after = null, live = false }: Question = {},
) {
  const variables = { filter, groupBy, first, after, live };
  const answer = await app.graphql(who && tokens[who], operation, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.coverageStatistics;
}
