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

  @Field(() => RupiahScalar, {
    nullable: true,
    description:
      'Contributions of the months of the ledger that it pays: a ceiling below it is short. Null: not permitted, the caller sees no people there.',
  })
  coveredRupiah!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description:
      'Part of the ceiling that is not for contributions: collecting data, outreach. Null: not known.',
  })
  @Column({ type: 'numeric', nullable: true })
  nonPremiumRupiah!: string | null;

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
  coveredRupiah: value(
    (line) => `(select case when p.region_id = any (array(select app.person_regions())) then coalesce((
      select sum(e.persons * (least(e.end_month, y.first + 12) - greatest(e.first_month, y.first)) * e.monthly_rupiah)
      from app.kept_entries(array[p.id]) e cross join (select ${line}.fiscal_year * 12 as first) y
      where e.funding_source = ${line}.funding_source and e.first_month < y.first + 12 and e.end_month > y.first), 0)::text
      end from program p where p.id = ${line}.program_id)`,
  ),
  ceilingRupiah: value((line) => `coalesce(${line}.revised_rupiah, ${line}.original_rupiah)::text`),
});
