import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { leftOut } from './generator.js';

/** A query of a list with everything that is read of its records: their fields, and the records and lists below. */
export interface ListOperation {
  readonly name: string;
  /** Its variable `first` is the size of the page. */
  readonly query: string;
}

/** One operation for each list of the schema. */
export function listOperations(schema: GraphQLSchema): readonly ListOperation[] {
  const query = schema.getQueryType();
  const lists = Object.values(query?.getFields() ?? {}).filter((field) => isConnection(field));
  return lists.map((list) => {
    const record = recordOf(list);
    const fields = Object.values(record.getFields()).flatMap((field) => selected(field));
    const page = `totalCount pageInfo { endCursor } nodes { ${fields.join(' ')} }`;
    return { name: list.name, query: `query List($first: Int!) { ${list.name}(first: $first) { ${page} } }` };
  });
}

function selected(field: GraphQLField<unknown, unknown>): readonly string[] {
  const type = getNamedType(field.type);
  if (leftOut.has(field.name)) return [];
  if (isLeafType(type)) return [field.name];
  if (!isObjectType(type)) return [];
  if (isConnection(field))
    return [`${field.name}(first: 2) { totalCount nodes { ${leaves(recordOf(field))} } }`];
  return [`${field.name} { ${leaves(type)} }`];
}

function leaves(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && !leftOut.has(field.name),
  );
  return ['__typename', ...fields.map(({ name }) => name)].join(' ');
}

function isConnection({ type }: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(type).name.endsWith('Connection');
}

/** The type of the records of a connection. */
function recordOf({ type }: GraphQLField<unknown, unknown>): GraphQLObjectType {
  const connection = getNamedType(type);
  const record = isObjectType(connection) ? connection.getFields().nodes : undefined;
  const named = record && getNamedType(record.type);
  if (isObjectType(named)) return named;
  throw new Error(`${connection.name} has no nodes`);
}
