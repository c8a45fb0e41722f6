import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import type { Context } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { DataExport } from './data-export.entity.js';
import { DataExportListArgs } from './data-export.list.js';
import type { DataExportService } from './data-export.service.js';

export const DataExportConnection = connectionOf('DataExport', () => DataExport);

@Resolver(() => DataExport)
export class DataExportResolver {
  constructor(private readonly service: DataExportService) {}

  @Query(() => DataExport, {
    nullable: true,
    description: 'Export with this id. Null: absent or not visible. For staff.',
  })
  dataExport(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => DataExportConnection, {
    description:
      'Lists that left as files, the latest first: the caller’s, and those of the accounts that the caller sees. For staff.',
  })
  dataExports(
    @Ctx() { caller }: Context,
    @Args(() => DataExportListArgs) args: DataExportListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }
}
