import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { MouKind, MouPhase, MouState } from '../mou/index.js';
import { StatisticsKey } from './coverage-statistics.types.js';

export enum MouGrouping {
  PHASE = 'PHASE',
  KIND = 'KIND',
  STATE = 'STATE',
  REGION = 'REGION',
  PROVINCE = 'PROVINCE',
  OFFICE = 'OFFICE',
  DAYS_TO_EXPIRY = 'DAYS_TO_EXPIRY',
}
registerEnumType(MouGrouping, {
  name: 'MouGrouping',
  description: 'What agreements can be counted by.',
  valuesConfig: {
    PHASE: { description: 'Phase today; drafts and terminated ones have none.' },
    KIND: { description: 'Kind of agreement.' },
    STATE: { description: 'State as people decided it.' },
    REGION: { description: 'Region that made it.' },
    PROVINCE: { description: 'Province in which that region lies.' },
    OFFICE: { description: 'Office that is party to it; one of two offices counts for both.' },
    DAYS_TO_EXPIRY: { description: 'Days from today to the last day of the term.' },
  },
});

export enum MouExpiry {
  EXPIRED = 'EXPIRED',
  WITHIN_30 = 'WITHIN_30',
  WITHIN_60 = 'WITHIN_60',
  WITHIN_90 = 'WITHIN_90',
  WITHIN_180 = 'WITHIN_180',
  LATER = 'LATER',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(MouExpiry, {
  name: 'MouExpiry',
  description: 'Days from today to the last day of an agreement, addenda counted in.',
  valuesConfig: {
    EXPIRED: { description: 'Has ended.' },
    WITHIN_30: { description: '0 to 30 days.' },
    WITHIN_60: { description: '31 to 60 days.' },
    WITHIN_90: { description: '61 to 90 days.' },
    WITHIN_180: { description: '91 to 180 days.' },
    LATER: { description: 'More than 180 days.' },
    UNKNOWN: { description: 'Nobody knows when it ends.' },
  },
});

@ObjectType({ description: 'Agreements counted together. A key that was not grouped by is null.' })
export class MouStatisticsRow {
  @Field(() => MouPhase, { nullable: true, description: 'Phase today. Null: not grouped by it, or none.' })
  phase!: MouPhase | null;

  @Field(() => MouKind, { nullable: true, description: 'Kind. Null: not grouped by it.' })
  kind!: MouKind | null;

  @Field(() => MouState, { nullable: true, description: 'State. Null: not grouped by it.' })
  state!: MouState | null;

  @Field(() => StatisticsKey, { nullable: true, description: 'Region. Null: not grouped by it.' })
  region!: StatisticsKey | null;

  @Field(() => StatisticsKey, { nullable: true, description: 'Province. Null: not grouped by it.' })
  province!: StatisticsKey | null;

  @Field(() => StatisticsKey, {
    nullable: true,
    description: 'Office that is party. Null: not grouped by it, or no office is.',
  })
  office!: StatisticsKey | null;

  @Field(() => MouExpiry, {
    nullable: true,
    description: 'Time to the end of the term. Null: not grouped by it, or not signed.',
  })
  daysToExpiry!: MouExpiry | null;

  @Field(() => Int, { description: 'Number of agreements.' })
  agreements!: number;

  @Field(() => Int, { description: 'Number of them without a signed successor.' })
  withoutSuccessor!: number;

  @Field(() => Int, { description: 'Number of them of which some fact is unknown, see `Mou.missing`.' })
  incomplete!: number;
}

@ObjectType({ description: 'Agreements that the caller may see, counted by what was asked for.' })
export class MouStatistics {
  @Field(() => CalendarDateScalar, { description: 'Date on which phases and days are reckoned.' })
  asOf!: string;

  @Field(() => [MouStatisticsRow], { description: 'Rows in the order of their keys; at most 2,000.' })
  rows!: MouStatisticsRow[];

  @Field(() => MouStatisticsRow, { description: 'All together, each agreement once.' })
  totals!: MouStatisticsRow;
}
