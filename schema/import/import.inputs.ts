import { Field, ID, InputType, Int } from 'type-graphql';
import { ImportField } from './import-columns.js';

@InputType({ description: 'What a column of the file says.' })
export class ImportColumnInput {
  @Field(() => Int, { description: 'Place of the column, from 0.' })
  index!: number;

  @Field(() => ImportField, { nullable: true, description: 'What it says. Null: it is left out.' })
  field?: ImportField | null;
}

@InputType({
  description:
    'How a roster is read; remembered for the next one of the program. Null: rows have to say it themselves.',
})
export class ImportMapInput {
  @Field(() => [ImportColumnInput], { description: 'Columns that are read; others are left out.' })
  columns!: ImportColumnInput[];

  @Field(() => ID, { nullable: true, description: 'Id of the category of rows that name none.' })
  categoryId?: string | null;

  @Field(() => String, { nullable: true, description: 'Date of entry of rows that name none, YYYY-MM-DD.' })
  enteredOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Decree of rows that name none, up to 200 characters.',
  })
  decree?: string | null;

  @Field(() => String, { nullable: true, description: 'Batch of rows that name none, up to 100 characters.' })
  cohort?: string | null;

  @Field(() => String, { nullable: true, description: 'Source of the deciles, for instance "DTSEN".' })
  decileSource?: string | null;

  @Field(() => String, { nullable: true, description: 'Date on which the source ranked, YYYY-MM-DD.' })
  decileOn?: string | null;
}
