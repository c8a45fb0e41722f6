import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

interface Described {
  readonly name: string;
  readonly description: string | null | undefined;
  readonly isBoolean?: boolean;
  /** Whether its reader can be given null, and has to know what that means. */
  readonly isNullable?: boolean;
}

/** What these do, their fields say; type-graphql has no place for a description of theirs. */
const roots = ['Query', 'Mutation', 'Subscription'];

/** What the descriptions of a schema lack of the house form, each as a sentence with the place. */
export function faultyDescriptions(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap());
  const own = types.filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  return own
    .flatMap(ofType)
    .filter(({ name }) => !roots.includes(name))
    .flatMap(faults);
}

function ofType(type: GraphQLNamedType): Described[] {
  const own: Described = { name: type.name, description: type.description };
  if (isEnumType(type)) return [own];
  if (isInputObjectType(type))
    return [own, ...Object.values(type.getFields()).map((field) => described(type.name, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields()).flatMap((field) => [
    { ...described(type.name, field), isNullable: !isNonNullType(field.type) },
    ...field.args.map((argument) => described(`${type.name}.${field.name}`, argument)),
  ]);
  return [own, ...fields];
}

function described(
  parent: string,
  { name, description, type }: { name: string; description?: string | null | undefined; type: unknown },
): Described {
  return {
    name: `${parent}.${name}`,
    description,
    isBoolean: String(getNamedType(type as never)) === 'Boolean',
  };
}

function faults({ name, description, isBoolean, isNullable }: Described): string[] {
  if (!description) return [`${name} has no description`];
  const found: string[] = [];
  if (/^(The|An?) /.test(description)) found.push(`${name} begins with an article`);
  if (!description.endsWith('.')) found.push(`${name} does not end with a full stop`);
  if (isBoolean && !description.startsWith('Whether ')) found.push(`${name} does not begin with "Whether"`);
  if (isNullable && !/\bnull\b/i.test(description)) found.push(`${name} does not say what null means`);
  return found;
}
