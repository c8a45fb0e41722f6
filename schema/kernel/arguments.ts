import { Arg, type ClassType, ID, Int } from 'type-graphql';

/** Arguments that many fields have: named, typed and described once. */
type Argument = ReturnType<typeof Arg>;

/** `id`: the record that is read or changed. */
export function RecordId(): Argument {
  return Arg('id', () => ID, { description: 'Id of the record.' });
}

/** `expectedVersion`: the version that the person saw. */
export function ExpectedVersion(): Argument {
  const description =
    'Version of the record that the change was made for; refused with `STALE_VERSION` when it is another one by now.';
  return Arg('expectedVersion', () => Int, { description });
}

/** `input`: the values of a mutation. */
export function Input(type: () => ClassType<object>): Argument {
  return Arg('input', type, { description: 'Values of the change.' });
}

/** `idempotencyKey`: makes a repeated create harmless. */
export function IdempotencyKey(): Argument {
  const description =
    'Text of up to 200 characters that the client makes up for this create; repeated with the same input, it gives the record made before. Null: each request creates anew.';
  return Arg('idempotencyKey', () => String, { nullable: true, description });
}
