import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { DecimalScalar, MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { Regulation } from '../regulation/index.js';
import { Citation, citations } from '../source/index.js';
import {
  ContributionScheme,
  ContributionSector,
  ContributionSegment,
  FundingSource,
  TariffKind,
} from './tariff.enums.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Contribution rate of one scheme for a segment, a band of wages, a sector and a span of months.',
})
@Entity('tariff')
export class Tariff extends BaseEntity {
  @Field(() => ContributionSegment, { description: 'Segment that the rate is for.' })
  @Column({ type: 'text' })
  segment!: ContributionSegment;

  @Field(() => ContributionScheme, { description: 'Scheme that the rate pays for.' })
  @Column({ type: 'text' })
  scheme!: ContributionScheme;

  @Field(() => TariffKind, { description: 'How the rate turns into rupiah.' })
  @Column({ type: 'text' })
  kind!: TariffKind;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Rupiah for one person and month, for instance "10000". Null: the rate is a percentage.',
  })
  @Column({ type: 'numeric', nullable: true })
  amountRupiah!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Percent of the wage, or taken off by a relief, for instance "0.24". Null: the rate is flat.',
  })
  @Column({ type: 'numeric', nullable: true })
  percent!: string | null;

  @Field(() => RupiahScalar, { description: 'Lowest monthly wage of the band, included; "0" for all.' })
  @Column({ type: 'numeric' })
  wageFromRupiah!: string;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Monthly wage from which the band no longer holds. Null: it has no upper end.',
  })
  @Column({ type: 'numeric', nullable: true })
  wageBelowRupiah!: string | null;

  @Field(() => ContributionSector, {
    nullable: true,
    description: 'Sector that the rate is for. Null: all sectors.',
  })
  @Column({ type: 'text', nullable: true })
  sector!: ContributionSector | null;

  @Field(() => [FundingSource], {
    description: 'Sources of money to which a relief does not apply; empty: it applies to all.',
  })
  @Column({ type: 'text', array: true })
  excludedFunding!: FundingSource[];

  @Field(() => MonthScalar, { description: 'First month of contributions at this rate.' })
  @Column({ type: 'date' })
  validFrom!: string;

  @Field(() => MonthScalar, {
    nullable: true,
    description: 'Last month of contributions at this rate, included. Null: no end is known.',
  })
  @Column({ type: 'date', nullable: true })
  validUntil!: string | null;

  @Field(() => Regulation, {
    nullable: true,
    description: 'Regulation that sets the rate. Null: not recorded.',
  })
  @ManyToOne(() => Regulation, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'regulation_id' })
  regulation!: Relation<Regulation> | null;

  @Column({ type: 'uuid', nullable: true })
  regulationId!: string | null;

  @Field(() => String, { nullable: true, description: 'Note on the rate, in Indonesian. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => [Citation], { description: 'Sources of the rate.' })
  citations!: Relation<Citation>[];
}

readable(Tariff, 'tariff', {
  percent: value((tariff) => `trim_scale(${tariff}.percent)::text`),
  citations: citations('tariff'),
});
