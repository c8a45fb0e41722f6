import type { GraphQLField, GraphQLResolveInfo } from 'graphql';
import {
  type ClassType,
  Ctx,
  Extensions,
  Field,
  Info,
  ObjectType,
  Root,
  registerEnumType,
} from 'type-graphql';
import type { Outcome, Problem } from './problem.js';
import type { Concept } from './readable.js';
import { Selectable } from './selectable.js';
import { selectionOf } from './selection.js';
import { kernelCodes, messageOf } from './texts.js';
import type { Caller } from './unit-of-work.js';

/** What every GraphQL resolver gets: who asks, and nothing of the transport. */
export interface Context {
  readonly caller: Caller;
}

/** Result of a mutation before its selection is read. */
export interface Payload {
  readonly id: string | null;
  readonly userErrors: readonly {
    readonly path: readonly string[];
    readonly code: string;
    readonly message: string;
  }[];
}

/** Problems in the caller's language, beside the id of the changed record. */
export function payloadOf(caller: Caller, outcome: Outcome): Payload {
  return { id: outcome.id, userErrors: outcome.problems.map((problem) => userError(caller, problem)) };
}

function userError({ actor }: Caller, { path, code, params }: Problem) {
  return { path, code, message: messageOf(code, params, actor.locale) };
}

/** The error type of a concept with its codes, for instance `MouUserError` and `MouErrorCode`. */
export function userErrorOf(name: string, codes: readonly string[]): ClassType<object> {
  const enumeration = Object.fromEntries([...codes, ...kernelCodes].map((code) => [code, code]));
  registerEnumType(enumeration, {
    name: `${name}ErrorCode`,
    description: `What can be wrong with a change of a ${name}.`,
  });

  @ObjectType(`${name}UserError`, {
    description: `Problem with a change of a ${name} that the person can mend.`,
  })
  class UserError {
    @Field(() => [String], { description: 'Path of the input that has to be mended, from the argument on.' })
    path!: string[];

    @Field(() => enumeration, { description: 'Stable code of the problem.' })
    code!: string;

    @Field(() => String, { description: 'What is wrong and what to do, in the language of the caller.' })
    message!: string;
  }
  return UserError;
}

/** What a payload says beside the record and the problems; the resolver's answer holds it under its name. */
interface PayloadField {
  readonly type: () => ClassType<object> | [ClassType<object>] | StringConstructor;
  readonly nullable?: boolean;
  readonly description: string;
}

const recordExtension = 'recordOf';

/** The concept whose record this field of a payload shows; null: it is another field. */
export function recordOf({ extensions }: GraphQLField<unknown, unknown>): Concept | null {
  const entity = extensions[recordExtension];
  return typeof entity === 'function' ? entity() : null;
}

/**
 * Payload type of a mutation, for instance `MouSignPayload { mou userErrors }`. The record is read behind the commit,
 * with everything selected below it in one statement.
 */
export function payloadType<Entity extends object>({
  mutation,
  field,
  entity,
  userError: error,
  more = {},
}: {
  readonly mutation: string;
  readonly field: string;
  readonly entity: () => ClassType<Entity> & Concept;
  readonly userError: ClassType<object>;
  readonly more?: Readonly<Record<string, PayloadField>>;
}): ClassType<object> {
  @ObjectType(`${mutation}Payload`, { description: `What \`${mutation}\` came to.` })
  class MutationPayload {
    @Selectable()
    @Extensions({ [recordExtension]: entity })
    @Field(entity, {
      name: field,
      nullable: true,
      description: 'Record after the change. Null: nothing was changed, see `userErrors`.',
    })
    record(
      @Root() payload: Payload,
      @Ctx() { caller }: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<object | null> {
      return caller.reads.one(entity(), payload.id, selectionOf(info));
    }

    @Field(() => [error], {
      description: 'Problems to mend, in the order of the form; empty when the change was made.',
    })
    userErrors!: object[];
  }
  for (const [name, { type, ...options }] of Object.entries(more))
    Field(type, options)(MutationPayload.prototype, name);
  return MutationPayload;
}
