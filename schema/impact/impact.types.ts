import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar, MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { ProgramState } from '../program/index.js';

const unseen = 'not permitted: the caller sees no people there';

@ObjectType({ description: 'People, months and money of the ledger.' })
export class ImpactFigures {
  @Field(() => Int, { description: 'Number of distinct persons.' })
  persons!: number;

  @Field(() => Int, { description: 'Number of months of persons.' })
  personMonths!: number;

  @Field(() => RupiahScalar, { description: 'Contributions of these months in rupiah.' })
  rupiah!: string;
}

@ObjectType({ description: 'Record other than a program that hangs on the subject.' })
export class ImpactRecord {
  @Field(() => ID, { description: 'Id of the record; `node` reads it.' })
  id!: string;

  @Field(() => String, { description: 'Kind of the record: "regulation", "mou" or "region".' })
  concept!: string;

  @Field(() => String, { description: 'Name by which people know it.' })
  title!: string;
}

@ObjectType({ description: 'Program that hangs on the subject.' })
export class ImpactProgram {
  @Field(() => ID, { description: 'Id of the program.' })
  id!: string;

  @Field(() => String, { description: 'Name of the program.' })
  name!: string;

  @Field(() => String, { description: 'Name of the region that pays.' })
  regionName!: string;

  @Field(() => ProgramState, { description: 'State as people decided it.' })
  state!: ProgramState;

  @Field(() => MonthScalar, { description: 'Last month that it pays.' })
  lastMonth!: string;

  @Field(() => Boolean, {
    description: 'Whether it names the subject itself; false: something between them does.',
  })
  isDirect!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether nothing of the kind is left to it: no other regulation in force, no other running agreement, no other source of money in the fiscal year.',
  })
  isLeftWithout!: boolean;

  @Field(() => Int, { nullable: true, description: `Number of persons enrolled now. Null: ${unseen}.` })
  activePersons!: number | null;

  @Field(() => ImpactFigures, {
    nullable: true,
    description: `What the ledger has from the month of the day on. Null: ${unseen}.`,
  })
  ahead!: ImpactFigures | null;

  @Field(() => ImpactFigures, {
    nullable: true,
    description: `What the ledger has before that month, which stays as it was. Null: ${unseen}.`,
  })
  behind!: ImpactFigures | null;
}

@ObjectType({
  description:
    'What hangs on a regulation, an agreement, an office or a budget line, as far as the caller may see.',
})
export class Impact {
  @Field(() => ID, { description: 'Id of the subject.' })
  id!: string;

  @Field(() => String, { description: 'Name by which people know the subject.' })
  title!: string;

  @Field(() => CalendarDateScalar, { description: 'Date from which on the subject would be gone.' })
  on!: string;

  @Field(() => [ImpactRecord], {
    description:
      'Regulations that stand on a regulation, agreements that name it or lie below one, regions that an office serves; at most 100.',
  })
  records!: ImpactRecord[];

  @Field(() => Int, { description: 'Number of these records.' })
  recordCount!: number;

  @Field(() => [ImpactProgram], {
    description: 'Programs that pay months from that day on, those left without first; at most 100.',
  })
  programs!: ImpactProgram[];

  @Field(() => Int, { description: 'Number of these programs.' })
  programCount!: number;

  @Field(() => Int, { description: 'Number of these programs to which nothing of the kind is left.' })
  leftWithoutCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: `Number of distinct persons enrolled now in these programs. Null: ${unseen}.`,
  })
  activePersons!: number | null;

  @Field(() => ImpactFigures, {
    nullable: true,
    description: `What the ledger has from the month of the day on, each person once. Null: ${unseen}.`,
  })
  ahead!: ImpactFigures | null;

  @Field(() => ImpactFigures, {
    nullable: true,
    description: `What the ledger has before that month, each person once. Null: ${unseen}.`,
  })
  behind!: ImpactFigures | null;
}
