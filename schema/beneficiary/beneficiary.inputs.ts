import { Field, ID, InputType, Int } from 'type-graphql';
import { Sex, VerificationCheck, VerificationResult } from './beneficiary.types.js';

@InputType({ description: 'Where a person lives.' })
export class BeneficiaryAddressInput {
  @Field(() => String, {
    nullable: true,
    description: 'Street, RT and RW, up to 300 characters. Null: unknown.',
  })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the smallest known region. Null: unknown.' })
  regionId?: string | null;
}

@InputType({ description: 'Welfare decile of a family, with where and when it was read.' })
export class BeneficiaryDecileInput {
  @Field(() => Int, { description: 'Decile, 1 (poorest) to 10.' })
  value!: number;

  @Field(() => String, { description: 'Source of the decile, for instance "DTSEN".' })
  source!: string;

  @Field(() => String, { description: 'Date on which the source said so, YYYY-MM-DD.' })
  on!: string;
}

@InputType({ description: 'New registration of a person by a region.' })
export class BeneficiaryRegisterInput {
  @Field(() => ID, { description: 'Id of the province, regency or city that registers.' })
  regionId!: string;

  @Field(() => String, {
    description: 'NIK, 16 digits; spaces, dots and an apostrophe in front are taken away.',
  })
  nik!: string;

  @Field(() => String, { description: 'Name as the identity card has it, up to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Date of birth, YYYY-MM-DD. Null: unknown.' })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Place of birth. Null: unknown.' })
  birthPlace?: string | null;

  @Field(() => Sex, { nullable: true, description: 'Sex of the person. Null: unknown.' })
  sex?: Sex | null;

  @Field(() => BeneficiaryAddressInput, { nullable: true, description: 'Address. Null: unknown.' })
  address?: BeneficiaryAddressInput | null;

  @Field(() => String, { nullable: true, description: 'Telephone number. Null: unknown.' })
  phone?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the category of work. Null: not yet known.' })
  categoryId?: string | null;

  @Field(() => BeneficiaryDecileInput, { nullable: true, description: 'Welfare decile. Null: unknown.' })
  decile?: BeneficiaryDecileInput | null;

  @Field(() => String, { nullable: true, description: 'Remark, in Indonesian. Null: none.' })
  note?: string | null;
}

@InputType({ description: 'Corrections of a registration: absent keeps, null clears.' })
export class BeneficiaryReviseInput {
  @Field(() => String, {
    nullable: true,
    description:
      'NIK that was meant, when it had been mistyped; only while nothing is covered, and with `nikReason`. Cannot be cleared.',
  })
  nik?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the NIK changes, 10 to 500 characters, without NIK and name. Null: it does not.',
  })
  nikReason?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the person; cannot be cleared.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Date of birth, YYYY-MM-DD. Null: unknown.' })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Place of birth. Null: unknown.' })
  birthPlace?: string | null;

  @Field(() => Sex, { nullable: true, description: 'Sex of the person. Null: unknown.' })
  sex?: Sex | null;

  @Field(() => BeneficiaryAddressInput, {
    nullable: true,
    description: 'Address as a whole: what is absent in it is cleared. Null: unknown.',
  })
  address?: BeneficiaryAddressInput | null;

  @Field(() => String, { nullable: true, description: 'Telephone number. Null: unknown.' })
  phone?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the category of work. Null: not known.' })
  categoryId?: string | null;

  @Field(() => BeneficiaryDecileInput, { nullable: true, description: 'Welfare decile. Null: unknown.' })
  decile?: BeneficiaryDecileInput | null;

  @Field(() => String, { nullable: true, description: 'Date of death, YYYY-MM-DD. Null: alive.' })
  diedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Date of moving out of the region, YYYY-MM-DD. Null: lives there.',
  })
  movedOutOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark, in Indonesian. Null: none.' })
  note?: string | null;
}

@InputType({ description: 'Result of a check of a beneficiary; the latest of a kind counts.' })
export class BeneficiaryVerifyInput {
  @Field(() => VerificationCheck, { description: 'Kind of the check.' })
  check!: VerificationCheck;

  @Field(() => VerificationResult, { description: 'Result; NOT_CHECKED cannot be entered.' })
  result!: VerificationResult;

  @Field(() => String, { description: 'Date of the check, YYYY-MM-DD, not after today.' })
  checkedOn!: string;

  @Field(() => String, { nullable: true, description: 'Who checked. Null: not stated.' })
  by?: string | null;

  @Field(() => String, { nullable: true, description: 'Batch of the check. Null: none.' })
  batch?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark, in Indonesian. Null: none.' })
  note?: string | null;
}
