import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { list, readableAlso } from '../kernel/readable.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Region } from '../region/index.js';
import { Mou } from './mou.entity.js';
import {
  MouCreateInput,
  MouReturnInput,
  MouReviseInput,
  MouSignInput,
  MouTerminateInput,
} from './mou.inputs.js';
import { MouListArgs, mouList } from './mou.list.js';
import { MouViewerCan } from './mou.parts.js';
import { mouCodes } from './mou.problems.js';
import type { MouService } from './mou.service.js';

export const MouConnection = connectionOf('Mou', () => Mou);
export const mouUserError = userErrorOf('Mou', mouCodes);
export const mouPayload = (mutation: string) =>
  payloadType({ mutation, field: 'mou', entity: () => Mou, userError: mouUserError });
const MouCreatePayload = mouPayload('MouCreate');
const MouRevisePayload = mouPayload('MouRevise');
const MouSubmitPayload = mouPayload('MouSubmit');
const MouReturnPayload = mouPayload('MouReturn');
const MouSignPayload = mouPayload('MouSign');
const MouTerminatePayload = mouPayload('MouTerminate');

@Resolver(() => Mou)
export class MouResolver {
  constructor(private readonly service: MouService) {}

  @Query(() => Mou, {
    nullable: true,
    description:
      'Agreement with this id. Null: absent, or a draft of another region. Signed ones are open to everybody.',
  })
  mou(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => MouConnection, {
    description:
      'Register of agreements, newest signature first. Open to everybody, drafts only within their region.',
  })
  mous(
    @Ctx() { caller }: Context,
    @Args(() => MouListArgs) args: MouListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @FieldResolver(() => MouViewerCan, { description: 'What the caller may do with it now.' })
  viewerCan(
    @Ctx() { caller }: Context,
    @Root() { viewerCan }: { readonly viewerCan: Pick<Mou, 'state' | 'kind' | 'regionId'> },
  ): MouViewerCan {
    return this.service.viewerCan(caller, viewerCan);
  }

  @Mutation(() => MouCreatePayload, {
    description: 'Writes down a new draft. For administrators, coordinators and operators of the region.',
  })
  async mouCreate(
    @Ctx() { caller }: Context,
    @Input(() => MouCreateInput) input: MouCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => MouRevisePayload, {
    description: 'Changes a draft, or fills in unknown facts of a signed agreement. For its writers.',
  })
  async mouRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => MouReviseInput) input: MouReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => MouSubmitPayload, { description: 'Hands a draft to legal review. For its writers.' })
  async mouSubmit(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.submit(caller, { id, expectedVersion }));
  }

  @Mutation(() => MouReturnPayload, {
    description: 'Returns an agreement from legal review, with the reason. For approvers and coordinators.',
  })
  async mouReturn(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => MouReturnInput) input: MouReturnInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.return(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => MouSignPayload, {
    description: 'Records that an agreement was signed. For approvers and coordinators.',
  })
  async mouSign(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => MouSignInput) input: MouSignInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.sign(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => MouTerminatePayload, {
    description: 'Ends a signed agreement before its term. For approvers and coordinators.',
  })
  async mouTerminate(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => MouTerminateInput) input: MouTerminateInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.terminate(caller, { id, expectedVersion, input }));
  }
}

readableAlso(Region, {
  mous: list(
    () => mouList,
    (region, mou) => `${mou}.region_id = ${region}.id`,
  ),
});

/** Agreements seen from their region. */
@Resolver(() => Region)
export class RegionMousResolver {
  @Selectable()
  @FieldResolver(() => MouConnection, {
    description: 'Agreements that the region made, newest signature first.',
  })
  mous(
    @Root() region: Record<string, unknown>,
    @Args(() => MouListArgs) _args: MouListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(region, info);
  }
}
