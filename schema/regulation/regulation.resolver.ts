import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Region } from '../region/index.js';
import { Regulation } from './regulation.entity.js';
import {
  RegulationCreateInput,
  RegulationEnactInput,
  RegulationReviseInput,
  RegulationRevokeInput,
} from './regulation.inputs.js';
import type { RegulationState } from './regulation.kinds.js';
import { RegulationListArgs } from './regulation.list.js';
import { RegulationActions } from './regulation.parts.js';
import { regulationCodes } from './regulation.problems.js';
import type { RegulationService } from './regulation.service.js';

export const RegulationConnection = connectionOf('Regulation', () => Regulation);
const userError = userErrorOf('Regulation', regulationCodes);
const payload = (mutation: string) =>
  payloadType({ mutation, field: 'regulation', entity: () => Regulation, userError });
const RegulationCreatePayload = payload('RegulationCreate');
const RegulationRevisePayload = payload('RegulationRevise');
const RegulationEnactPayload = payload('RegulationEnact');
const RegulationRevokePayload = payload('RegulationRevoke');

/** What `regulation.reads` gives for `viewerCan`. */
interface JudgedRow {
  readonly viewerCan: { readonly state: `${RegulationState}`; readonly regionId: string | null };
}

@Resolver(() => Regulation)
export class RegulationResolver {
  constructor(private readonly service: RegulationService) {}

  @Query(() => Regulation, {
    nullable: true,
    description:
      'Regulation with this id. Null: absent, or a draft of a region that the caller does not read. Open to everybody.',
  })
  regulation(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => RegulationConnection, {
    description: 'Regulations, the newest in force first unless ordered otherwise. Open to everybody.',
  })
  regulations(
    @Ctx() { caller }: Context,
    @Args(() => RegulationListArgs) args: RegulationListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => RegulationCreatePayload, {
    description:
      'Records a regulation as a draft. For administrators; for coordinators and operators in their regions.',
  })
  async regulationCreate(
    @Ctx() { caller }: Context,
    @Input(() => RegulationCreateInput) input: RegulationCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => RegulationRevisePayload, {
    description:
      'Changes a draft, or fills in what is unknown of an enacted regulation. For those who may record it.',
  })
  async regulationRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => RegulationReviseInput) input: RegulationReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => RegulationEnactPayload, {
    description:
      'Records that a draft was enacted; from then on everybody sees it. For those who may record it.',
  })
  async regulationEnact(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => RegulationEnactInput) input: RegulationEnactInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.enact(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => RegulationRevokePayload, {
    description:
      'Records that an enacted regulation was revoked; read `impact` and `dependents` for what stands on it. For those who may record it.',
  })
  async regulationRevoke(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => RegulationRevokeInput) input: RegulationRevokeInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revoke(caller, { id, expectedVersion, input }));
  }

  @Selectable()
  @FieldResolver(() => Boolean, { description: 'Whether the regulation is in force on a day.' })
  isInForce(
    @Root() regulation: Record<string, unknown>,
    @Arg('on', () => CalendarDateScalar, { nullable: true, description: 'Day in question. Null: today.' })
    _on: string | undefined,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(regulation, info);
  }

  @FieldResolver(() => RegulationActions, { description: 'What the caller may do with the regulation now.' })
  viewerCan(@Root() regulation: JudgedRow, @Ctx() { caller }: Context): RegulationActions {
    return this.service.actions(caller, regulation.viewerCan);
  }
}

/** Regulations as a field of the region that issued them. */
@Resolver(() => Region)
export class RegionRegulationsResolver {
  @Selectable()
  @FieldResolver(() => RegulationConnection, { description: 'Regulations that the region itself issued.' })
  regulations(
    @Root() region: Record<string, unknown>,
    @Args(() => RegulationListArgs) _args: RegulationListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(region, info);
  }
}
