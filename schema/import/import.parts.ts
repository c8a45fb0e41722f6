import { Field, Float, Int, ObjectType } from 'type-graphql';
import { NikFinding } from '../beneficiary/index.js';
import { RupiahScalar } from '../kernel/scalars.js';
import { ImportObstacle, ImportVerdict } from './import.enums.js';
import { ImportField } from './import-columns.js';

@ObjectType({ description: 'Column of a roster.' })
export class ImportColumn {
  @Field(() => Int, { description: 'Place of the column, from 0.' })
  index!: number;

  @Field(() => String, { description: 'Header as written; empty when there is none.' })
  header!: string;

  @Field(() => ImportField, { nullable: true, description: 'What the column says. Null: it is left out.' })
  field!: ImportField | null;

  @Field(() => [String], {
    description: 'First values of the column, long numbers masked; empty once the columns are confirmed.',
  })
  samples!: string[];
}

@ObjectType({ description: 'Why a roster could not be read, or why writing stopped.' })
export class ImportFailure {
  @Field(() => String, { description: 'Stable code of the reason.' })
  code!: string;

  @Field(() => String, { description: 'Reason and what to do, in the language of the caller.' })
  message!: string;
}

@ObjectType({ description: 'Number of rows by what becomes of them.' })
export class ImportCounts {
  @Field(() => Int, { description: 'Number of people who enter the program.' })
  new!: number;

  @Field(() => Int, { description: 'Number of people in the program of whom the roster knows more.' })
  changed!: number;

  @Field(() => Int, { description: 'Number of people in the program of whom nothing differs.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Number of rows doubled in the file, or covered by another program.' })
  duplicate!: number;

  @Field(() => Int, { description: 'Number of rows that have to be mended.' })
  error!: number;
}

@ObjectType({ description: 'Why rows of a roster are bad or doubled, with how many they are.' })
export class ImportReason {
  @Field(() => ImportVerdict, { description: 'What becomes of these rows.' })
  verdict!: ImportVerdict;

  @Field(() => ImportField, { description: 'What has to be mended.' })
  field!: ImportField;

  @Field(() => String, { description: 'Stable code of the reason.' })
  code!: string;

  @Field(() => String, {
    description: 'Reason and what to do, with the first row’s values, in the language of the caller.',
  })
  message!: string;

  @Field(() => Int, { description: 'Number of rows.' })
  count!: number;

  @Field(() => [Int], { description: 'First rows of the file that have it, at most 5.' })
  rowNumbers!: number[];
}

@ObjectType({ description: 'Where NIK and other data of good rows disagree; it hinders nothing.' })
export class ImportWarning {
  @Field(() => NikFinding, { description: 'What disagrees.' })
  finding!: NikFinding;

  @Field(() => Int, { description: 'Number of rows.' })
  count!: number;

  @Field(() => [Int], { description: 'First rows of the file that have it, at most 5.' })
  rowNumbers!: number[];
}

@ObjectType({
  description: 'Rows of a roster that were taken for nobody: titles, headers again, totals, signatures.',
})
export class ImportAside {
  @Field(() => Int, { description: 'Number of rows.' })
  count!: number;

  @Field(() => [Int], { description: 'First of these rows of the file, at most 20.' })
  rowNumbers!: number[];
}

@ObjectType({ description: 'How far the work on a roster is.' })
export class ImportProgress {
  @Field(() => Int, { description: 'Number of rows that are done.' })
  done!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of rows in all. Null: not known while it is read.',
  })
  total!: number | null;

  @Field(() => Float, { nullable: true, description: 'Number of rows in a second. Null: it has just begun.' })
  rowsPerSecond!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of seconds that the rest will take at this pace. Null: unknown.',
  })
  secondsLeft!: number | null;
}

@ObjectType({ description: 'Places of the program that a roster is for.' })
export class ImportQuota {
  @Field(() => Int, { nullable: true, description: 'Number of places. Null: not limited, or unknown.' })
  places!: number | null;

  @Field(() => Int, { description: 'Number of people who have a place now.' })
  taken!: number;

  @Field(() => Boolean, { description: 'Whether the new people of the roster find a place.' })
  holds!: boolean;
}

@ObjectType({ description: 'Money that a roster needs in the year in which its people enter.' })
export class ImportMoney {
  @Field(() => Int, { description: 'Fiscal year.' })
  fiscalYear!: number;

  @Field(() => Int, { description: 'Number of months that the new people would be paid for in that year.' })
  months!: number;

  @Field(() => RupiahScalar, { description: 'Rupiah for the new people in these months.' })
  neededRupiah!: string;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Budget of the year without what is billed. Null: no budget line is recorded.',
  })
  leftRupiah!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether what is left suffices for the new people alone. Null: no budget line is recorded.',
  })
  holds!: boolean | null;
}

@ObjectType({ description: 'Something that stands against taking a roster back.' })
export class ImportUndoObstacle {
  @Field(() => ImportObstacle, { description: 'Kind of what stands against taking it back.' })
  kind!: ImportObstacle;

  @Field(() => Int, { description: 'Number of rows.' })
  count!: number;
}

@ObjectType({ description: 'What would go when a roster is taken back now.' })
export class ImportUndo {
  @Field(() => Int, { description: 'Number of enrollments that would be removed.' })
  enrollmentCount!: number;

  @Field(() => Int, {
    description: 'Number of registrations that would be removed, because nothing else uses them.',
  })
  registrationCount!: number;

  @Field(() => Int, { description: 'Number of registrations that would say again what they said before.' })
  restoredCount!: number;

  @Field(() => [ImportUndoObstacle], { description: 'What stands against it; empty: nothing does.' })
  obstacles!: ImportUndoObstacle[];
}

@ObjectType({ description: 'What is wrong with one value of a row.' })
export class ImportProblem {
  @Field(() => ImportField, { description: 'Field that has to be mended.' })
  field!: ImportField;

  @Field(() => String, { description: 'Stable code of the problem.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong, in the language of the caller.' })
  message!: string;

  @Field(() => String, { description: 'What to do, in the language of the caller.' })
  suggestion!: string;
}

@ObjectType({ description: 'Field of a registration that a row changes.' })
export class ImportChange {
  @Field(() => ImportField, { description: 'Field that changes.' })
  field!: ImportField;

  @Field(() => String, { nullable: true, description: 'What the registration says. Null: unknown.' })
  from!: string | null;

  @Field(() => String, { description: 'What the row says.' })
  to!: string;
}
