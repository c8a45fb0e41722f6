import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { firstDay } from '../kernel/calendar.js';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { MonthScalar } from '../kernel/scalars.js';
import { Mou } from '../mou/index.js';
import { Region } from '../region/index.js';
import { Regulation } from '../regulation/index.js';
import { FundingSource } from '../tariff/index.js';
import { Program } from './program.entity.js';
import { ProgramState } from './program.lifecycle.js';
import './program.reads.js';

@InputType({ description: 'Conditions on a list of programs; all of them have to hold.' })
export class ProgramFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions that pay, or below which the payer lies. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ProgramState], { nullable: true, description: 'Whether the state is one of these.' })
  states?: ProgramState[] | null;

  @Field(() => MonthScalar, { nullable: true, description: 'Month that the program pays.' })
  activeIn?: string | null;

  @Field(() => [FundingSource], {
    nullable: true,
    description: 'Whether a budget line has one of these sources, in `fiscalYear` when it is given.',
  })
  fundingSources?: FundingSource[] | null;

  @Field(() => Int, { nullable: true, description: 'Fiscal year of one of its budget lines.' })
  fiscalYear?: number | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of categories of which it takes one.' })
  categoryIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of agreements under one of which it runs.' })
  mouIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of regulations of which one is its legal basis.' })
  legalBasisIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it has months without a legal basis in force or a running agreement.',
  })
  isUnfounded?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or of the agency; at least three characters.',
  })
  search?: string | null;
}

export enum ProgramOrderField {
  NAME = 'NAME',
  PERIOD_FROM = 'PERIOD_FROM',
}

@ArgsType()
export class ProgramListArgs extends listArgs('Program', ProgramFilter, ProgramOrderField) {}

export const programList: ListRead = {
  of: () => Program,
  filters: {
    regionIds: (program, ids: string[], statement) =>
      `${program}.region_id = any(array(select app.governments_within(${statement.ids('region', ids)})))`,
    states: (program, states: string[], statement) =>
      `${program}.state = any(${statement.parameter(states)})`,
    activeIn: (program, month: string, statement) =>
      `${statement.parameter(firstDay(month))}::date between ${program}.month_from and ${program}.month_until`,
    // both ask for one and the same line
    fundingSources: (program, sources: string[], statement, { fiscalYear }) =>
      lineWith(
        program,
        `l.funding_source = any(${statement.parameter(sources)}) and l.fiscal_year = coalesce(${statement.parameter(fiscalYear ?? null)}::integer, l.fiscal_year)`,
      ),
    fiscalYear: (program, year: number, statement) =>
      lineWith(program, `l.fiscal_year = ${statement.parameter(year)}::integer`),
    categoryIds: (program, ids: string[], statement) =>
      `exists (select from program_category x where x.program_id = ${program}.id and x.category_id = any(${statement.ids('category', ids)}))`,
    mouIds: (program, ids: string[], statement) =>
      `exists (select from program_mou x where x.program_id = ${program}.id and x.mou_id = any(${statement.ids('mou', ids)}))`,
    legalBasisIds: (program, ids: string[], statement) =>
      `exists (select from program_legal_basis x where x.program_id = ${program}.id and x.regulation_id = any(${statement.ids('regulation', ids)}))`,
    isUnfounded: (program, wanted: boolean, statement) =>
      `(${program}.id in (select app.unfounded_programs())) = ${statement.parameter(wanted)}`,
    search: (program, text: string, statement) =>
      `lower(${program}.name || ' ' || coalesce(${program}.agency, '')) like ${statement.parameter(likePattern(text))}`,
  },
  orders: {
    NAME: { sql: (program) => `${program}.name`, type: 'text' },
    PERIOD_FROM: { sql: (program) => `${program}.month_from`, type: 'date' },
  },
  defaultOrder: { field: 'PERIOD_FROM', direction: 'DESC' },
};

function lineWith(program: string, condition: string): string {
  return `exists (select from budget_line l where l.program_id = ${program}.id and ${condition})`;
}

readableAlso(Region, {
  programs: list(
    () => programList,
    (region, program) => `${program}.region_id = ${region}.id`,
  ),
});
readableAlso(Mou, {
  programs: list(
    () => programList,
    (mou, program) => `${program}.id in (select x.program_id from program_mou x where x.mou_id = ${mou}.id)`,
  ),
});
readableAlso(Regulation, {
  programs: list(
    () => programList,
    (regulation, program) =>
      `${program}.id in (select x.program_id from program_legal_basis x where x.regulation_id = ${regulation}.id)`,
  ),
});
