import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { many, readable, value } from '../kernel/readable.js';
import { CalendarDateScalar, DecimalScalar } from '../kernel/scalars.js';
import { Region } from '../region/index.js';
import { Citation, citations } from '../source/index.js';
import { Indicator } from './indicator.entity.js';

export enum DenominatorKind {
  POPULATION = 'POPULATION',
  LABOUR_FORCE = 'LABOUR_FORCE',
  WORKERS = 'WORKERS',
}
registerEnumType(DenominatorKind, {
  name: 'DenominatorKind',
  description: 'What a reported percentage is a share of.',
});

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Figure as somebody reported it, with its source. It may contradict other figures; see `contradictedBy`.',
})
@Entity('observation')
export class Observation extends BaseEntity {
  @Field(() => Indicator, { description: 'What was reported.' })
  @ManyToOne(() => Indicator, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'indicator_id' })
  indicator!: Relation<Indicator>;

  @Column({ type: 'uuid' })
  indicatorId!: string;

  @Field(() => Region, {
    nullable: true,
    description: 'Region that the figure is about. Null: Indonesia as a whole.',
  })
  @ManyToOne(() => Region, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region> | null;

  @Column({ type: 'uuid', nullable: true })
  regionId!: string | null;

  @Field(() => DecimalScalar, { description: 'Value in the unit of the indicator, without trailing zeros.' })
  @Column({ type: 'numeric', precision: 24, scale: 6 })
  value!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date for which, or on which, the figure was reported. Null: not stated.',
  })
  @Column({ type: 'date', nullable: true })
  asOf!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Period in words, for instance "TA 2026". Null: the day says it all, or nothing was stated.',
  })
  @Column({ type: 'text', nullable: true })
  period!: string | null;

  @Field(() => String, { description: 'Sentence that says exactly what was reported, in Indonesian.' })
  @Column({ type: 'text' })
  label!: string;

  @Field(() => DenominatorKind, {
    nullable: true,
    description: 'What the percentage is a share of. Null: no percentage, or not stated.',
  })
  @Column({ type: 'text', nullable: true })
  denominatorKind!: DenominatorKind | null;

  @Field(() => String, { nullable: true, description: 'Remark on the figure, in Indonesian. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => [Citation], { description: 'Sources of the figure; at least one.' })
  citations!: Relation<Citation>[];

  @Field(() => [Observation], {
    description:
      'Other figures of the same indicator and region with another value, at most 366 days apart or of an unknown day, and not of another period; the oldest first.',
  })
  contradictedBy!: Relation<Observation>[];
}

/** "TA 2025", "Tahun 2025" and "2025" are one period; "Januari-Juli 2025" is another, whose figure may well differ. */
const periodOf = (observation: string): string =>
  `regexp_replace(lower(trim(${observation}.period)), '^(ta|tahun anggaran|tahun|dtsen)\\s+', '')`;

readable(Observation, 'observation', {
  value: value((observation) => `trim_scale(${observation}.value)::text`),
  citations: citations('observation'),
  contradictedBy: many(
    () => Observation,
    (one, other) =>
      `${other}.indicator_id = ${one}.indicator_id and ${other}.region_id is not distinct from ${one}.region_id
      and ${other}.value <> ${one}.value and coalesce(abs(${other}.as_of - ${one}.as_of) <= 366, true)
      and coalesce(${periodOf(other)} = ${periodOf(one)}, true)`,
    (other) => `${other}.as_of nulls last, ${other}.id`,
  ),
});
