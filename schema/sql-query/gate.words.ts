/** What people write elsewhere, and how it is written here; functions in small letters, parts of statements in capitals. */
const writtenAs: Readonly<Record<string, string>> = {
  ifnull: 'coalesce(a, b)',
  isnull: 'coalesce(a, b)',
  nvl: 'coalesce(a, b)',
  iif: 'case when … then … else … end',
  if: 'case when … then … else … end',
  decode: 'case … when … then … end',
  group_concat: "string_agg(kolom, ', ')",
  listagg: "string_agg(kolom, ', ')",
  year: 'extract(year from month)',
  month: 'extract(month from due_on)',
  day: 'extract(day from due_on)',
  quarter: 'extract(quarter from month)',
  getdate: 'current_date',
  curdate: 'current_date',
  sysdate: 'current_date',
  datediff: 'due_on - issued_on',
  dateadd: "due_on + interval '1 month'",
  date_add: "due_on + interval '1 month'",
  date_sub: "due_on - interval '1 month'",
  add_months: "due_on + interval '1 month'",
  date_format: "to_char(month, 'YYYY-MM')",
  str_to_date: "to_date('2026-02-11', 'YYYY-MM-DD')",
  len: 'length(region_name)',
  instr: "strpos(title, 'MoU')",
  charindex: "strpos(title, 'MoU')",
  median: 'percentile_cont(0.5) within group (order by persons)',
  crosstab: "sum(persons) filter (where sex = 'FEMALE')",
  last_day: "(date_trunc('month', due_on) + interval '1 month - 1 day')::date",
  eomonth: "(date_trunc('month', due_on) + interval '1 month - 1 day')::date",
  months_between: 'extract(year from age(a, b)) * 12 + extract(month from age(a, b))',
  strftime: "to_char(month, 'YYYY-MM')",
  unaccent: "region_name ilike '%serang%'",
  similarity: "region_name ilike '%serang%'",
  levenshtein: "region_name ilike '%serang%'",
  soundex: "region_name ilike '%serang%'",
  to_tsvector: "title ilike '%kerja%'",
  to_tsquery: "title ilike '%kerja%'",
  plainto_tsquery: "title ilike '%kerja%'",
  array_sort: 'array(select unnest(missing) order by 1)',
  sha256: 'md5(region_code)',
  encode: 'md5(region_code)',
  digest: 'md5(region_code)',
  gen_random_uuid: 'row_number() over ()',
  setseed: 'order by md5(region_code)',
  to_json: "json_build_object('wilayah', region_name)",
  row_to_json: 'json_agg(p)',
  to_jsonb: "json_build_object('wilayah', region_name)",
  jsonb_build_object: "json_build_object('wilayah', region_name)",
  jsonb_agg: 'json_agg(region_name)',
  jsonb_object_agg: 'json_object_agg(region_code, region_name)',
  count_if: 'count(*) filter (where …)',
  countif: 'count(*) filter (where …)',
  sumif: 'sum(persons) filter (where …)',
  sumifs: 'sum(persons) filter (where …)',
  money: "replace(to_char(paid_rupiah, 'FM999,999,999,999'), ',', '.')",
  json: "json_build_object('wilayah', region_name)",
  jsonb: "json_build_object('wilayah', region_name)",
  datetime: 'due_on::timestamp',
  string: 'fiscal_year::text',
  nvarchar: 'fiscal_year::text',
  number: 'persons::numeric',
  double: 'persons::float8',
  signed: 'persons::bigint',
  unsigned: 'persons::bigint',
  regclass: "select * from dictionary where view_name = 'programs'",
  TABLESAMPLE: 'order by random() limit 100',
  COLLATE: 'order by lower(region_name)',
  'JSON TABLE': "unnest(string_to_array('36.72,36.04', ','))",
};

/** What other databases and tools have and PostgreSQL's grammar has not, by what gives it away in the text. */
const foreignSyntax: readonly (readonly [RegExp, string])[] = [
  [/\bselect\s+top\b/i, '… limit 10'],
  [/\blimit\s+\d+\s*,\s*\d+/i, 'limit 10 offset 5'],
  [/`/, '"region_name"'],
  [/\[[A-Za-z_][\w ]*\]/, '"region_name"'],
  [/\bqualify\b/i, 'select … from (select …, row_number() over (…) as no …) x where no = 1'],
  [/\bgroup\s+by\s+all\b/i, 'group by 1, 2'],
  [/\bpivot\b/i, "sum(persons) filter (where sex = 'FEMALE')"],
  [/#/, '-- komentar'],
  [/\binterval\s+\d+\s+\w+/i, "interval '1 month'"],
  [/\{\{|[=<>(,\s]:[a-z_]|%\(\w+\)s|[=<>(,]\s*\?/i, '$1'],
];

/** How PostgreSQL writes what its grammar could not read here; null: no habit of another database is known in it. */
export const syntaxOtherwise = (text: string): string | null =>
  foreignSyntax.find(([trace]) => trace.test(text))?.[1] ?? null;

/** Names of libpg-query's syntax tree that are not those of SQL. */
const constructNames: Readonly<Record<string, string>> = {
  'RANGE TABLE SAMPLE': 'TABLESAMPLE',
  LOCKING: 'FOR UPDATE',
  'VARIABLE SHOW': 'SHOW',
  'VARIABLE SET': 'SET',
};

/** `InsertStmt` -> `INSERT`. */
export const statementName = (kind: string): string => constructName(kind.replace(/Stmt$/, ''));

/** `intoClause` -> `INTO`, `XmlExpr` -> `XML`, `RangeTableSample` -> `TABLESAMPLE`. */
export function constructName(name: string): string {
  const words = name
    .replace(/(Clause|Expr|Stmt)$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toUpperCase();
  return Object.hasOwn(constructNames, words) ? (constructNames[words] ?? words) : words;
}

/** How to write what is refused under this name; null: there is no such advice. */
export function writtenOtherwise(name: string | number | undefined): string | null {
  const key = String(name);
  return Object.hasOwn(writtenAs, key) ? (writtenAs[key] ?? null) : null;
}
