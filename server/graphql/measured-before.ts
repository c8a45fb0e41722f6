import { type DocumentNode, type GraphQLSchema, visit } from 'graphql';

/** An operation whose records are to be known. */
export interface Measured {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isPublic: boolean;
}

/** Different sizes of one document that are remembered. */
const mostSizes = 50;

/** What measuring one document came to before. Parsed documents are kept, and let go, by Apollo's bounded store. */
interface Remembered {
  /** Variables that can change how many records the operation may return. */
  readonly decisive: readonly string[];
  readonly records: Map<string, number>;
}

const remembered = new WeakMap<DocumentNode, Remembered>();

/** Records of an operation that was measured before with the same decisive variables, and allowed; else null. */
export function rememberedRecords(measured: Measured): number | null {
  const known = remembered.get(measured.document);
  return known?.records.get(sizeKey(known, measured)) ?? null;
}

export function rememberRecords(measured: Measured, records: number): void {
  const known = remembered.get(measured.document) ?? {
    decisive: decisiveVariables(measured.document),
    records: new Map(),
  };
  remembered.set(measured.document, known);
  if (known.records.size >= mostSizes) known.records.clear();
  known.records.set(sizeKey(known, measured), records);
}

function sizeKey({ decisive }: Remembered, { operationName, isPublic, variables }: Measured): string {
  const values = decisive.map((name) => (Object.hasOwn(variables, name) ? [sizeOf(variables[name])] : []));
  return JSON.stringify([operationName ?? null, isPublic, ...values]);
}

/** Of a list only its length counts; a text is one id, however long it is. */
function sizeOf(value: unknown): unknown {
  if (typeof value === 'string') return 'text';
  return Array.isArray(value) ? { length: value.length } : (value ?? null);
}

/** Page sizes, lists of ids, and the conditions of @include and @skip. */
function decisiveVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Argument(argument, _key, _parent, _path, ancestors) {
      const owner = ancestors.at(-1);
      const isDirective = typeof owner === 'object' && 'kind' in owner && owner.kind === 'Directive';
      if (!isDirective && argument.name.value !== 'first' && argument.name.value !== 'ids') return;
      visit(argument.value, { Variable: ({ name }) => void names.add(name.value) });
    },
  });
  return [...names];
}
