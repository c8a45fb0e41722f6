import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { FlatSelection, type FormCount } from '../../schema/kernel/flat-read.js';
import {
  collectedFields,
  NotCompilable,
  type OperationParts,
  type OutputObject,
} from '../../schema/kernel/output.js';
import { type Payload, recordOf } from '../../schema/kernel/payload.js';
import { plainText } from '../../schema/kernel/plain-writer.js';
import type { Concept } from '../../schema/kernel/readable.js';
import { collectedSelection, type FieldPlace, type Selection } from '../../schema/kernel/selection.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';

/** The record that the payload of a decision shows. */
export interface ShownRecord {
  /** Name of the payload's field. */
  readonly name: string;
  readonly concept: Concept;
  readonly selection: Selection;
}

/** Whether the operation is one mutation that answers with the record of a decision, and asks for it unconditionally. */
export function isDecision(
  schema: GraphQLSchema,
  { operation, selectionSet: { selections } }: OperationDefinitionNode,
): boolean {
  const [node, ...others] = selections;
  if (operation !== 'mutation' || node?.kind !== 'Field' || others.length > 0) return false;
  const field = schema.getMutationType()?.getFields()[node.name.value];
  return !node.directives?.length && hasRecord(field && getNamedType(field.type));
}

function hasRecord(type: GraphQLNamedType | undefined): boolean {
  return isObjectType(type) && Object.values(type.getFields()).some((field) => recordOf(field) !== null);
}

/** A payload as an operation asks for it. */
interface AskedPayload {
  readonly nodes: readonly FieldNode[];
  /** Null: only graphql-js knows what the answer looks like. */
  readonly output: OutputObject | null;
  readonly count: FormCount;
}

/**
 * The record that is asked of a payload by these nodes; null: none. With an output it is written from rows.
 * @throws NotCompilable when it is asked for under two names.
 */
export function shownRecord(
  operation: OperationParts,
  type: GraphQLNamedType,
  payload: AskedPayload,
): ShownRecord | null {
  if (!isObjectType(type)) return null;
  const sets = payload.nodes.map(({ selectionSet }) => selectionSet);
  const [shown, ...others] = [...collectedFields(operation, type, sets).values()].flatMap((fieldNodes) => {
    const field = type.getFields()[fieldNodes[0]?.name.value ?? ''];
    const concept = field && recordOf(field);
    return concept ? [{ field, concept, fieldNodes }] : [];
  });
  if (others.length > 0) throw new NotCompilable(`${type.name} with its record under two names`);
  if (!shown) return null;
  const { field, concept, fieldNodes } = shown;
  return {
    name: field.name,
    concept,
    selection: selectionOfRecord({ ...operation, returnType: field.type, fieldNodes }, field.name, payload),
  };
}

function selectionOfRecord(place: FieldPlace, name: string, { output, count }: AskedPayload): Selection {
  const selection = collectedSelection(place);
  const below = output?.fields.find((field) => field.name === name)?.below;
  return below ? new FlatSelection(selection, below, count) : selection;
}

/** The root field of a decision. */
interface DecisionField {
  readonly definition: { readonly type: GraphQLOutputType };
  readonly output: OutputObject | null;
  readonly shown: ShownRecord | null;
}

/** JSON text of a decision's payload with its record; null: graphql-js has to complete it, and say what is wrong with it. */
export async function decisionText(
  { definition, output, shown }: DecisionField,
  settled: PromiseSettledResult<unknown> | undefined,
  { reads }: Caller,
): Promise<string | null> {
  const payload = settled?.status === 'fulfilled' ? settled.value : null;
  if (!output || !isPayload(payload)) return null;
  try {
    const record = shown && (await reads.one(shown.concept, payload.id, shown.selection));
    return plainText(definition.type, output, shown ? { ...payload, [shown.name]: record } : payload);
  } catch {
    return null; // graphql-js meets it again; thrown on, it would let the decision be made again
  }
}

function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && 'id' in value && 'userErrors' in value;
}
