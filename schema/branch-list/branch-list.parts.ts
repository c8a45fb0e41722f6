import { Field, Int, ObjectType } from 'type-graphql';
import { RupiahScalar } from '../kernel/scalars.js';
import { BranchVerdict } from './branch-list.enums.js';

@ObjectType({ description: 'How many people or rows have a verdict, and their money.' })
export class BranchOutcome {
  @Field(() => BranchVerdict, { description: 'What the branch says.' })
  verdict!: BranchVerdict;

  @Field(() => Int, { description: 'Number of people on our list, or of rows of the branch.' })
  count!: number;

  @Field(() => Int, { description: 'Number of those that are applied.' })
  appliedCount!: number;

  @Field(() => Int, {
    description: 'Number of accepted people whose KPJ number neither the branch nor we have.',
  })
  withoutKpjCount!: number;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'What we reckon for them, in rupiah. Null: nothing, or a rate is unknown.',
  })
  oursRupiah!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'What the branch reckons, in rupiah. Null: it names no amount.',
  })
  theirsRupiah!: string | null;
}

@ObjectType({ description: 'Why a row of an answer was not read, or not applied.' })
export class BranchProblem {
  @Field(() => String, { description: 'Stable code of the reason.' })
  code!: string;

  @Field(() => String, { description: 'Reason and what to do, in the language of the caller.' })
  message!: string;
}

@ObjectType({ description: 'What the caller may do with a list now.' })
export class BranchListViewerCan {
  @Field(() => Boolean, { description: 'Whether the file with NIKs in full can be had.' })
  download!: boolean;

  @Field(() => Boolean, { description: 'Whether it can be noted as sent.' })
  send!: boolean;

  @Field(() => Boolean, { description: 'Whether an answer of the branch can be handed in.' })
  answer!: boolean;

  @Field(() => Boolean, { description: 'Whether the answer can be applied.' })
  apply!: boolean;

  @Field(() => Boolean, { description: 'Whether it can be put away.' })
  discard!: boolean;
}
