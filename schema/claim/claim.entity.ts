import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { ClaimKind } from './claim.enums.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Benefits that BPJS Ketenagakerjaan paid for one kind and month, as reported to the region: counts and rupiah, no persons.',
})
@Entity('claim')
export class Claim extends BaseEntity {
  @Field(() => Region, { description: 'Region whose workers were concerned.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => Program, {
    nullable: true,
    description: 'Program whose participants were concerned. Null: not known, or several.',
  })
  @ManyToOne(() => Program, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'program_id' })
  program!: Relation<Program> | null;

  @Column({ type: 'uuid', nullable: true })
  programId!: string | null;

  @Field(() => ClaimKind, { description: 'Kind of the benefit.' })
  @Column({ type: 'text' })
  kind!: ClaimKind;

  @Field(() => MonthScalar, { description: 'Month of the payment.' })
  @Column({ type: 'date' })
  month!: string;

  @Field(() => Int, {
    description: 'Number of claims paid. Who may not see people is told the nearest multiple of five.',
  })
  @Column({ type: 'integer' })
  cases!: number;

  @Field(() => RupiahScalar, {
    description:
      'Sum paid, in whole rupiah. Who may not see people is told that of so many claims, at the mean of the report to two digits.',
  })
  @Column({ type: 'numeric' })
  paidRupiah!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Remark on the report; never names, health data or data of children. Null: none.',
  })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}

/** Of how many claims at least the caller has to be told together; 0: of each. Row security hides reports of fewer. */
const leastCases = (claim: string): string =>
  `case when ${claim}.region_id = any(array(select app.person_regions())) then 0 else 5 end`;

export const toldCasesSql = (claim: string): string => `app.told_cases(${claim}.cases, ${leastCases(claim)})`;
export const toldBenefitSql = (claim: string): string =>
  `app.told_benefit(${claim}.paid_rupiah, ${claim}.cases, ${leastCases(claim)})`;

readable(Claim, 'claim', {
  cases: value(toldCasesSql),
  paidRupiah: value((claim) => `(${toldBenefitSql(claim)})::text`),
});
