import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../kernel/payload.js';
import { messageOf } from '../kernel/texts.js';
import { ImportProblem } from './import.parts.js';
import { ImportRow } from './import-row.entity.js';
import { suggestionOf } from './import-suggestions.js';

/** What is wrong with a row, in words. */
@Resolver(() => ImportRow)
export class ImportRowResolver {
  @FieldResolver(() => [ImportProblem])
  problems(
    @Ctx() { caller }: Context,
    @Root() {
      problems,
    }: {
      readonly problems: readonly (ImportProblem & { params: Readonly<Record<string, string | number>> })[];
    },
  ): ImportProblem[] {
    const { locale } = caller.actor;
    return problems.map(({ field, code, params }) => ({
      field,
      code,
      message: messageOf(code, params, locale),
      suggestion: suggestionOf(code, locale),
    }));
  }
}
