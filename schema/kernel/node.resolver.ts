import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  Field,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { RecordId } from './arguments.js';
import { Node } from './base-entity.js';
import type { Change } from './changes.js';
import { publicId } from './identifier.js';
import type { NodeService } from './node.service.js';
import type { Context } from './payload.js';

@ObjectType({ description: 'Notice that a record changed; read the record again for its content.' })
export class RecordChange {
  @Field(() => ID, { description: 'Id of the record.' })
  id!: string;

  @Field(() => Int, { description: 'Version of the record after the change.' })
  version!: number;
}

/** A subscription has no resolver of its own to start it: the door brings the source of the notices along. */
export interface WatchContext extends Context {
  readonly watch: NodeService['watch'];
}

/** Records by id alone, whatever their kind, and notices of their changes. */
@Resolver()
export class NodeResolver {
  constructor(private readonly records: NodeService) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Record with this id, of whatever kind. Null: absent or not visible to the caller.',
  })
  node(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.records.find(caller, id, info);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Records with these ids (at most 100), in the same order; null where absent or not visible.',
  })
  nodes(
    @Ctx() { caller }: Context,
    @Arg('ids', () => [ID], { description: 'Ids of the records, at most 100.' }) ids: string[],
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.records.findAll(caller, ids, info);
  }

  @Subscription(() => RecordChange, {
    description: 'Changes of these records (at most 100) from now on, as far as the caller may see them.',
    subscribe: ({ args, context }) => {
      const { watch, caller } = context as WatchContext;
      return watch(caller, args.ids);
    },
  })
  recordChanged(
    @Root() change: Change & { readonly prefix: string },
    @Arg('ids', () => [ID], { description: 'Ids of the records, at most 100.' }) _ids: string[],
  ): RecordChange {
    return { id: publicId(change.prefix, change.id), version: change.version };
  }
}
