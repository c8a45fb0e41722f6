import {
  type DocumentNode,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { FlatSelection, type FormCount } from '../../schema/kernel/flat-read.js';
import { NotWritable } from '../../schema/kernel/leaf-writer.js';
import {
  collectedFields,
  NotCompilable,
  type OperationParts,
  type OutputObject,
  outputOf,
  variablesBelow,
} from '../../schema/kernel/output.js';
import { plainText } from '../../schema/kernel/plain-writer.js';
import { type CompiledInfo, collectedSelection, type Selection } from '../../schema/kernel/selection.js';
import { Written } from '../../schema/kernel/written.js';
import type { OperationContext } from './apollo.js';
import { decisionText, isDecision, type ShownRecord, shownRecord } from './compiled-decision.js';
import { KeptShapes } from './kept-shapes.js';

/** What a compiled operation came to. */
export interface CompiledAnswer {
  /** JSON text of the answer; null: graphql-js has to say it, with the outcomes of root fields that stand. */
  readonly text: string | null;
  readonly outcomes: ReadonlyMap<string, Promise<unknown>>;
  /** Whether all of it was written from rows. */
  readonly isCompiled: boolean;
}

/** A root field with its selection, made once for all requests whose variables ask for the same shape. */
interface RootField {
  readonly responseKey: string;
  readonly nodes: readonly FieldNode[];
  readonly definition: GraphQLField<unknown, unknown>;
  readonly selections: Map<string, Selection>;
  readonly count: FormCount;
  /** What the answer looks like where no field below has code of its own; null: only graphql-js knows. */
  readonly output: OutputObject | null;
  /** Of a decision: the record that its answer shows; null: it shows none, or it is a query. */
  readonly shown: ShownRecord | null;
  /** What was written of answers that services keep. */
  readonly written: WeakMap<object, string>;
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * One query or decision of a document. Its root resolvers run as ever; what they read with the operation's own selection comes
 * back as text, which is put together to the answer. What is not text is completed by graphql-js.
 */
export class CompiledOperation implements FormCount {
  /** What was made of the document so far: shapes, and statements with their writers. */
  forms = 1;
  readonly #fragments: Record<string, FragmentDefinitionNode>;
  readonly #decisive: readonly string[];
  readonly #shapes = new KeptShapes<readonly RootField[]>();
  readonly #root: GraphQLObjectType;
  /** Whether it is one decision: all that it changes, it changes in a unit of work. */
  readonly isDecision: boolean;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.isDecision = isDecision(schema, operation);
    const root = schema.getRootType(operation.operation);
    if (!root || (operation.operation !== 'query' && !this.isDecision))
      throw new NotCompilable('only queries and single decisions are compiled');
    this.#root = root;
    this.#fragments = Object.fromEntries(
      document.definitions.flatMap((definition) =>
        definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition]] : [],
      ),
    );
    const below = operation.selectionSet.selections.map((node) =>
      node.kind === 'Field' && !node.directives?.length ? node.selectionSet : node,
    );
    this.#decisive = variablesBelow(this.#fragments, below);
  }

  /**
   * Null: the variables are wrong, which graphql-js explains.
   * @throws NotCompilable
   */
  async run(context: OperationContext, given: Variables): Promise<CompiledAnswer | null> {
    const { coerced } = getVariableValues(this.schema, this.operation.variableDefinitions ?? [], given);
    if (!coerced) return null;
    const fields = this.#shapeOf(coerced);
    const outcomes = new Map<string, Promise<unknown>>();
    for (const field of fields) outcomes.set(field.responseKey, this.#resolved(field, context, coerced));
    const settled = await Promise.allSettled(outcomes.values());
    const parts = this.isDecision
      ? await Promise.all(fields.map((field, index) => decisionText(field, settled[index], context.caller)))
      : fields.map((field, index) => textOf(field, settled[index]));
    if (parts.includes(null)) return this.#completed(context, given, outcomes);
    const texts = fields.map(({ responseKey }, index) => `"${responseKey}":${parts[index]}`);
    return { text: `{"data":{${texts.join(',')}}}`, outcomes, isCompiled: true };
  }

  /** What graphql-js makes of outcomes that are no text; an error is left to the door. */
  async #completed(
    context: OperationContext,
    variableValues: Variables,
    outcomes: Map<string, Promise<unknown>>,
  ): Promise<CompiledAnswer> {
    for (const [key, outcome] of outcomes) if (await isForRows(outcome)) outcomes.delete(key);
    const { schema, document } = this;
    const operationName = this.operation.name?.value;
    const contextValue = { ...context, outcomes };
    const answer = await execute({ schema, document, contextValue, variableValues, operationName });
    const isWhole = !answer.errors && answer.data;
    return { text: isWhole ? JSON.stringify({ data: answer.data }) : null, outcomes, isCompiled: false };
  }

  #shapeOf(variables: Variables): readonly RootField[] {
    // null and absent differ: where a variable is absent, the argument's default holds
    const values = this.#decisive.map((name) => (name in variables ? [variables[name]] : []));
    return this.#shapes.get(values, () => this.#shapeMade(variables));
  }

  #shapeMade(variables: Variables): readonly RootField[] {
    this.forms += 1;
    const parts = { schema: this.schema, fragments: this.#fragments, variableValues: variables };
    const grouped = collectedFields(parts, this.#root, [this.operation.selectionSet]);
    return [...grouped].map(([responseKey, nodes]): RootField => {
      const definition = this.#root.getFields()[nodes[0]?.name.value ?? ''];
      if (!definition) throw new NotCompilable('introspection is not compiled');
      const type = getNamedType(definition.type);
      const output = outputOr(parts, type, nodes);
      const shown = this.isDecision ? shownRecord(parts, type, { nodes, output, count: this }) : null;
      const kept = { selections: new Map(), count: this, written: new WeakMap() };
      return { responseKey, nodes, definition, output, shown, ...kept };
    });
  }

  async #resolved(field: RootField, context: OperationContext, variableValues: Variables): Promise<unknown> {
    const { responseKey, nodes, definition } = field;
    const [node] = nodes;
    if (!node) return null;
    const plain: GraphQLResolveInfo = {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType: this.#root,
      path: { prev: undefined, key: responseKey, typename: this.#root.name },
      schema: this.schema,
      fragments: this.#fragments,
      rootValue: undefined,
      operation: this.operation,
      variableValues: { ...variableValues },
    };
    const info: CompiledInfo = { ...plain, selectionOf: (concrete) => selectionFor(field, plain, concrete) };
    const args = getArgumentValues(definition, node, { ...variableValues });
    if (field.shown) context.caller.reads.followed.follow(field.shown.concept, field.shown.selection);
    return definition.resolve?.(undefined, args, context, info);
  }
}

/** The selection of a root field, ready to be written where that is possible. */
function selectionFor(field: RootField, info: GraphQLResolveInfo, concrete = ''): Selection {
  const known = field.selections.get(concrete);
  if (known) return known;
  const selection = collectedSelection(info, concrete || undefined);
  const output = concrete ? outputOr(info, info.schema.getType(concrete), field.nodes) : field.output;
  const made = output ? new FlatSelection(selection, output, field.count) : selection;
  field.selections.set(concrete, made);
  return made;
}

/** Null: only graphql-js knows what the answer looks like. */
function outputOr(
  parts: OperationParts,
  type: GraphQLNamedType | undefined,
  nodes: readonly FieldNode[],
): OutputObject | null {
  if (!isObjectType(type)) return null;
  try {
    return outputOf(
      parts,
      type,
      nodes.map(({ selectionSet }) => selectionSet),
    );
  } catch (error) {
    if (error instanceof NotCompilable) return null;
    throw error;
  }
}

/** JSON text of a root field's outcome; null: graphql-js has to complete it. */
function textOf(field: RootField, settled: PromiseSettledResult<unknown> | undefined): string | null {
  const { definition } = field;
  const value = settled?.status === 'fulfilled' ? settled.value : undefined;
  if (value instanceof Written) return value.json;
  if (value === null && !isNonNullType(definition.type)) return 'null';
  if (!Array.isArray(value) || value.length === 0) return plainOr(field, value);
  if (value.every((item) => item instanceof Written || item === null))
    return `[${value.map((item: Written | null) => item?.json ?? 'null').join(',')}]`;
  return value.some((item) => item instanceof Written) ? null : plainOr(field, value);
}

/** Text of an answer made of plain values; the same answer, given again, is not written again. */
function plainOr({ definition, output, written }: RootField, value: unknown): string | null {
  if (!output || typeof value !== 'object' || value === null) return null;
  const known = written.get(value);
  if (known !== undefined) return known;
  try {
    const text = plainText(definition.type, output, value);
    written.set(value, text);
    return text;
  } catch (error) {
    if (error instanceof NotWritable) return null;
    throw error;
  }
}

/** Whether graphql-js needs rows where text was written, or could not be. */
async function isForRows(outcome: Promise<unknown>): Promise<boolean> {
  try {
    const value = await outcome;
    return (
      value instanceof Written || (Array.isArray(value) && value.some((item) => item instanceof Written))
    );
  } catch (error) {
    return error instanceof NotWritable;
  }
}
