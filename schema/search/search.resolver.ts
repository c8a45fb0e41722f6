import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../kernel/payload.js';
import type { SearchService } from './search.service.js';
import { SearchHit } from './search.types.js';

@Resolver(() => SearchHit)
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Query(() => [SearchHit], {
    description:
      'Best hits of each kind that the caller may see: regions, agreements, regulations, programs, offices, officials and people, by names and numbers. The public finds regions, signed agreements and enacted regulations.',
  })
  search(
    @Ctx() { caller }: Context,
    @Arg('text', () => String, {
      description:
        'Words, each of which has to occur, one of them with three characters at least; or a whole NIK, which finds the person.',
    })
    text: string,
    @Arg('first', () => Int, { defaultValue: 5, description: 'Most hits of each kind, 1 to 20.' })
    first: number,
  ) {
    return this.service.find(caller, text, first);
  }
}
