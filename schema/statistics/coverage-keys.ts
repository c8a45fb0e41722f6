import { CoverageGrouping } from './coverage-statistics.inputs.js';

/** A grouping in the parts of the answer: its column, null where it is not divided that way. */
interface Key {
  readonly type: string;
  readonly entry: string;
  readonly budget: string | null;
  readonly claim: string | null;
  readonly frame: string | null;
}

/** What each grouping is in the parts of the answer. `p` is the scope's row of the region. */
export const keys: Readonly<Record<CoverageGrouping, Key>> = {
  REGION: {
    type: 'uuid',
    entry: 'x.region_id',
    budget: 'x.region_id',
    claim: 'x.region_id',
    frame: 'x.region_id',
  },
  PROVINCE: {
    type: 'uuid',
    entry: 'p.province_id',
    budget: 'p.province_id',
    claim: 'p.province_id',
    frame: 'p.province_id',
  },
  PROGRAM: {
    type: 'uuid',
    entry: 'x.program_id',
    budget: 'x.program_id',
    claim: 'x.program_id',
    frame: 'x.program_id',
  },
  CATEGORY: { type: 'uuid', entry: 'x.category_id', budget: null, claim: null, frame: 'x.category_id' },
  FUNDING_SOURCE: {
    type: 'text',
    entry: 'x.funding_source',
    budget: 'x.funding_source',
    claim: null,
    frame: 'x.funding_source',
  },
  SEX: { type: 'text', entry: 'x.sex', budget: null, claim: null, frame: null },
  DECILE: { type: 'integer', entry: 'x.decile::integer', budget: null, claim: null, frame: null },
  MONTH: { type: 'integer', entry: 'x.month_number', budget: null, claim: 'x.month_number', frame: null },
  YEAR: {
    type: 'integer',
    entry: 'x.month_number / 12',
    budget: 'x.fiscal_year',
    claim: 'x.month_number / 12',
    frame: 'x.fiscal_year',
  },
  OFFICE: { type: 'uuid', entry: 'x.office_id', budget: null, claim: null, frame: null },
};

/** Column of the key in the answer. */
export const keyName = (grouping: CoverageGrouping): string => `key_${grouping.toLowerCase()}`;

interface Shown {
  readonly join: string;
  readonly columns: string;
  /** Text by which rows are sorted; those without the key come last. */
  readonly sort: string;
  /** Where a missing key is one that is not told: everywhere, nowhere, or where there are people. */
  readonly untold: 'EVERYWHERE' | 'NOWHERE' | 'OF_PEOPLE';
  /** Whether the name may change where facts do. */
  readonly isFact?: true;
}

/** The record behind a key, as JSON of its id, code and name. */
export const recordSql = (name: string, prefix: string, code: string, label: string, alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('id', '${prefix}_' || replace(${alias}.id::text, '-', ''), 'code', ${code}, 'name', ${label}) end as ${name}`;

const last = "'~'";

/** How each key is shown and sorted. */
export const shown: Readonly<Record<CoverageGrouping, Shown>> = {
  REGION: {
    join: 'left join region kr on kr.id = a.key_region',
    columns: recordSql('region', 'region', 'kr.code', 'kr.display_name', 'kr'),
    sort: `coalesce(kr.code, ${last})`,
    untold: 'NOWHERE',
  },
  PROVINCE: {
    join: 'left join region kv on kv.id = a.key_province',
    columns: recordSql('province', 'region', 'kv.code', 'kv.display_name', 'kv'),
    sort: `coalesce(kv.code, ${last})`,
    untold: 'NOWHERE',
  },
  PROGRAM: {
    join: 'left join app.statistics_programs(array(select s.id from scope s)) kp on kp.id = a.key_program',
    columns: recordSql('program', 'program', 'null', 'kp.name', 'kp'),
    sort: `coalesce(kp.name || ' ' || kp.id, ${last})`,
    untold: 'OF_PEOPLE',
    isFact: true,
  },
  CATEGORY: {
    join: 'left join category kc on kc.id = a.key_category',
    columns: recordSql('category', 'category', 'kc.code', 'kc.name', 'kc'),
    sort: `coalesce(kc.code, ${last})`,
    untold: 'EVERYWHERE',
  },
  FUNDING_SOURCE: {
    join: '',
    columns: 'a.key_funding_source as "fundingSource"',
    sort: `coalesce(a.key_funding_source, ${last})`,
    untold: 'NOWHERE',
  },
  SEX: {
    join: '',
    columns: `nullif(a.key_sex, 'UNKNOWN') as sex`,
    sort: `coalesce(a.key_sex, ${last})`,
    untold: 'EVERYWHERE',
  },
  DECILE: {
    join: '',
    columns: 'nullif(a.key_decile, 0) as decile',
    sort: `coalesce(lpad(nullif(a.key_decile, 0)::text, 2, '0'), case when a.key_decile = 0 then '99' end, ${last})`,
    untold: 'EVERYWHERE',
  },
  MONTH: {
    join: '',
    columns: `(a.key_month / 12)::text || '-' || lpad((a.key_month % 12 + 1)::text, 2, '0') as month`,
    sort: `lpad(a.key_month::text, 6, '0')`,
    untold: 'NOWHERE',
  },
  YEAR: { join: '', columns: 'a.key_year as year', sort: 'a.key_year::text', untold: 'NOWHERE' },
  OFFICE: {
    join: 'left join office ko on ko.id = a.key_office',
    columns: recordSql('office', 'office', 'ko.code', 'ko.display_name', 'ko'),
    sort: `coalesce(ko.display_name || ' ' || ko.id, ${last})`,
    untold: 'NOWHERE',
    isFact: true,
  },
};

/** Columns of `RowNames` and of the keys themselves, of rows `a`, with the joins that they need and what to sort by. */
export function namedSql(groupBy: readonly CoverageGrouping[]): {
  readonly columns: string;
  readonly joins: string;
  readonly sorts: string;
} {
  const parts = groupBy.map((grouping) => shown[grouping]);
  const sorts = parts.map(({ sort }) => `(${sort}) collate "C"`).join(', ');
  return {
    columns: `${keysColumn(groupBy)}, (select row_to_json(n) from (select ${parts.map(({ columns }) => columns).join(', ')}) n) as names,
      array[${sorts}] as sorts`,
    joins: parts.map(({ join }) => join).join(' '),
    sorts,
  };
}

/** The keys of rows `a` in their order. */
export const keysColumn = (groupBy: readonly CoverageGrouping[]): string =>
  `json_build_array(${groupBy.map((grouping) => `a.${keyName(grouping)}`).join(', ')}) as keys`;
