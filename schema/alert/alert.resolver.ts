import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { ExpectedVersion, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Region } from '../region/index.js';
import { Alert } from './alert.entity.js';
import type { AlertRule } from './alert.enums.js';
import {
  AlertAcknowledgeInput,
  AlertAssignInput,
  AlertEscalateInput,
  AlertSnoozeInput,
} from './alert.inputs.js';
import { AlertListArgs } from './alert.list.js';
import { type AlertFacts, alertMessage, alertName } from './alert.message.js';
import { UpcomingAlert } from './alert.outlook.js';
import { alertCodes } from './alert.problems.js';
import type { AlertService, JudgedAlert } from './alert.service.js';

@ObjectType({ description: 'What the caller may do with an alert now.' })
export class AlertViewerCan {
  @Field(() => Boolean, { description: 'Whether it can be acknowledged.' })
  acknowledge!: boolean;

  @Field(() => Boolean, { description: 'Whether it can be put back into the inbox.' })
  reopen!: boolean;

  @Field(() => Boolean, { description: 'Whether it can be put aside.' })
  snooze!: boolean;

  @Field(() => Boolean, { description: 'Whether it can be made a task of somebody.' })
  assign!: boolean;

  @Field(() => Boolean, { description: 'Whether it can be handed up to the province.' })
  escalate!: boolean;
}

export const AlertConnection = connectionOf('Alert', () => Alert);
const parts = { field: 'alert', entity: () => Alert, userError: userErrorOf('Alert', alertCodes) };
const AlertAcknowledgePayload = payloadType({ mutation: 'AlertAcknowledge', ...parts });
const AlertReopenPayload = payloadType({ mutation: 'AlertReopen', ...parts });
const AlertSnoozePayload = payloadType({ mutation: 'AlertSnooze', ...parts });
const AlertAssignPayload = payloadType({ mutation: 'AlertAssign', ...parts });
const AlertEscalatePayload = payloadType({ mutation: 'AlertEscalate', ...parts });

/** A subscription has no resolver of its own to start it: the door brings the source of the alerts along. */
export interface WatchAlertsContext extends Context {
  readonly watchAlerts: AlertService['watch'];
}

@Resolver(() => Alert)
export class AlertResolver {
  constructor(private readonly service: AlertService) {}

  @Query(() => Alert, {
    nullable: true,
    description:
      'Alert with this id. Null: absent or not visible. For staff who work in the region and auditors.',
  })
  alert(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => AlertConnection, {
    description:
      'Alerts, those due first in front unless ordered otherwise. For staff who work in the region and auditors.',
  })
  alerts(
    @Ctx() { caller }: Context,
    @Args(() => AlertListArgs) args: AlertListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Query(() => [UpcomingAlert], {
    description:
      'What will be raised in the coming days when nothing changes, the next first; at most 1000. For staff who work in the region and auditors.',
  })
  alertsUpcoming(
    @Ctx() { caller }: Context,
    @Arg('days', () => Int, { defaultValue: 90, description: 'Number of days to look ahead, 1 to 366.' })
    days: number,
  ): Promise<UpcomingAlert[]> {
    return this.service.upcoming(caller, days);
  }

  @FieldResolver(() => String)
  name(@Ctx() { caller }: Context, @Root() { name }: { readonly name: AlertRule }): string {
    return alertName(name, caller.actor.locale);
  }

  @FieldResolver(() => String)
  message(@Ctx() { caller }: Context, @Root() { message }: { readonly message: AlertFacts }): string {
    return alertMessage(message, caller.actor.locale);
  }

  @FieldResolver(() => AlertViewerCan, { description: 'What the caller may do with it now.' })
  viewerCan(
    @Ctx() { caller }: Context,
    @Root() { viewerCan }: { readonly viewerCan: JudgedAlert },
  ): AlertViewerCan {
    return this.service.viewerCan(caller, viewerCan);
  }

  @Mutation(() => AlertAcknowledgePayload, {
    description: 'Takes note of an alert. For staff who may change things in the region.',
  })
  async alertAcknowledge(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => AlertAcknowledgeInput) input: AlertAcknowledgeInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.acknowledge(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => AlertReopenPayload, {
    description:
      'Puts an alert back into the inbox: takes an acknowledgement back, or no longer puts it aside. For staff who may change things in the region.',
  })
  async alertReopen(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.reopen(caller, { id, expectedVersion }));
  }

  @Mutation(() => AlertSnoozePayload, {
    description: 'Puts an alert aside until a day. For staff who may change things in the region.',
  })
  async alertSnooze(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => AlertSnoozeInput) input: AlertSnoozeInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.snooze(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => AlertAssignPayload, {
    description: 'Makes an alert the task of somebody. For staff who may change things in the region.',
  })
  async alertAssign(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => AlertAssignInput) input: AlertAssignInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.assign(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => AlertEscalatePayload, {
    description: 'Hands an alert up to the province. For staff who may change things in the region.',
  })
  async alertEscalate(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => AlertEscalateInput) input: AlertEscalateInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.escalate(caller, { id, expectedVersion, input }));
  }

  @Subscription(() => Alert, {
    description: 'Alerts as they are raised, of the regions of the caller.',
    subscribe: ({ context }) => {
      const { watchAlerts, caller } = context as WatchAlertsContext;
      return watchAlerts(caller);
    },
  })
  alertRaised(
    @Ctx() { caller }: Context,
    @Root() { id }: { readonly id: string },
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return caller.reads.one(Alert, id, selectionOf(info));
  }
}

/** Alerts of a region, as its field. */
@Resolver(() => Region)
export class RegionAlertsResolver {
  @Selectable()
  @FieldResolver(() => AlertConnection, {
    description: 'Alerts of the region itself, those due first in front; empty for the public and analysts.',
  })
  alerts(
    @Root() region: Record<string, unknown>,
    @Args(() => AlertListArgs) _args: AlertListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(region, info);
  }
}
