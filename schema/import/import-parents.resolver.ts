import type { GraphQLResolveInfo } from 'graphql';
import { Args, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Beneficiary } from '../beneficiary/index.js';
import { selected } from '../kernel/selection.js';
import { Program } from '../program/index.js';
import { ImportBatchListArgs } from './import.list.js';
import { ImportBatchConnection } from './import.resolver.js';
import { ImportOrigin } from './import-row.entity.js';

/** Rosters seen from the program. */
@Resolver(() => Program)
export class ProgramImportsResolver {
  @FieldResolver(() => ImportBatchConnection, {
    description: 'Rosters that were handed in for the program, latest first; empty for analysts.',
  })
  imports(
    @Root() program: Record<string, unknown>,
    @Args(() => ImportBatchListArgs) _args: ImportBatchListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(program, info);
  }
}

/** Where a registration came from. */
@Resolver(() => Beneficiary)
export class BeneficiaryOriginResolver {
  @FieldResolver(() => ImportOrigin, {
    nullable: true,
    description: 'File and row that the registration came from. Null: somebody entered it in a form.',
  })
  origin(@Root() { origin }: { readonly origin: ImportOrigin | null }): ImportOrigin | null {
    return origin;
  }
}
