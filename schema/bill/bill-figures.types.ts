import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDateScalar, MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { ArrearsAge } from './bill.enums.js';
import { reconciliationReasons, reconciliationSteps } from './reconciliation.rules.js';

const ReconciliationStepName = Object.fromEntries(reconciliationSteps.map((name) => [name, name]));
registerEnumType(ReconciliationStepName, {
  name: 'ReconciliationStepName',
  description: 'Step of a month’s money.',
  valuesConfig: {
    APPROVED: { description: 'Approved for the month.' },
    ACTIVE: { description: 'Active at BPJS Ketenagakerjaan in the month.' },
    COVERED: { description: 'In the ledger of cover.' },
    BILLED: { description: 'On a bill.' },
    PAID: { description: 'On a paid bill.' },
  },
});
const ReconciliationReasonName = Object.fromEntries(reconciliationReasons.map((name) => [name, name]));
registerEnumType(ReconciliationReasonName, {
  name: 'ReconciliationReasonName',
  description: 'Why two steps of a month’s money differ; the message says it in words.',
});

@ObjectType({ description: 'One step of a month’s money.' })
export class ReconciliationStep {
  @Field(() => ReconciliationStepName, { description: 'Name of the step.' })
  step!: string;

  @Field(() => Int, { description: 'Number of enrollments at the step.' })
  heads!: number;

  @Field(() => RupiahScalar, {
    description: 'Rupiah for the month: by the tariff up to ACTIVE, by the ledger from COVERED on.',
  })
  rupiah!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of enrollments less that of the step before. Null: first step.',
  })
  headsDifference!: number | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Rupiah less that of the step before. Null: first step.',
  })
  rupiahDifference!: string | null;
}

@ObjectType({ description: 'Why two steps of a month’s money differ.' })
export class ReconciliationReason {
  @Field(() => ReconciliationReasonName, { description: 'Name of the reason.' })
  reason!: string;

  @Field(() => ReconciliationStepName, {
    description: 'Step that differs from the one before because of it.',
  })
  leadsTo!: string;

  @Field(() => Int, { description: 'Number of enrollments concerned.' })
  heads!: number;

  @Field(() => RupiahScalar, { description: 'Rupiah of the month concerned.' })
  rupiah!: string;

  @Field(() => String, { description: 'Reason in words, in the language of the caller.' })
  message!: string;
}

@ObjectType({ description: 'Money of a program in a month, from approved to paid.' })
export class Reconciliation {
  @Field(() => MonthScalar, { description: 'Month of the figures.' })
  month!: string;

  @Field(() => [ReconciliationStep], { description: 'Steps in order.' })
  steps!: ReconciliationStep[];

  @Field(() => [ReconciliationReason], {
    description: 'Reasons that apply to somebody; with them each step follows from the one before.',
  })
  reasons!: ReconciliationReason[];
}

@InputType({ description: 'Conditions on arrears; all of them have to hold.' })
export class ArrearsFilter {
  @Field(() => [ID], { nullable: true, description: 'Ids of programs. Empty: nothing matches.' })
  programIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions below which, or which themselves, the payer is. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date; months that ended before its month count. Null: today.',
  })
  asOf?: string | null;
}

@ArgsType()
export class ArrearsArgs {
  @Field(() => ArrearsFilter, {
    nullable: true,
    description: 'Conditions. Null: all programs that the caller may read, today.',
  })
  filter?: ArrearsFilter | null;
}

@ObjectType('Arrears', { description: 'Persons of a program whose contributions are not paid, by age.' })
export class ArrearsOfAge {
  @Field(() => Program, { nullable: true, description: 'Program that owes. Null: not visible any more.' })
  program!: Program | null;

  @Field(() => Region, { nullable: true, description: 'Region that pays. Null: not visible any more.' })
  region!: Region | null;

  @Field(() => ArrearsAge, { description: 'Longest run of unpaid months of these persons.' })
  age!: ArrearsAge;

  @Field(() => Int, { nullable: true, description: 'Number of persons. Null: suppressed.' })
  persons!: number | null;

  @Field(() => Int, { nullable: true, description: 'Number of unpaid person-months. Null: suppressed.' })
  personMonths!: number | null;

  @Field(() => RupiahScalar, { nullable: true, description: 'Unpaid contributions. Null: suppressed.' })
  rupiah!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the figures are withheld: fewer than five persons, and the caller may not see people.',
  })
  isSuppressed!: boolean;
}
