import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { beneficiaryIssueTexts, VerificationCheck } from '../beneficiary/index.js';
import { StatisticsKey } from './coverage-statistics.types.js';

export enum DataQualityIssue {
  NIK_PREFIX_ELSEWHERE = 'NIK_PREFIX_ELSEWHERE',
  NIK_BIRTH_DATE_DIFFERS = 'NIK_BIRTH_DATE_DIFFERS',
  NIK_SEX_DIFFERS = 'NIK_SEX_DIFFERS',
  NIK_DATE_IMPOSSIBLE = 'NIK_DATE_IMPOSSIBLE',
  AGE_OVER_100 = 'AGE_OVER_100',
  REGISTERED_ELSEWHERE = 'REGISTERED_ELSEWHERE',
  SAME_NAME_AND_BIRTH_DATE = 'SAME_NAME_AND_BIRTH_DATE',
  BIRTH_DATE_MISSING = 'BIRTH_DATE_MISSING',
  SEX_MISSING = 'SEX_MISSING',
  DECILE_MISSING = 'DECILE_MISSING',
  ADDRESS_REGION_MISSING = 'ADDRESS_REGION_MISSING',
  ACTIVE_AT_65 = 'ACTIVE_AT_65',
  ACTIVE_AFTER_DEATH = 'ACTIVE_AFTER_DEATH',
  KPJ_MISSING = 'KPJ_MISSING',
}
registerEnumType(DataQualityIssue, {
  name: 'DataQualityIssue',
  description: 'What is to be looked at in the data of people; a NIK may be right all the same.',
  valuesConfig: {
    ...beneficiaryIssueTexts,
    SAME_NAME_AND_BIRTH_DATE: {
      description:
        'Another person of the region has the same name and birth date: perhaps the same with a wrong NIK.',
    },
    ACTIVE_AT_65: { description: 'Enrollment is active at 65 years or more.' },
    ACTIVE_AFTER_DEATH: { description: 'Enrollment is active after the death.' },
    KPJ_MISSING: { description: 'Active enrollment has no card number (KPJ).' },
  },
});

@InputType({ description: 'Conditions on whose data are looked at; all of them have to hold.' })
export class DataQualityFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of payer regions, or of what lies above them. Empty: nobody matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of programs in which they are enrolled. Empty: nobody matches.',
  })
  programIds?: string[] | null;
}

@ObjectType({ description: 'How many have an issue.' })
export class DataQualityCount {
  @Field(() => DataQualityIssue, { description: 'What is to be looked at.' })
  issue!: DataQualityIssue;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of persons. Null: too few to be told, or not told to analysts.',
  })
  persons!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Part of all registrations (of active enrollments where it is about those), 0 to 1. Null: as for `persons`, or there are none.',
  })
  share!: number | null;
}

@ObjectType({ description: 'Latest results of a kind of check.' })
export class DataQualityCheck {
  @Field(() => VerificationCheck, { description: 'Kind of check.' })
  check!: VerificationCheck;

  @Field(() => Int, { nullable: true, description: 'Number of persons who passed. Null: not told.' })
  passed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Number of persons who failed. Null: not told.' })
  failed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Number of persons to be reviewed. Null: not told.' })
  needsReview!: number | null;

  @Field(() => Int, { nullable: true, description: 'Number of persons not checked. Null: not told.' })
  notChecked!: number | null;
}

@ObjectType({ description: 'State of the data of people.' })
export class DataQualityFigures {
  @Field(() => Int, { nullable: true, description: 'Number of registrations. Null: too few to be told.' })
  registrations!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of active enrollments. Null: too few to be told.',
  })
  activeEnrollments!: number | null;

  @Field(() => [DataQualityCount], { description: 'Every issue with its number.' })
  issues!: DataQualityCount[];

  @Field(() => [DataQualityCheck], { description: 'Every kind of check with its results.' })
  checks!: DataQualityCheck[];

  @Field(() => Boolean, {
    description:
      'Whether the figures are sums over groups of at least five, as analysts get them: lower bounds.',
  })
  suppressed!: boolean;
}

@ObjectType({ description: 'State of the data of people in a payer region.' })
export class DataQualityRow extends DataQualityFigures {
  @Field(() => StatisticsKey, { description: 'Payer region.' })
  region!: StatisticsKey;
}

@ObjectType({ description: 'State of the data of people, by payer region.' })
export class DataQuality {
  @Field(() => [DataQualityRow], {
    description: 'Regions by code; those without registrations are left out.',
  })
  rows!: DataQualityRow[];

  @Field(() => DataQualityFigures, { description: 'All regions together.' })
  totals!: DataQualityFigures;
}
