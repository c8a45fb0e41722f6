import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { CoverageCaseState } from './coverage.enums.js';
import { CoverageSide, sideRead } from './coverage-side.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Months that were refused because another payer covers them. Each side sees its own; the province sees both.',
})
@Entity('coverage_case')
export class CoverageCase extends BaseEntity {
  @Field(() => String, {
    description: 'Number by which both sides speak of the case, for instance "K-0000012".',
  })
  @Column({ type: 'text' })
  caseNumber!: string;

  @Field(() => MonthScalar, { description: 'First month that was refused.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month that was refused, included.' })
  until!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah that the refused months would have cost.' })
  @Column({ type: 'numeric' })
  savedRupiah!: string;

  @Field(() => CoverageCaseState, { description: 'What became of the case.' })
  @Column({ type: 'text' })
  state!: CoverageCaseState;

  @Field(() => String, { nullable: true, description: 'How it was settled. Null: it is open.' })
  @Column({ type: 'text', nullable: true })
  resolution!: string | null;

  @Field(() => CoverageSide, {
    nullable: true,
    description: 'Payer whose months were refused. Null: not permitted, it is another region.',
  })
  requester!: CoverageSide | null;

  @Field(() => CoverageSide, {
    nullable: true,
    description: 'Payer who covers the months. Null: not permitted, it is another region.',
  })
  holder!: CoverageSide | null;
}

/** First and last month of a row's range. */
export const monthReads = {
  from: value((row) => `lower(${row}.months)`),
  until: value((row) => `(upper(${row}.months) - interval '1 month')::date`),
};

readable(CoverageCase, 'case', {
  ...monthReads,
  requester: sideRead({ region: 'region_id', program: (row) => `${row}.program_id` }),
  holder: sideRead({ region: 'holder_region_id', program: (row) => `${row}.holder_program_id` }),
  viewerCan: value(
    (row) => `json_build_object('state', ${row}.state, 'regionIds', (
      select coalesce(json_agg(r), '[]') from app.person_regions() r where r in (${row}.region_id, ${row}.holder_region_id)),
      'requesterId', case when ${row}.region_id in (select app.person_regions()) then ${row}.region_id end)`,
  ),
});
