import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RupiahScalar } from '../kernel/scalars.js';
import { Statement } from '../kernel/statement.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { RegulationKind } from '../regulation/index.js';
import { scopeSql } from './coverage-entries.js';
import { recordSql } from './coverage-keys.js';
import { StatisticsKey } from './coverage-statistics.types.js';

export enum ReadinessTest {
  REGULATION = 'REGULATION',
  UMBRELLA = 'UMBRELLA',
  PKS = 'PKS',
  BUDGET = 'BUDGET',
  ACTIVE_PEOPLE = 'ACTIVE_PEOPLE',
}
registerEnumType(ReadinessTest, {
  name: 'ReadinessTest',
  description: 'What a region needs to protect its workers, as the Paritrana award looks at it.',
  valuesConfig: {
    REGULATION: { description: 'Regional regulation or regulation of its head in force (Perda or Perkada).' },
    UMBRELLA: { description: 'Umbrella agreement running.' },
    PKS: { description: 'PKS running.' },
    BUDGET: { description: 'Budget above zero in the fiscal year, of a program that is approved.' },
    ACTIVE_PEOPLE: { description: 'People with an active enrollment.' },
  },
});

@InputType({ description: 'Conditions on regions; all of them have to hold.' })
export class ReadinessFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of provinces, regencies and cities, or of what lies above them. Empty: none matches.',
  })
  regionIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Fiscal year of the budget. Null: the present one.' })
  year?: number | null;

  @Field(() => [ReadinessTest], {
    nullable: true,
    description: 'Tests one of which the region fails. Empty: none matches.',
  })
  failing?: ReadinessTest[] | null;
}

@ObjectType({ description: 'How ready a region is to protect its workers today.' })
export class Readiness {
  @Field(() => StatisticsKey, { description: 'Province, regency or city.' })
  region!: StatisticsKey;

  @Field(() => Int, { description: 'Fiscal year of the budget.' })
  year!: number;

  @Field(() => Boolean, { description: 'Whether a Perda or Perkada of the region is in force today.' })
  hasRegulation!: boolean;

  @Field(() => RegulationKind, {
    nullable: true,
    description:
      'Strongest kind of its own instruments in force: Perda, regulation of the head, decision, circular. Null: none.',
  })
  strongestInstrument!: RegulationKind | null;

  @Field(() => Boolean, { description: 'Whether an umbrella agreement of the region runs today.' })
  hasUmbrella!: boolean;

  @Field(() => Boolean, { description: 'Whether a PKS of the region runs today.' })
  hasPks!: boolean;

  @Field(() => Boolean, { description: 'Whether its programs have a budget in the year.' })
  hasBudget!: boolean;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Ceilings of its programs in the year, in whole rupiah. Null: no budget line.',
  })
  budgetRupiah!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether people have an active enrollment; for those who may not see people, whether a group that may be told has.',
  })
  hasActivePeople!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of distinct persons with an active enrollment; for analysts as of their last daily figures. Null: too few to be told, or the caller has no rights in the region.',
  })
  activePersons!: number | null;

  @Field(() => Int, { description: 'Number of tests passed, 0 to 5.' })
  testsPassed!: number;

  @Field(() => [ReadinessTest], { description: 'Tests failed.' })
  failed!: ReadinessTest[];
}

const runs = "('ACTIVE', 'EXPIRING', 'UNDATED')";

/** Regions by code with their tests. One statement. */
export function readinessOf(
  caller: Caller,
  filter: ReadinessFilter & { readonly year: number },
): Promise<object[]> {
  const statement = new Statement();
  const scope = scopeSql(filter, statement);
  const year = `${statement.parameter(filter.year)}::integer`;
  const failing = filter.failing ? `where t.failed && ${statement.parameter(filter.failing)}::text[]` : '';
  const regions = 'array(select s.id from scope s)';
  const text = `with ${scope},
    instrument as materialized (
      select g.region_id, (array_agg(g.kind order by array_position(array['PERDA', 'PERGUB', 'PERBUP', 'PERWAL', 'KEPGUB', 'KEPBUP', 'KEPWAL', 'SE'], g.kind)))[1] as kind
      from regulation g where g.region_id = any(${regions}) and app.regulation_phase(g, app.today()) = 'IN_FORCE' group by 1),
    agreement as materialized (
      select m.region_id, coalesce(bool_or(m.kind = 'UMBRELLA'), false) as umbrella, coalesce(bool_or(m.kind = 'PKS'), false) as pks
      from mou m where m.region_id = any(${regions}) and m.state = 'SIGNED' and m.kind <> 'ADDENDUM' and app.mou_phase(m) in ${runs} group by 1),
    money as materialized (
      select b.region_id, sum(b.rupiah) as rupiah from app.statistics_budgets(${regions}) b where b.fiscal_year = ${year} group by 1),
    fact as (
      select s.id, i.kind, coalesce(i.kind in ('PERDA', 'PERGUB', 'PERBUP', 'PERWAL'), false) as regulation, coalesce(g.umbrella, false) as umbrella,
        coalesce(g.pks, false) as pks, coalesce(b.rupiah > 0, false) as budget, b.rupiah, p.has_some as people, p.persons
      from scope s join app.active_people(${regions}) p on p.region_id = s.id
      left join instrument i on i.region_id = s.id left join agreement g on g.region_id = s.id left join money b on b.region_id = s.id),
    t as (
      select f.*, array_remove(array[case when not f.regulation then 'REGULATION' end, case when not f.umbrella then 'UMBRELLA' end,
        case when not f.pks then 'PKS' end, case when not f.budget then 'BUDGET' end, case when not f.people then 'ACTIVE_PEOPLE' end], null) as failed
      from fact f)
    select ${recordSql('region', 'region', 'r.code', 'r.display_name', 'r')}, ${year} as year, t.regulation as "hasRegulation", t.kind as "strongestInstrument",
      t.umbrella as "hasUmbrella", t.pks as "hasPks", t.budget as "hasBudget", t.rupiah::text as "budgetRupiah", t.people as "hasActivePeople",
      t.persons::integer as "activePersons", 5 - cardinality(t.failed) as "testsPassed", t.failed
    from t join region r on r.id = t.id ${failing} order by r.code`;
  return caller.reads.rows<object>(text, statement.values);
}
