import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import type { ListRead } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { orElse, todaySql } from '../kernel/statement.js';
import { Mou } from './mou.entity.js';
import { MouConcern, MouFact, MouKind, MouPhase } from './mou.enums.js';
import { MouState } from './mou.lifecycle.js';
import './mou.reads.js';

@InputType({ description: 'Conditions on a list of agreements; all of them have to hold.' })
export class MouFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions that made it, or below which the maker lies. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [MouKind], { nullable: true, description: 'Whether the kind is one of these.' })
  kinds?: MouKind[] | null;

  @Field(() => [MouState], { nullable: true, description: 'Whether the state is one of these.' })
  states?: MouState[] | null;

  @Field(() => [MouPhase], { nullable: true, description: 'Whether the phase today is one of these.' })
  phases?: MouPhase[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of offices of which one is party to it.' })
  officeIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of officials of whom one signed it.' })
  signatoryIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of regulations of which one is its legal basis.' })
  legalBasisIds?: string[] | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date within its term, addenda counted in; unknown bounds do not match.',
  })
  effectiveOn?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'First date of signing that matches.' })
  signedFrom?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date of signing that matches, included.',
  })
  signedUntil?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date before which the term ends.' })
  expiresBefore?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whether it is signed and ends within so many days from today, without a signed successor.',
  })
  expiresWithinDays?: number | null;

  @Field(() => [MouFact], { nullable: true, description: 'Whether one of these facts is unknown.' })
  missing?: MouFact[] | null;

  @Field(() => [MouConcern], { nullable: true, description: 'Whether one of these concerns stands.' })
  concerns?: MouConcern[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the title, the subject or a number; at least three characters.',
  })
  search?: string | null;
}

export enum MouOrderField {
  TITLE = 'TITLE',
  SIGNED_ON = 'SIGNED_ON',
  EFFECTIVE_UNTIL = 'EFFECTIVE_UNTIL',
  UPDATED_AT = 'UPDATED_AT',
}

@ArgsType()
export class MouListArgs extends listArgs('Mou', MouFilter, MouOrderField) {}

/** As app.mou_missing has it; the function asks for the caller's regions anew for each of thousands of agreements. */
const missingSql: Readonly<Record<MouFact, (mou: string) => string>> = {
  PARTY: (mou) => `(select count(*) from mou_party p where p.mou_id = ${mou}.id) < 2`,
  NUMBER: (mou) => partyWith(mou, 'p.number is null'),
  SIGNATORY: (mou) => partyWith(mou, 'p.signatory_id is null'),
  SIGNED_ON: (mou) => `${mou}.signed_on is null`,
  EFFECTIVE_FROM: (mou) => `${mou}.effective_from is null`,
  EFFECTIVE_UNTIL: (mou) => `app.mou_ends_on(${mou}) is null`,
  LEGAL_BASIS: (mou) => `not exists (select from mou_legal_basis b where b.mou_id = ${mou}.id)`,
  PARENT: (mou) => `${mou}.kind = 'PKS' and ${mou}.parent_id is null`,
  DOCUMENT: (mou) => `${mou}.region_id = any(array(select app.readable_regions()))
    and not exists (select from document d where d.concept = 'mou' and d.record_id = ${mou}.id)`,
};

export const mouList: ListRead = {
  of: () => Mou,
  filters: {
    regionIds: (mou, ids: string[], statement) =>
      `${mou}.region_id = any(array(select app.governments_within(${statement.ids('region', ids)})))`,
    kinds: (mou, kinds: string[], statement) => `${mou}.kind = any(${statement.parameter(kinds)})`,
    states: (mou, states: string[], statement) => `${mou}.state = any(${statement.parameter(states)})`,
    phases: (mou, phases: string[], statement) =>
      `app.mou_phase(${mou}) = any(${statement.parameter(phases)})`,
    officeIds: (mou, ids: string[], statement) =>
      partyWith(mou, `p.office_id = any(${statement.ids('office', ids)})`),
    signatoryIds: (mou, ids: string[], statement) =>
      partyWith(mou, `p.signatory_id = any(${statement.ids('official', ids)})`),
    legalBasisIds: (mou, ids: string[], statement) =>
      `exists (select from mou_legal_basis b where b.mou_id = ${mou}.id and b.regulation_id = any(${statement.ids('regulation', ids)}))`,
    effectiveOn: (mou, day: string, statement) => {
      const on = `${statement.parameter(day)}::date`;
      return `coalesce(${mou}.effective_from, ${mou}.signed_on) <= ${on} and app.mou_ends_on(${mou}) >= ${on}`;
    },
    signedFrom: (mou, day: string, statement) => `${mou}.signed_on >= ${statement.parameter(day)}::date`,
    signedUntil: (mou, day: string, statement) => `${mou}.signed_on <= ${statement.parameter(day)}::date`,
    expiresBefore: (mou, day: string, statement) =>
      `app.mou_ends_on(${mou}) < ${statement.parameter(day)}::date`,
    expiresWithinDays: (mou, days: number, statement) => `${mou}.state = 'SIGNED'
      and app.mou_ends_on(${mou}) between ${todaySql} and ${todaySql} + ${statement.parameter(days)}::integer
      and not exists (select from mou s where s.predecessor_id = ${mou}.id and s.state = 'SIGNED')`,
    missing: (mou, facts: MouFact[]) =>
      facts.map((fact) => `(${missingSql[fact](mou)})`).join(' or ') || 'false',
    concerns: (mou, concerns: string[], statement) =>
      `app.mou_concerns(${mou}) && ${statement.parameter(concerns)}::text[]`,
    search: (mou, text: string, statement) => {
      const pattern = statement.parameter(likePattern(text));
      const numbered = partyWith(mou, `lower(p.number) like ${pattern}`);
      return `lower(${mou}.title_as_written || ' ' || coalesce(${mou}.subject, '')) like ${pattern} or ${numbered}`;
    },
  },
  orders: {
    TITLE: { sql: (mou) => `${mou}.title_as_written`, type: 'text' },
    SIGNED_ON: { sql: (mou) => orElse(`${mou}.signed_on`, "date '0001-01-01'"), type: 'date' },
    EFFECTIVE_UNTIL: { sql: (mou) => orElse(`${mou}.effective_until`, "date '9999-12-31'"), type: 'date' },
    UPDATED_AT: { sql: (mou) => `${mou}.updated_at`, type: 'timestamptz' },
  },
  defaultOrder: { field: 'SIGNED_ON', direction: 'DESC' },
};

function partyWith(mou: string, condition: string): string {
  return `exists (select from mou_party p where p.mou_id = ${mou}.id and ${condition})`;
}
