import { selectionOf } from '../path-selection';

/** A column of the list as a file may have it. */
export interface FileColumn {
  readonly name: string;
  /** Names of the GraphQL fields on the way to the value. */
  readonly path: readonly string[];
  readonly title: string;
  /** Words for the values of a choice. */
  readonly values: Readonly<Record<string, string>>;
  readonly isPersonal: boolean;
  /** Whether the list shows it to the person. */
  readonly isShown: boolean;
}

/** What the server says of the list that is to become a file. */
export interface ListFile {
  readonly listName: string;
  readonly filterType: string | null;
  readonly orderType: string | null;
  readonly filter: Readonly<Record<string, unknown>> | null;
  readonly orderBy: object | null;
  readonly columns: readonly FileColumn[];
  readonly mayReveal: boolean;
}

/** How the file is wanted. */
export interface FileWish {
  readonly format: 'XLSX' | 'CSV' | 'JSONL';
  readonly writing: 'ID' | 'ISO';
  /** Names of columns. */
  readonly columns: readonly string[];
  readonly reason: string;
  readonly nik: boolean;
}

export function countOf(list: ListFile): { readonly query: string; readonly variables: object } {
  return operationOf(list, 'totalCount isTotalEstimated', false);
}

/** The body for `POST /exports`. */
export function orderOf(list: ListFile, { columns, reason, ...how }: FileWish): object {
  const chosen = list.columns.filter(({ name }) => columns.includes(name));
  const labels = Object.fromEntries(
    chosen.map(({ path, title, values }) => [
      path.join('.'),
      // the list heads it as masked
      { title: how.nik && path.at(-1) === 'nik' ? 'NIK' : title, values },
    ]),
  );
  const selection = `nodes { ${selectionOf(chosen.map(({ path }) => path))} }`;
  return {
    ...operationOf(list, selection, true),
    ...how,
    labels,
    sorted: true,
    ...(reason.trim() !== '' && { reason }),
  };
}

function operationOf(
  { listName, filterType, orderType, filter, orderBy }: ListFile,
  selection: string,
  isSorted: boolean,
) {
  const given = [
    { name: 'filter', type: filterType, value: filter },
    { name: 'orderBy', type: orderType, value: isSorted ? orderBy : null },
  ].filter(({ type, value }) => type !== null && value !== null);
  const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const [head, args] = given.length === 0 ? ['query', ''] : [`query (${declared})`, `(${passed})`];
  return {
    query: `${head} { ${listName}${args} { ${selection} } }`,
    variables: Object.fromEntries(given.map(({ name, value }) => [name, value])),
  };
}
