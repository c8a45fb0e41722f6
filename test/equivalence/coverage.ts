import {
  type DocumentNode,
  type GraphQLAbstractType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isObjectType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type JsonObject, leftOut } from './generator.js';

/** What of the schema the operations asked for: `Type.field`, `Type.field(argument)`, `Input.field`, `Enum.VALUE`. */
export class Coverage {
  readonly #asked = new Set<string>();

  constructor(private readonly schema: GraphQLSchema) {}

  add(document: DocumentNode, variables: JsonObject): void {
    const info = new TypeInfo(this.schema);
    const place = () => `${info.getParentType()?.name}.${info.getFieldDef()?.name}`;
    const asked = this.#asked;
    visit(
      document,
      visitWithTypeInfo(info, {
        Field: () => void asked.add(place()),
        Argument: ({ name }) => void asked.add(`${place()}(${name.value})`),
        ObjectField: ({ name }) => void asked.add(`${getNamedType(info.getParentInputType())}.${name.value}`),
        EnumValue: ({ value }) => void asked.add(`${getNamedType(info.getInputType())}.${value}`),
        VariableDefinition: ({ variable, type }) => {
          const declared = typeFromAST(this.schema, type as never);
          const value = variables[variable.name.value];
          if (isInputType(declared)) this.#addValue(declared, value);
        },
      }),
    );
  }

  /** Of all that a query can reach, what no operation asked for. */
  missing(): readonly string[] {
    return [...new Set(reachable(this.schema))].filter((place) => !this.#asked.has(place)).sort();
  }

  /** Fields of records that were asked for, as `Type.field`. */
  fields(): readonly string[] {
    return [...this.#asked].filter((place) => {
      const [type = '', field = ''] = place.split('.');
      const named = this.schema.getType(type);
      return isObjectType(named) && type !== 'Query' && field in named.getFields();
    });
  }

  #addValue(type: GraphQLInputType, value: unknown): void {
    if (value === null || value === undefined) return;
    if (isNonNullType(type)) this.#addValue(type.ofType, value);
    else if (isListType(type) && Array.isArray(value))
      for (const item of value) this.#addValue(type.ofType, item);
    else if (isEnumType(type)) this.#asked.add(`${type.name}.${value}`);
    else if (isInputObjectType(type) && typeof value === 'object')
      for (const [name, part] of Object.entries(value)) {
        this.#asked.add(`${type.name}.${name}`);
        const field = type.getFields()[name];
        if (field) this.#addValue(field.type, part);
      }
  }
}

/** Everything that a query can name, enumerations as far as they are values of arguments. */
function* reachable(schema: GraphQLSchema): Generator<string> {
  const waiting: GraphQLNamedType[] = [schema.getQueryType() as GraphQLNamedType];
  const known = new Set(waiting);
  const further = (given: GraphQLType) => {
    const type = getNamedType(given);
    if (known.has(type)) return;
    known.add(type);
    waiting.push(type);
  };
  for (const type of schema.getPossibleTypes(schema.getType('Node') as GraphQLAbstractType)) further(type);
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (isEnumType(type)) for (const { name } of type.getValues()) yield `${type.name}.${name}`;
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) {
        yield `${type.name}.${field.name}`;
        further(field.type);
      }
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (leftOut.has(field.name)) continue;
      yield `${type.name}.${field.name}`;
      if (isObjectType(getNamedType(field.type))) further(field.type);
      for (const argument of field.args) {
        yield `${type.name}.${field.name}(${argument.name})`;
        further(argument.type);
      }
    }
  }
}
