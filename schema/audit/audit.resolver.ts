import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { connectionOf } from '../kernel/connection.js';
import type { Context } from '../kernel/payload.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { AuditEventListArgs } from './audit.list.js';
import type { AuditService } from './audit.service.js';
import { AuditEvent } from './audit-event.entity.js';

export const AuditEventConnection = connectionOf('AuditEvent', () => AuditEvent);

@Resolver(() => AuditEvent)
export class AuditResolver {
  constructor(private readonly service: AuditService) {}

  @Query(() => AuditEventConnection, {
    description:
      'Audit trail within the scope of the caller, newest first. For administrators, coordinators and auditors.',
  })
  auditEvents(
    @Ctx() { caller }: Context,
    @Args(() => AuditEventListArgs) args: AuditEventListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }
}

/** Every record knows its history. */
@Resolver(() => BaseEntity)
export class HistoryResolver {
  @Selectable()
  @FieldResolver(() => AuditEventConnection, {
    description: 'Changes of the record, newest first, as far as the caller may see them.',
  })
  history(
    @Root() record: Record<string, unknown>,
    @Args(() => AuditEventListArgs) _args: AuditEventListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(record, info);
  }
}
