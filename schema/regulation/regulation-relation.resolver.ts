import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Selectable } from '../kernel/selectable.js';
import { selected } from '../kernel/selection.js';
import { Regulation } from './regulation.entity.js';
import { RegulationChainLink, RegulationRelation } from './regulation-relation.entity.js';

/** What a regulation does with others, and others with it; the relation knows both, the regulation neither. */
@Resolver(() => Regulation)
export class RegulationRelationsResolver {
  @Selectable()
  @FieldResolver(() => [RegulationRelation], {
    description: 'What the regulation does with others, by kind; read `target`.',
  })
  relations(@Root() regulation: Record<string, unknown>, @Info() info: GraphQLResolveInfo): unknown {
    return selected(regulation, info);
  }

  @Selectable()
  @FieldResolver(() => [RegulationRelation], {
    description: 'What others do with the regulation, by kind; read `regulation`.',
  })
  relatedBy(@Root() regulation: Record<string, unknown>, @Info() info: GraphQLResolveInfo): unknown {
    return selected(regulation, info);
  }

  @Selectable()
  @FieldResolver(() => [RegulationChainLink], {
    description:
      'All that the regulation stands on: what it implements, amends or rests on, directly and through others, nearest first.',
  })
  basis(@Root() regulation: Record<string, unknown>, @Info() info: GraphQLResolveInfo): unknown {
    return selected(regulation, info);
  }

  @Selectable()
  @FieldResolver(() => [RegulationChainLink], {
    description:
      'All that stands on the regulation: what implements, amends or rests on it, directly and through others, nearest first.',
  })
  dependents(@Root() regulation: Record<string, unknown>, @Info() info: GraphQLResolveInfo): unknown {
    return selected(regulation, info);
  }
}
