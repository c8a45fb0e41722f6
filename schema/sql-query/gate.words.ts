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
  to_json: "json_build_object('wilayah', region_name)",
  row_to_json: "json_build_object('wilayah', region_name)",
  to_jsonb: "json_build_object('wilayah', region_name)",
  jsonb_build_object: "json_build_object('wilayah', region_name)",
  jsonb_agg: 'json_agg(region_name)',
  json_object_agg: "json_agg(json_build_object('wilayah', region_name))",
  jsonb_object_agg: "json_agg(json_build_object('wilayah', region_name))",
  count_if: 'count(*) filter (where …)',
  countif: 'count(*) filter (where …)',
  sumif: 'sum(persons) filter (where …)',
  sumifs: 'sum(persons) filter (where …)',
  TABLESAMPLE: 'order by random() limit 100',
  COLLATE: 'order by lower(region_name)',
  'JSON TABLE': "unnest(string_to_array('36.72,36.04', ','))",
};

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
