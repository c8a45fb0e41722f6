import { Field, ID, InputType, Int } from 'type-graphql';
import { MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { ContributionSegment, FundingSource } from '../tariff/index.js';
import { ParticipantKindCode } from './program.enums.js';

@InputType({
  description:
    'Money of one source for a program in a fiscal year. What is absent or null is unknown, or there is none.',
})
export class BudgetLineInput {
  @Field(() => Int, { description: 'Fiscal year, 2000 to 2100.' })
  fiscalYear!: number;

  @Field(() => FundingSource, { description: 'Where the money comes from; once for a year.' })
  fundingSource!: FundingSource;

  @Field(() => RupiahScalar, { description: 'Ceiling in the original budget.' })
  originalRupiah!: string;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Ceiling after the revision. Null: not revised.',
  })
  revisedRupiah?: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description:
      'Part of the ceiling that is not for contributions: collecting data, outreach. Null: not known.',
  })
  nonPremiumRupiah?: string | null;

  @Field(() => String, { nullable: true, description: 'Account code, at most 50 characters.' })
  accountCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Sub-activity code, at most 50 characters.' })
  subActivityCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Note, at most 1,000 characters.' })
  note?: string | null;
}

/** What can be written down of a program; in a change, absent keeps and null clears. */
@InputType()
abstract class ProgramContentInput {
  @Field(() => String, { nullable: true, description: 'Agency that runs it, at most 200 characters.' })
  agency?: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of persons that it may protect at a time.' })
  quota?: number | null;

  @Field(() => Int, { nullable: true, description: 'Lowest decile of families, 1 to 10.' })
  lowestDecile?: number | null;

  @Field(() => Int, { nullable: true, description: 'Highest decile of families, 1 to 10.' })
  highestDecile?: number | null;

  @Field(() => RupiahScalar, { nullable: true, description: 'Reported monthly wage; required for PU.' })
  wageBaseRupiah?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it pays old-age savings (JHT) too.' })
  hasJht?: boolean | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Rupiah for a person and month that the plan was made with.',
  })
  plannedTariffRupiah?: string | null;

  @Field(() => ParticipantKindCode, {
    nullable: true,
    description: 'Code by which BPJS Ketenagakerjaan counts the group.',
  })
  participantKindCode?: ParticipantKindCode | null;

  @Field(() => String, { nullable: true, description: 'Note, at most 4,000 characters.' })
  note?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of all categories of workers that it takes.' })
  categoryIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of all regulations that it rests on.' })
  legalBasisIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of all agreements under which it runs.' })
  mouIds?: string[] | null;

  @Field(() => [BudgetLineInput], { nullable: true, description: 'All budget lines, at most 50.' })
  budgetLines?: BudgetLineInput[] | null;
}

@InputType({ description: 'New program as a draft; what nobody knows yet stays empty.' })
export class ProgramCreateInput extends ProgramContentInput {
  @Field(() => ID, { description: 'Id of the province, regency or city that pays; it never changes.' })
  regionId!: string;

  @Field(() => String, { description: 'Name of the program, at most 200 characters.' })
  name!: string;

  @Field(() => MonthScalar, { description: 'First month that it pays.' })
  monthFrom!: string;

  @Field(() => MonthScalar, { description: 'Last month that it pays, included; within ten years.' })
  monthUntil!: string;

  @Field(() => ContributionSegment, { description: 'Segment by whose rates it pays.' })
  segment!: ContributionSegment;
}

@InputType({
  description:
    'Changes of a program: absent keeps, null clears. Once approved: quota, months, bases, budget, note, and what was unknown.',
})
export class ProgramReviseInput extends ProgramContentInput {
  @Field(() => String, { nullable: true, description: 'Name of the program, at most 200 characters.' })
  name?: string | null;

  @Field(() => MonthScalar, { nullable: true, description: 'First month that it pays.' })
  monthFrom?: string | null;

  @Field(() => MonthScalar, { nullable: true, description: 'Last month that it pays, included.' })
  monthUntil?: string | null;

  @Field(() => ContributionSegment, { nullable: true, description: 'Segment by whose rates it pays.' })
  segment?: ContributionSegment | null;
}
