import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable } from '../kernel/readable.js';
import { MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { DoublePaymentState } from './coverage.enums.js';
import { CoverageCase, monthReads } from './coverage-case.entity.js';
import { CoverageSide, sideRead } from './coverage-side.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Months that a second payer did pay. The months of the other payer count; these rupiah are to be recovered.',
})
@Entity('double_payment')
export class DoublePayment extends BaseEntity {
  @Field(() => MonthScalar, { description: 'First month that was paid twice.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month that was paid twice, included.' })
  until!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah that the second payer paid.' })
  @Column({ type: 'numeric' })
  paidRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah of them that came back.' })
  @Column({ type: 'numeric' })
  recoveredRupiah!: string;

  @Field(() => DoublePaymentState, { description: 'What became of it.' })
  @Column({ type: 'text' })
  state!: DoublePaymentState;

  @Field(() => String, { nullable: true, description: 'How the recovery ended. Null: it has not.' })
  @Column({ type: 'text', nullable: true })
  ending!: string | null;

  @Field(() => CoverageCase, { nullable: true, description: 'Case from which it came. Null: none.' })
  @ManyToOne(() => CoverageCase, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'case_id' })
  case!: Relation<CoverageCase> | null;

  @Field(() => CoverageSide, {
    nullable: true,
    description: 'Payer who paid a second time. Null: not permitted, it is another region.',
  })
  payer!: CoverageSide | null;

  @Field(() => CoverageSide, {
    nullable: true,
    description: 'Payer whose months count. Null: not permitted, it is another region.',
  })
  holder!: CoverageSide | null;
}

readable(DoublePayment, 'doublepayment', {
  ...monthReads,
  payer: sideRead({ region: 'region_id', program: (row) => `${row}.program_id` }),
  holder: sideRead({
    region: 'holder_region_id',
    program: (row) => `(select c.program_id from coverage c where c.id = ${row}.coverage_id)`,
  }),
});
