import { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { createResolvers, type Services } from '../../schema/index.js';

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
  const classes = [...resolvers.keys()] as [Function, ...Function[]];
  return buildSchemaSync({
    resolvers: classes,
    container: { get: (type: Function) => resolvers.get(type) },
    validate: false, // rules live in the concepts, for every door alike
    pubSub: ownSources,
  });
}
