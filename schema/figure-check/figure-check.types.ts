import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDateScalar, DecimalScalar } from '../kernel/scalars.js';
import { ObservationUnit } from '../observation/index.js';
import { type CheckKind, checkKinds, type Verdict, verdicts } from './figure.rules.js';

const FigureCheckKind = enumOf(checkKinds);
registerEnumType(FigureCheckKind, {
  name: 'FigureCheckKind',
  description: 'Arithmetic by which a reported figure is checked.',
  valuesConfig: {
    BUDGET_FOR_PERSONS: { description: 'Persons x tariff x months against the budget.' },
    BUDGET_AT_REPORTED_RATE: { description: 'Persons x the rate reported x months against the budget.' },
    BUDGET_IMPLIED_RATE: { description: 'Budget : (persons x months), where that comes out even.' },
    BUDGET_PARTS: { description: 'Contributions + other costs against the budget in all.' },
    BUDGET_NOT_REPORTED: { description: 'Persons x tariff x 12 months, where no budget was reported.' },
    CONTRIBUTION_RATE: { description: 'Lowest tariff of the month against the rate reported.' },
    PERSONS_ADDED: { description: 'Before + added against after.' },
    PERSONS_INCLUDED_OR_ADDED: {
      description: 'Total + added, where it is not said whether they are included.',
    },
    PERSONS_PARTS: { description: 'Sum of the groups against the total.' },
    COVERAGE_RATE: { description: 'Active participants : workforce against the coverage rate.' },
    COVERAGE_OF_PARTS: { description: 'Active : (active + not covered) against the coverage rate.' },
    COVERAGE_TARGET_ACHIEVEMENT: { description: 'Coverage : target against the achievement.' },
    POPULATION_IMPLIED: { description: 'Poor people : poverty rate against the population.' },
    DTSEN_TOTAL: { description: 'Sum of the deciles against the individuals in DTSEN.' },
    DTSEN_POOR: { description: 'Deciles 1 + 2 against the poor people by DTSEN.' },
    CONTRIBUTIONS_IN_PERSON_MONTHS: {
      description: 'Contributions paid : tariff : months against the head count.',
    },
    BENEFIT_RATIO: { description: 'Claims : contributions paid.' },
    REGISTER_PERSONS: { description: 'Persons in the ledger of the year against the head count.' },
    REGISTER_BUDGET: { description: 'Ceilings of the programs of the year against the budget reported.' },
    REGISTER_REQUIRED_BUDGET: {
      description: 'Quota x tariff x months against the ceilings of the programs.',
    },
    REGISTER_CONTRIBUTIONS: { description: 'Bills paid in the year against the contributions reported.' },
  },
});

const FigureVerdict = enumOf(verdicts);
registerEnumType(FigureVerdict, {
  name: 'FigureVerdict',
  description: 'How a reported figure compares with the computed one.',
  valuesConfig: {
    AGREES: { description: 'They are equal.' },
    CLOSE: { description: 'Rounding explains it: equal to the decimals reported, or within one percent.' },
    DIFFERS: { description: 'They differ by more than rounding explains.' },
    NOT_REPORTED: { description: 'Nobody reported the figure; only the computed one is known.' },
  },
});

@ObjectType({ description: 'Where a figure was read.' })
export class FigureSourceNote {
  @Field(() => String, { description: 'Publisher of the source.' })
  publisher!: string;

  @Field(() => String, { nullable: true, description: 'Title of the source. Null: not known.' })
  title!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date of the source. Null: not known.' })
  publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the source. Null: none.' })
  url!: string | null;
}

@ObjectType({ description: 'Figure that a check looks at.' })
export class CheckedFigure {
  @Field(() => ID, {
    name: 'observationId',
    nullable: true,
    description: 'Id of the reported figure, for `observation(id)`. Null: it is the register’s own.',
  })
  id!: string | null;

  @Field(() => String, { description: 'Code of the indicator, for instance "CONTRIBUTION_BUDGET".' })
  indicator!: string;

  @Field(() => ObservationUnit, { description: 'Unit of the value.' })
  unit!: `${ObservationUnit}`;

  @Field(() => DecimalScalar, { description: 'Value in the unit.' })
  value!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date of the figure. Null: not stated.' })
  asOf!: string | null;

  @Field(() => String, { nullable: true, description: 'Period in words. Null: none.' })
  period!: string | null;

  @Field(() => String, { description: 'Sentence that says what was reported, in Indonesian.' })
  label!: string;

  @Field(() => [FigureSourceNote], { description: 'Sources of the figure, the oldest first.' })
  sources!: readonly FigureSourceNote[];
}

@ObjectType({ description: 'Arithmetic in words.' })
export class FigureArithmetic {
  @Field(() => String, { name: 'indonesian', description: 'Arithmetic in Indonesian.' })
  id!: string;

  @Field(() => String, { name: 'english', description: 'Arithmetic in English.' })
  en!: string;
}

@ObjectType('FigureCheck', {
  description: 'Reported figure beside what arithmetic makes of other figures, the tariffs or the register.',
})
export class FigureCheckRow {
  @Field(() => FigureCheckKind, { description: 'Arithmetic of the check.' })
  kind!: CheckKind;

  @Field(() => ObservationUnit, { description: 'Unit of the reported and the computed value.' })
  unit!: `${ObservationUnit}`;

  @Field(() => CheckedFigure, {
    nullable: true,
    description: 'Figure as reported. Null: nobody reported it.',
  })
  reported!: CheckedFigure | null;

  @Field(() => [CheckedFigure], { description: 'Reported figures that the computation stands on.' })
  basis!: readonly CheckedFigure[];

  @Field(() => DecimalScalar, { description: 'Value as computed.' })
  computed!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Reported less computed. Null: not reported.' })
  difference!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Computed as a percentage of reported, two decimals. Null: not reported, or zero.',
  })
  percent!: string | null;

  @Field(() => FigureVerdict, { description: 'How the two compare.' })
  verdict!: Verdict;

  @Field(() => FigureArithmetic, { name: 'arithmetic', description: 'Arithmetic in words, with its result.' })
  words!: FigureArithmetic;
}

function enumOf(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
