import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { Category } from './category.entity.js';
import { CategoryCreateInput, CategoryReviseInput } from './category.inputs.js';
import { CategoryListArgs } from './category.list.js';
import { categoryCodes } from './category.problems.js';
import type { CategoryService } from './category.service.js';

export const CategoryConnection = connectionOf('Category', () => Category);
const userError = userErrorOf('Category', categoryCodes);
const parts = { field: 'category', entity: () => Category, userError };
const CategoryCreatePayload = payloadType({ mutation: 'CategoryCreate', ...parts });
const CategoryRevisePayload = payloadType({ mutation: 'CategoryRevise', ...parts });

@Resolver(() => Category)
export class CategoryResolver {
  constructor(private readonly service: CategoryService) {}

  @Query(() => Category, {
    nullable: true,
    description: 'Category with this id. Null: there is none. For staff.',
  })
  category(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => CategoryConnection, {
    description: 'Worker categories, by code unless ordered otherwise. For staff.',
  })
  categories(
    @Ctx() { caller }: Context,
    @Args(() => CategoryListArgs) args: CategoryListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => CategoryCreatePayload, { description: 'Adds a category. For administrators.' })
  async categoryCreate(
    @Ctx() { caller }: Context,
    @Input(() => CategoryCreateInput) input: CategoryCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => CategoryRevisePayload, {
    description: 'Corrects a category, or takes it out of use. For administrators.',
  })
  async categoryRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => CategoryReviseInput) input: CategoryReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }
}
