import { Field, ID, InputType } from 'type-graphql';
import { DenominatorKind } from './observation.entity.js';

@InputType({ description: 'New figure as a source reports it.' })
export class ObservationCreateInput {
  @Field(() => ID, { description: 'Id of the indicator.' })
  indicatorId!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the region. Null: Indonesia as a whole.' })
  regionId?: string | null;

  @Field(() => String, { description: 'Value in the unit of the indicator, for instance "13345" or "3.75".' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'Date of the figure, YYYY-MM-DD. Null: not stated.' })
  asOf?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Period in words, for instance "TA 2026". Null: none.',
  })
  period?: string | null;

  @Field(() => String, { description: 'Sentence that says exactly what was reported, in Indonesian.' })
  label!: string;

  @Field(() => DenominatorKind, {
    nullable: true,
    description: 'What the percentage is a share of. Null: not stated.',
  })
  denominatorKind?: DenominatorKind | null;

  @Field(() => String, { nullable: true, description: 'Remark, in Indonesian. Null: none.' })
  note?: string | null;

  @Field(() => ID, { description: 'Id of the source in which the figure was read.' })
  sourceId!: string;
}

@InputType({ description: 'Corrections of a reported figure: absent keeps, null clears.' })
export class ObservationReviseInput {
  @Field(() => String, {
    nullable: true,
    description: 'Value in the unit of the indicator; cannot be cleared.',
  })
  value?: string | null;

  @Field(() => String, { nullable: true, description: 'Date of the figure, YYYY-MM-DD. Null: not stated.' })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: 'Period in words. Null: none.' })
  period?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Sentence that says exactly what was reported; cannot be cleared.',
  })
  label?: string | null;

  @Field(() => DenominatorKind, {
    nullable: true,
    description: 'What the percentage is a share of. Null: not stated.',
  })
  denominatorKind?: DenominatorKind | null;

  @Field(() => String, { nullable: true, description: 'Remark, in Indonesian. Null: none.' })
  note?: string | null;
}
