import type { ClassType } from 'type-graphql';
import type { Dependencies } from './kernel/dependencies.js';
import { NodeResolver } from './kernel/node.resolver.js';
import { NodeService } from './kernel/node.service.js';
import { Region, RegionResolver, RegionService } from './region/index.js';

interface ConceptParts<Service> {
  readonly entities: readonly ClassType<object>[];
  readonly service: new (dependencies: Dependencies) => Service;
  // biome-ignore lint/suspicious/noExplicitAny: each resolver takes the service of its own concept
  readonly resolvers: readonly (new (service: any) => object)[];
}

function concept<Service>(parts: ConceptParts<Service>): ConceptParts<Service> {
  return parts;
}

/** The list of concepts: the only registry. A line here is all that the doors need to know of a concept. */
export const concepts = {
  node: concept({ entities: [], service: NodeService, resolvers: [NodeResolver] }),
  region: concept({ entities: [Region], service: RegionService, resolvers: [RegionResolver] }),
};

type Parts = typeof concepts;

/** One service per concept, as the doors call them. */
export type Services = { readonly [Name in keyof Parts]: InstanceType<Parts[Name]['service']> };

export function createServices(dependencies: Dependencies): Services {
  const entries = Object.entries(concepts).map(([name, { service: Service }]) => [name, new Service(dependencies)]);
  return Object.fromEntries(entries) as Services;
}

export function allEntities(): ClassType<object>[] {
  return Object.values(concepts).flatMap(({ entities }) => [...entities]);
}

/** The resolvers of all concepts, each ready with its service. */
export function createResolvers(services: Services): ReadonlyMap<Function, object> {
  const resolvers = new Map<Function, object>();
  for (const [name, { resolvers: classes }] of Object.entries(concepts)) {
    for (const Resolver of classes) resolvers.set(Resolver, new Resolver(services[name as keyof Services]));
  }
  return resolvers;
}
