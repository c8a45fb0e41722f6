import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { concepts, createResolvers, type Services } from '../../schema/index.js';

/** type-graphql insists on one; every subscription of ours brings its own source (`subscribe`). */
const ownSources: PubSub = {
  publish: () => undefined,
  subscribe: (topic) => {
    throw new Error(`no topic ${topic}: subscriptions bring their own source`);
  },
};

/** The executable schema over these services. */
export function createSchema(services: Services): GraphQLSchema {
  const resolvers = createResolvers(services);
  return resolvedOnce(schemaOf((type) => resolvers.get(type)));
}

interface WithOutcomes {
  readonly outcomes?: ReadonlyMap<string, Promise<unknown>>;
}

/** Root fields that a compiled operation has resolved already are not resolved again for graphql-js. */
function resolvedOnce(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const field of roots.flatMap((type) => Object.values(type?.getFields() ?? {}))) {
    const { resolve } = field;
    if (!resolve) continue;
    field.resolve = (root, args, context: WithOutcomes | undefined, info) =>
      context?.outcomes?.get(String(info.path.key)) ?? resolve(root, args, context, info);
  }
  return schema;
}

/** The schema to look at, without services: nothing can be executed on it, so it needs no database. */
export function describedSchema(): GraphQLSchema {
  return schemaOf((type) => {
    throw new Error(`${type.name}: the described schema has no services`);
  });
}

/** The schema as `schema/schema.graphql` keeps it: sorted, so that a diff shows what changed and nothing else. */
export function printedSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

function schemaOf(resolverOf: (type: Function) => unknown): GraphQLSchema {
  const classes: Function[] = Object.values(concepts).flatMap(({ resolvers }) => [...resolvers]);
  return buildSchemaSync({
    resolvers: classes as [Function, ...Function[]],
    container: { get: resolverOf },
    validate: false, // rules live in the concepts, for every door alike
    pubSub: ownSources,
  });
}
