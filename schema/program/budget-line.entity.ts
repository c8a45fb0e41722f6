import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { RupiahScalar } from '../kernel/scalars.js';
import { FundingSource } from '../tariff/index.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Money of one source for a program in a fiscal year.',
})
@Entity('budget_line')
export class BudgetLine extends BaseEntity {
  @Column({ type: 'uuid' })
  programId!: string;

  @Field(() => Int, { description: 'Fiscal year (tahun anggaran).' })
  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Field(() => FundingSource, { description: 'Where the money comes from.' })
  @Column({ type: 'text' })
  fundingSource!: FundingSource;

  @Field(() => RupiahScalar, { description: 'Ceiling in the original budget (APBD murni).' })
  @Column({ type: 'numeric' })
  originalRupiah!: string;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Ceiling after the revision (APBD perubahan). Null: not revised.',
  })
  @Column({ type: 'numeric', nullable: true })
  revisedRupiah!: string | null;

  @Field(() => RupiahScalar, { description: 'Ceiling that holds: the revised one, else the original.' })
  ceilingRupiah!: string;

  @Field(() => String, { nullable: true, description: 'Account code of the spending. Null: unknown.' })
  @Column({ type: 'text', nullable: true })
  accountCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Sub-activity code of the spending. Null: unknown.' })
  @Column({ type: 'text', nullable: true })
  subActivityCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Note on the money. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}

readable(BudgetLine, 'budgetline', {
  ceilingRupiah: value((line) => `coalesce(${line}.revised_rupiah, ${line}.original_rupiah)::text`),
});
