import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { ColumnChoice } from './column-choice.entity.js';
import { ColumnChoiceSetInput } from './column-choice.inputs.js';
import { ColumnChoiceListArgs } from './column-choice.list.js';
import { columnChoiceCodes } from './column-choice.problems.js';
import type { ColumnChoiceService } from './column-choice.service.js';

const ColumnChoiceConnection = connectionOf('ColumnChoice', () => ColumnChoice);
const ColumnChoiceSetPayload = payloadType({
  mutation: 'ColumnChoiceSet',
  field: 'columnChoice',
  entity: () => ColumnChoice,
  userError: userErrorOf('ColumnChoice', columnChoiceCodes),
});

@Resolver(() => ColumnChoice)
export class ColumnChoiceResolver {
  constructor(private readonly service: ColumnChoiceService) {}

  @Query(() => ColumnChoice, {
    nullable: true,
    description: 'Choice of columns with this id. Null: absent, or another person’s. For staff.',
  })
  columnChoice(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => ColumnChoiceConnection, {
    description: 'Columns that the caller has chosen for lists of the panel, by list. For staff.',
  })
  columnChoices(
    @Ctx() { caller }: Context,
    @Args(() => ColumnChoiceListArgs) args: ColumnChoiceListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => ColumnChoiceSetPayload, {
    description:
      'Chooses the columns that the caller sees in a list of the panel; `columnChoice` is null when the list’s own come back. For staff.',
  })
  async columnChoiceSet(
    @Ctx() { caller }: Context,
    @Input(() => ColumnChoiceSetInput) input: ColumnChoiceSetInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.set(caller, input));
  }
}
