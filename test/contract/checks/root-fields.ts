import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

/** An operation that calls one root field with as little as it takes. */
export interface MinimalOperation {
  /** `Mutation.mouSign` */
  readonly name: string;
  readonly text: string;
}

/** Every root field of the schema, each as an operation with the least arguments. */
export function minimalOperations(schema: GraphQLSchema): MinimalOperation[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field) => ({
      name: `${root?.name}.${field.name}`,
      text: `${root?.name.toLowerCase()} { ${field.name}${argumentsOf(field)}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'} }`,
    })),
  );
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  const given = args
    .filter(isNeeded)
    .map((argument) => `${argument.name}: ${literalOf(argument.type, argument.name)}`);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function isNeeded({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

/** Value of a required input: readable, and no record of anybody's. */
function literalOf(type: GraphQLInputType, name: string): string {
  if (isNonNullType(type)) return literalOf(type.ofType, name);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return String(type.getValues()[0]?.name);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isNeeded);
    return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type, field.name)}`).join(', ')} }`;
  }
  const values: Readonly<Record<string, string>> = {
    Int: '1',
    Boolean: 'true',
    ID: '"nothing_00000000000070008000000000000000"',
    RegionCode: '"99"',
    CalendarDate: '"2026-01-01"',
    Month: '"2026-01"',
    DateTime: '"2026-01-01T00:00:00Z"',
    Rupiah: '"1"',
    Decimal: '"1"',
    Nik: '"0000000000000000"',
  };
  return values[type.name] ?? '"planted"';
}

/** Root fields without a decision, and decisions without a root field. */
export function undecided(names: readonly string[], decided: readonly string[]): string[] {
  return [
    ...names
      .filter((name) => !decided.includes(name))
      .map((name) => `${name} is not decided in test/contract/access.ts`),
    ...decided.filter((name) => !names.includes(name)).map((name) => `${name} is decided but does not exist`),
  ];
}
