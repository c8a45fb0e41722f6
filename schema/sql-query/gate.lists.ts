const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Functions of pg_catalog that only reckon with the values they are given. */
export const functions = words(`
  count sum avg min max bool_and bool_or every string_agg array_agg json_agg any_value mode percentile_cont percentile_disc
  stddev stddev_pop stddev_samp variance var_pop var_samp bit_and bit_or range_agg corr covar_pop covar_samp regr_avgx regr_avgy regr_count
  regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
  abs ceil ceiling floor round trunc mod div power pow sqrt cbrt exp ln log log10 sign gcd lcm width_bucket pi random
  degrees radians sin cos tan asin acos atan atan2 scale min_scale trim_scale numeric_inc
  lower upper initcap length char_length character_length octet_length btrim ltrim rtrim substring substr left right
  replace translate concat concat_ws split_part strpos position reverse format lpad rpad repeat overlay ascii chr md5
  starts_with regexp_replace regexp_match regexp_matches regexp_split_to_array regexp_split_to_table regexp_count
  regexp_like regexp_instr regexp_substr like_escape similar_to_escape
  string_to_array array_to_string string_to_table unnest array_length array_ndims array_lower array_upper cardinality
  array_position array_positions array_remove array_replace array_append array_prepend array_cat trim_array
  to_char to_number to_date to_timestamp date_part date_trunc date_bin extract age now make_date make_interval
  make_timestamp justify_days justify_hours justify_interval isfinite timezone overlaps statement_timestamp
  transaction_timestamp clock_timestamp
  pg_typeof bit_length make_timestamptz json_build_object json_build_array
  json_object_agg generate_series generate_subscripts num_nulls num_nonnulls isempty lower_inc upper_inc daterange int4range numrange
  text int4 int8 numeric float8 date bool
`);

/** Functions whose result is as long as an argument says; that one has to be a number up to `longestMade`. */
export const lengthening: Readonly<Record<string, number>> = { lpad: 1, rpad: 1, repeat: 1 };
export const longestMade = 1000;

export const operators = words(`
  = <> != < > <= >= + - * / % ^ || | & # << >> ~ !~ ~* !~* ~~ !~~ ~~* !~~* ^@ @> <@ && -|- |/ ||/ @ !!
`);

/** Types that values may be cast to, and arrays of them. */
export const types = words(`
  bool int2 int4 int8 numeric float4 float8 text varchar bpchar date time timetz timestamp timestamptz interval uuid
  daterange int4range numrange
`);

/** Names of PostgreSQL for the moment; not those for the user, the role, the database. */
export const moments = words(`
  SVFOP_CURRENT_DATE SVFOP_CURRENT_TIME SVFOP_CURRENT_TIME_N SVFOP_CURRENT_TIMESTAMP SVFOP_CURRENT_TIMESTAMP_N
  SVFOP_LOCALTIME SVFOP_LOCALTIME_N SVFOP_LOCALTIMESTAMP SVFOP_LOCALTIMESTAMP_N
`);

/** Names that PostgreSQL gives to columns without one. */
export const impliedColumns = words(
  '?column? case coalesce greatest least array exists row nullif column1 column2 column3 ordinality',
);

/** What people look for under the names of the tables, and where it is. */
export const insteadOf: Readonly<Record<string, string>> = {
  beneficiary: 'people_counts',
  person: 'people_counts',
  peserta: 'people_counts',
  penerima: 'people_counts',
  enrollment: 'enrollment_states',
  verification: 'enrollment_checks',
  coverage: 'program_months',
  iuran: 'program_months',
  double_payment: 'double_funding',
  coverage_case: 'double_funding',
  credit_note: 'bills',
  budget_line: 'budget_lines',
  anggaran: 'budget_lines',
  indicator: 'observations',
  kecamatan: 'district_months',
  desa: 'village_months',
  kelurahan: 'village_months',
  source: 'sources',
  sumber: 'sources, citations',
  citation: 'citations',
  mou_party: 'mou_parties',
  mou_legal_basis: 'mou_legal_bases',
  wilayah: 'regions',
  peraturan: 'regulations',
  tagihan: 'bills',
  klaim: 'claims',
  kategori: 'categories',
  kantor: 'offices',
  columns: 'dictionary',
  tables: 'dictionary',
  views: 'dictionary',
  schemata: 'dictionary',
  calendar: 'months',
  kalender: 'months',
  bulan: 'months',
  pg_class: 'dictionary',
  pg_attribute: 'dictionary',
  pg_namespace: 'dictionary',
  pg_tables: 'dictionary',
  pg_views: 'dictionary',
  pg_description: 'dictionary',
};
