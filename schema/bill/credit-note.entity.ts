import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable } from '../kernel/readable.js';
import { CalendarDateScalar, RupiahScalar } from '../kernel/scalars.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Paid months that were taken back, for instance after a death that was reported late.',
})
@Entity('credit_note')
export class CreditNote extends BaseEntity {
  @Column({ type: 'uuid' })
  billId!: string;

  @Field(() => Int, { description: 'Number of person-months taken back.' })
  @Column({ type: 'integer' })
  personMonths!: number;

  @Field(() => RupiahScalar, { description: 'Rupiah for work accident (JKK).' })
  @Column({ type: 'numeric' })
  jkkRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah for death (JKM).' })
  @Column({ type: 'numeric' })
  jkmRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah for old-age savings (JHT).' })
  @Column({ type: 'numeric' })
  jhtRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Sum of JKK, JKM and JHT in rupiah.' })
  @Column({ type: 'numeric' })
  totalRupiah!: string;

  @Field(() => String, { description: 'Reason of the credit.' })
  @Column({ type: 'text' })
  reason!: string;

  @Field(() => CalendarDateScalar, { description: 'Date of the credit.' })
  @Column({ type: 'date' })
  creditedOn!: string;
}

readable(CreditNote, 'creditnote');
