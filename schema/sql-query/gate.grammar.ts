/** How a field of the syntax tree goes on: a node that names itself (or a list of such, or a plain value), or a node of this kind. */
type Field = 'ANY' | keyof typeof kinds;

const plain = <Names extends string>(...names: Names[]): Record<Names, 'ANY'> =>
  Object.fromEntries(names.map((name) => [name, 'ANY'])) as Record<Names, 'ANY'>;

/**
 * The SQL that analysts may write, as an allow-list of libpg-query's syntax tree: kinds of nodes, and their fields.
 * What is not listed (into, for update, tablesample, column definitions, …) is refused without being known.
 */
const kinds = {
  SelectStmt: {
    ...plain('distinctClause', 'targetList', 'fromClause', 'whereClause', 'groupClause', 'groupDistinct'),
    ...plain('havingClause', 'windowClause', 'valuesLists', 'sortClause', 'limitOffset', 'limitCount'),
    ...plain('limitOption', 'op', 'all', 'groupByAll'),
    withClause: 'WithClause',
    larg: 'SelectStmt',
    rarg: 'SelectStmt',
  },
  WithClause: plain('ctes', 'recursive'),
  CommonTableExpr: {
    ...plain('ctename', 'aliascolnames', 'ctematerialized', 'ctequery'),
    search_clause: 'CTESearchClause',
    cycle_clause: 'CTECycleClause',
  },
  CTESearchClause: plain('search_col_list', 'search_breadth_first', 'search_seq_column'),
  CTECycleClause: plain(
    'cycle_col_list',
    'cycle_mark_column',
    'cycle_mark_value',
    'cycle_mark_default',
    'cycle_path_column',
  ),
  ResTarget: plain('name', 'val'),
  ColumnRef: plain('fields'),
  A_Star: {},
  String: plain('sval'),
  Integer: plain('ival'),
  Float: plain('fval'),
  Boolean: plain('boolval'),
  A_Const: { ...plain('isnull'), sval: 'String', ival: 'Integer', fval: 'Float', boolval: 'Boolean' },
  List: plain('items'),
  A_Expr: plain('kind', 'name', 'lexpr', 'rexpr', 'rexpr_list_start', 'rexpr_list_end'),
  BoolExpr: plain('boolop', 'args'),
  NullTest: plain('arg', 'nulltesttype', 'argisrow'),
  BooleanTest: plain('arg', 'booltesttype'),
  FuncCall: {
    ...plain('funcname', 'args', 'agg_order', 'agg_filter', 'agg_within_group', 'agg_star', 'agg_distinct'),
    ...plain('func_variadic', 'funcformat'),
    over: 'WindowDef',
  },
  NamedArgExpr: plain('arg', 'name', 'argnumber'),
  TypeCast: { ...plain('arg'), typeName: 'TypeName' },
  TypeName: plain('names', 'typmods', 'typemod', 'arrayBounds'),
  CaseExpr: plain('arg', 'args', 'defresult'),
  CaseWhen: plain('expr', 'result'),
  CoalesceExpr: plain('args'),
  MinMaxExpr: plain('op', 'args'),
  SubLink: plain('subLinkType', 'testexpr', 'operName', 'subselect'),
  RowExpr: plain('args', 'row_format'),
  A_ArrayExpr: plain('elements', 'list_start', 'list_end'),
  A_Indirection: plain('arg', 'indirection'),
  A_Indices: plain('is_slice', 'lidx', 'uidx'),
  SQLValueFunction: plain('op', 'typmod'),
  ParamRef: plain('number'),
  RangeVar: { ...plain('schemaname', 'relname', 'inh', 'relpersistence'), alias: 'Alias' },
  RangeSubselect: { ...plain('lateral', 'subquery'), alias: 'Alias' },
  RangeFunction: { ...plain('lateral', 'ordinality', 'is_rowsfrom', 'functions'), alias: 'Alias' },
  JoinExpr: {
    ...plain('jointype', 'isNatural', 'larg', 'rarg', 'usingClause', 'quals'),
    alias: 'Alias',
    join_using_alias: 'Alias',
  },
  Alias: plain('aliasname', 'colnames'),
  SortBy: plain('node', 'sortby_dir', 'sortby_nulls', 'useOp'),
  WindowDef: {
    ...plain('name', 'refname', 'partitionClause', 'orderClause', 'frameOptions', 'startOffset', 'endOffset'),
  },
  GroupingSet: plain('kind', 'content'),
  GroupingFunc: plain('args'),
} as const;

type Fields = Readonly<Record<string, Field>>;

/** Fields that a kind of node may have; null: this kind is not among the allowed. */
export function fieldsOf(kind: string): Fields | null {
  return Object.hasOwn(kinds, kind) ? ((kinds as Readonly<Record<string, Fields>>)[kind] ?? null) : null;
}
