import { Field, ID, InputType, Int } from 'type-graphql';
import { MouKind, MouPartyKind, Segment } from './mou.enums.js';

@InputType({ description: 'Party to an agreement. What a kind does not need stays absent or null.' })
export class MouPartyInput {
  @Field(() => MouPartyKind, { description: 'Kind of organisation.' })
  kind!: MouPartyKind;

  @Field(() => ID, { nullable: true, description: 'Id of the region of a government or agency.' })
  regionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the agency, at most 200 characters.' })
  agency?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the office of BPJS Ketenagakerjaan.' })
  officeId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of any other organisation, at most 200 characters.',
  })
  otherName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number that this party gave to the agreement. Null: unknown.',
  })
  number?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the official who signs for this party. Null: unknown.',
  })
  signatoryId?: string | null;
}

/** What can be written down of an agreement; in a change, absent keeps and null clears. */
@InputType()
abstract class MouContentInput {
  @Field(() => String, {
    nullable: true,
    description: 'What the agreement is about (tentang), at most 1,000 characters.',
  })
  subject?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the agreement above: umbrella of a PKS, or what an addendum changes.',
  })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the agreement that this one renews.' })
  predecessorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Date of signing, YYYY-MM-DD. Null: unknown.' })
  signedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Place of signing, at most 300 characters. Null: unknown.',
  })
  signedPlace?: string | null;

  @Field(() => String, { nullable: true, description: 'First date of the term, YYYY-MM-DD. Null: unknown.' })
  effectiveFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last date of the term, included, YYYY-MM-DD. Null: unknown.',
  })
  effectiveUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Term in words as written, at most 300 characters.' })
  termText?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it renews itself when nobody gives notice. Null: unknown.',
  })
  isAutoRenewed?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days before the end by which notice has to be given, 0 to 730.',
  })
  noticeDays?: number | null;

  @Field(() => [Segment], { nullable: true, description: 'Segments that it covers; empty or null: unknown.' })
  segments?: Segment[] | null;

  @Field(() => [String], { nullable: true, description: 'Scope as written, one phrase each, at most 50.' })
  scope?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Number of persons that it plans to protect.' })
  plannedBeneficiaries?: number | null;

  @Field(() => String, { nullable: true, description: 'Note of the staff, shown only within the region.' })
  note?: string | null;

  @Field(() => [MouPartyInput], {
    nullable: true,
    description: 'All parties in the order of the text, at most 20.',
  })
  parties?: MouPartyInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of all regulations cited as legal basis.' })
  legalBasisIds?: string[] | null;
}

@InputType({ description: 'New draft of an agreement; what nobody knows yet stays empty.' })
export class MouCreateInput extends MouContentInput {
  @Field(() => MouKind, { description: 'Kind of the agreement; it never changes.' })
  kind!: MouKind;

  @Field(() => ID, {
    description: 'Id of the province, regency or city that makes the agreement; it never changes.',
  })
  regionId!: string;

  @Field(() => String, { description: 'Title as the paper has it, at most 300 characters.' })
  titleAsWritten!: string;
}

@InputType({
  description:
    'Changes of an agreement: absent keeps, null clears. Of a signed one only unknown facts may be filled in.',
})
export class MouReviseInput extends MouContentInput {
  @Field(() => String, { nullable: true, description: 'Title as the paper has it, at most 300 characters.' })
  titleAsWritten?: string | null;
}

@InputType({ description: 'Reason for returning an agreement to its writers.' })
export class MouReturnInput {
  @Field(() => String, { description: 'What has to be mended, at most 4,000 characters.' })
  reason!: string;
}

@InputType({ description: 'Facts of the signing; what was written in the draft may stay empty here.' })
export class MouSignInput {
  @Field(() => String, {
    nullable: true,
    description: 'Date of signing, YYYY-MM-DD, not after today. Null: as in the draft.',
  })
  signedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Place of signing. Null: as in the draft.' })
  signedPlace?: string | null;
}

@InputType({ description: 'How an agreement ends before its term.' })
export class MouTerminateInput {
  @Field(() => String, { description: 'Last date on which it holds, YYYY-MM-DD.' })
  terminatedOn!: string;

  @Field(() => String, { description: 'Reason, at most 4,000 characters.' })
  reason!: string;

  @Field(() => ID, {
    description: 'Id of the document of the termination, attached to this agreement before.',
  })
  documentId!: string;
}
