import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { firstDay } from '../kernel/calendar.js';
import { listArgs } from '../kernel/connection.js';
import type { ListRead } from '../kernel/readable.js';
import { MonthScalar } from '../kernel/scalars.js';
import { Tariff } from './tariff.entity.js';
import { ContributionScheme, ContributionSegment, TariffKind } from './tariff.enums.js';

@InputType({ description: 'Conditions on a list of rates; all of them have to hold.' })
export class TariffFilter {
  @Field(() => ContributionSegment, { nullable: true, description: 'Segment that the rate is for.' })
  segment?: ContributionSegment | null;

  @Field(() => [ContributionScheme], {
    nullable: true,
    description: 'Whether the scheme is one of these. Empty: nothing matches.',
  })
  schemes?: ContributionScheme[] | null;

  @Field(() => [TariffKind], { nullable: true, description: 'Whether the kind is one of these.' })
  kinds?: TariffKind[] | null;

  @Field(() => MonthScalar, { nullable: true, description: 'Month in which the rate is valid.' })
  validIn?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of regulations of which one sets the rate.' })
  regulationIds?: string[] | null;
}

export enum TariffOrderField {
  VALID_FROM = 'VALID_FROM',
}

@ArgsType()
export class TariffListArgs extends listArgs('Tariff', TariffFilter, TariffOrderField) {}

export const tariffList: ListRead = {
  of: () => Tariff,
  filters: {
    segment: (tariff, segment: string, statement) => `${tariff}.segment = ${statement.parameter(segment)}`,
    schemes: (tariff, schemes: string[], statement) =>
      `${tariff}.scheme = any(${statement.parameter(schemes)})`,
    kinds: (tariff, kinds: string[], statement) => `${tariff}.kind = any(${statement.parameter(kinds)})`,
    validIn: (tariff, month: string, statement) => {
      const day = `${statement.parameter(firstDay(month))}::date`;
      return `${tariff}.valid_from <= ${day} and coalesce(${tariff}.valid_until, 'infinity') >= ${day}`;
    },
    regulationIds: (tariff, ids: string[], statement) =>
      `${tariff}.regulation_id = any(${statement.ids('regulation', ids)})`,
  },
  orders: { VALID_FROM: { sql: (tariff) => `${tariff}.valid_from`, type: 'date' } },
  defaultOrder: { field: 'VALID_FROM', direction: 'DESC' },
};
