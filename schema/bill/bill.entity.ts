import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { CalendarDateScalar, MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { Office } from '../office/index.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { ArrearsAge, BillState } from './bill.enums.js';
import { CreditNote } from './credit-note.entity.js';

/** Sums that come from the ledger; only the functions of the database write them. */
const fromLedger = { insert: false, update: false } as const;

@ObjectType({ description: 'Months that a bill is for; both are included.' })
export class BillPeriod {
  @Field(() => MonthScalar, { description: 'First month of the bill.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month of the bill.' })
  until!: string;
}

@ObjectType({ description: 'What the caller may do with a bill as it is now.' })
export class BillActions {
  @Field(() => Boolean, { description: 'Whether the caller may record its payment.' })
  pay!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may cancel it.' })
  cancel!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may take paid months back.' })
  credit!: boolean;
}

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Contribution bill of a program at an office. Heads and amounts are the sums of the ledger.',
})
@Entity('bill')
export class Bill extends BaseEntity {
  @Field(() => Program, { description: 'Program whose months are billed.' })
  @ManyToOne(() => Program, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'program_id' })
  program!: Relation<Program>;

  @Column({ type: 'uuid', ...fromLedger })
  programId!: string;

  @Field(() => Region, { description: 'Region that pays.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid', ...fromLedger })
  regionId!: string;

  @Field(() => Office, { description: 'Office that collects.' })
  @ManyToOne(() => Office, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'office_id' })
  office!: Relation<Office>;

  @Column({ type: 'uuid', ...fromLedger })
  officeId!: string;

  @Field(() => BillPeriod, { description: 'Months of the bill.' })
  period!: BillPeriod;

  @Field(() => String, { nullable: true, description: 'Billing code (kode iuran). Null: not known yet.' })
  @Column({ type: 'text', nullable: true })
  billCode!: string | null;

  @Field(() => BillState, { description: 'State of the bill.' })
  @Column({ type: 'text' })
  state!: BillState;

  @Field(() => Int, {
    description:
      'Number of persons on the bill. Who may not see people is told sums over groups of at least five, as `coverageStatistics` tells them, with the months and rupiah of these: a month on several bills of the office with the first of them, of a cancelled one 0.',
  })
  @Column({ type: 'integer', ...fromLedger })
  heads!: number;

  @Field(() => Int, { description: 'Number of person-months on the bill.' })
  @Column({ type: 'integer', ...fromLedger })
  personMonths!: number;

  @Field(() => RupiahScalar, { description: 'Rupiah for work accident (JKK).' })
  @Column({ type: 'numeric', ...fromLedger })
  jkkRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah for death (JKM).' })
  @Column({ type: 'numeric', ...fromLedger })
  jkmRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah for old-age savings (JHT).' })
  @Column({ type: 'numeric', ...fromLedger })
  jhtRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Sum of JKK, JKM and JHT in rupiah.' })
  @Column({ type: 'numeric', ...fromLedger })
  totalRupiah!: string;

  @Field(() => CalendarDateScalar, { description: 'Date on which the bill was issued.' })
  @Column({ type: 'date', ...fromLedger })
  issuedOn!: string;

  @Field(() => CalendarDateScalar, { description: 'Date by which the bill is to be paid.' })
  @Column({ type: 'date' })
  dueOn!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date of the payment. Null: not paid.' })
  @Column({ type: 'date', nullable: true })
  paidOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the disbursement order (SP2D). Null: not paid.',
  })
  @Column({ type: 'text', nullable: true })
  disbursementNumber!: string | null;

  @Field(() => [CreditNote], {
    description:
      'Credit notes that took paid months back, the oldest first; none for who may not see people.',
  })
  creditNotes!: Relation<CreditNote>[];

  @Field(() => RupiahScalar, {
    nullable: true,
    description:
      'Sum of the credit notes in rupiah; "0" without any. Null: not told to who may not see people.',
  })
  creditedRupiah!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days since `dueOn` without a payment. Null: paid, cancelled, or not overdue.',
  })
  daysOverdue!: number | null;

  @Field(() => ArrearsAge, {
    nullable: true,
    description:
      'Age of the arrears by the months begun since `dueOn`. Null: paid, cancelled, or not overdue.',
  })
  arrearsBucket!: ArrearsAge | null;

  @Field(() => BillActions, { description: 'What the caller may do with the bill as it is now.' })
  viewerCan!: BillActions;
}
