import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { RecordId } from '../kernel/arguments.js';
import type { Context } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { Document } from './document.entity.js';
import type { DocumentService } from './document.service.js';

@Resolver(() => Document)
export class DocumentResolver {
  constructor(private readonly service: DocumentService) {}

  @Query(() => Document, {
    nullable: true,
    description:
      'File with this id. Null: absent or not visible. For staff; upload with POST /documents (multipart).',
  })
  document(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }
}
