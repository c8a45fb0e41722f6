import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { column, readable } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { Region } from '../region/index.js';

export enum Sex {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
}
registerEnumType(Sex, { name: 'Sex', description: 'Sex as the identity card has it.' });

export enum VerificationCheck {
  FORMAT = 'FORMAT',
  DUKCAPIL = 'DUKCAPIL',
  DTSEN = 'DTSEN',
  BPJSTK = 'BPJSTK',
  FIELD = 'FIELD',
}
registerEnumType(VerificationCheck, {
  name: 'VerificationCheck',
  description: 'Kinds of checks of a beneficiary.',
  valuesConfig: {
    FORMAT: { description: 'NIK and other data judged by this registry.' },
    DUKCAPIL: { description: 'Civil register: alive, domicile, name.' },
    DTSEN: { description: 'Social and economic data: decile of the family.' },
    BPJSTK: { description: 'BPJS Ketenagakerjaan: not active already, below 65.' },
    FIELD: { description: 'Letter of the ward, village meeting, visit.' },
  },
});

export enum VerificationResult {
  NOT_CHECKED = 'NOT_CHECKED',
  PASSED = 'PASSED',
  FAILED = 'FAILED',
  NEEDS_REVIEW = 'NEEDS_REVIEW',
}
registerEnumType(VerificationResult, {
  name: 'VerificationResult',
  description: 'Result of a check; NOT_CHECKED is shown where nobody checked and cannot be entered.',
});

export enum NikFinding {
  PREFIX_ELSEWHERE = 'PREFIX_ELSEWHERE',
  BIRTH_DATE_DIFFERS = 'BIRTH_DATE_DIFFERS',
  SEX_DIFFERS = 'SEX_DIFFERS',
  DATE_IMPOSSIBLE = 'DATE_IMPOSSIBLE',
  AGE_OVER_100 = 'AGE_OVER_100',
}
registerEnumType(NikFinding, {
  name: 'NikFinding',
  description:
    'Where the NIK and the other data disagree. The NIK may be right all the same: it is never corrected and stays after moving.',
  valuesConfig: {
    PREFIX_ELSEWHERE: { description: 'NIK was first issued in another region.' },
    BIRTH_DATE_DIFFERS: { description: 'NIK holds another birth date.' },
    SEX_DIFFERS: { description: 'NIK holds the other sex.' },
    DATE_IMPOSSIBLE: { description: 'NIK holds a date that does not exist, such as 31 February.' },
    AGE_OVER_100: { description: 'Birth date makes the person older than 100 years.' },
  },
});

@ObjectType({ description: 'Where a beneficiary lives.' })
export class BeneficiaryAddress {
  @Field(() => String, { nullable: true, description: 'Street, RT and RW. Null: unknown.' })
  text!: string | null;

  @Field(() => Region, {
    nullable: true,
    description: 'Smallest known region of the address, usually the ward or village. Null: unknown.',
  })
  region!: Relation<Region> | null;
}

@ObjectType({ description: 'Welfare decile of the family of a beneficiary.' })
export class BeneficiaryDecile {
  @Field(() => Int, { description: 'Decile, 1 (poorest) to 10.' })
  value!: number;

  @Field(() => String, { description: 'Source of the decile, for instance "DTSEN".' })
  source!: string;

  @Field(() => CalendarDateScalar, { description: 'Date on which the source said so.' })
  on!: string;
}

@ObjectType({ description: 'What the caller may do with a beneficiary now.' })
export class BeneficiaryViewerCan {
  @Field(() => Boolean, { description: 'Whether the caller may correct it.' })
  revise!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may add results of checks.' })
  verify!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may see the NIK in full, with a reason.' })
  revealNik!: boolean;
}

@ObjectType({ description: 'Latest result of one kind of check of a beneficiary.' })
export class BeneficiaryVerification {
  @Field(() => VerificationCheck, { description: 'Kind of the check.' })
  check!: VerificationCheck;

  @Field(() => VerificationResult, { description: 'Result of the check.' })
  result!: VerificationResult;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date of the check. Null: not checked.' })
  checkedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who checked. Null: not stated, or not checked.' })
  by!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Batch in which it was checked. Null: none, or not checked.',
  })
  batch!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the check, in Indonesian. Null: none.' })
  note!: string | null;
}

readable(BeneficiaryVerification, 'verification', {
  check: column('check_kind'),
  result: column('result'),
  checkedOn: column('checked_on'),
  by: column('checked_by'),
  batch: column('batch'),
  note: column('note'),
});
