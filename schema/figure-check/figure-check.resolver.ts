import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../kernel/payload.js';
import type { FigureCheckService } from './figure-check.service.js';
import { FigureCheckRow } from './figure-check.types.js';

@Resolver(() => FigureCheckRow)
export class FigureCheckResolver {
  constructor(private readonly service: FigureCheckService) {}

  @Query(() => [FigureCheckRow], {
    description:
      'Reported figures of a region, or around a program, against computed ones, with the arithmetic in words. For staff.',
  })
  figureChecks(
    @Ctx() { caller }: Context,
    @Arg('regionId', () => ID, { nullable: true, description: 'Id of the region. Null: a program is given.' })
    regionId?: string,
    @Arg('programId', () => ID, {
      nullable: true,
      description: 'Id of the program. Null: a region is given.',
    })
    programId?: string,
  ) {
    return this.service.list(caller, { regionId, programId });
  }
}
