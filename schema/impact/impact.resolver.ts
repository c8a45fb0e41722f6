import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../kernel/payload.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import type { ImpactService } from './impact.service.js';
import { Impact } from './impact.types.js';

@Resolver(() => Impact)
export class ImpactResolver {
  constructor(private readonly service: ImpactService) {}

  @Query(() => Impact, {
    nullable: true,
    description:
      'What hangs on a record: programs, people, months and rupiah. Null: absent, not visible, or of another kind. For staff.',
  })
  impact(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID, { description: 'Id of a regulation, an agreement, an office or a budget line.' })
    id: string,
    @Arg('on', () => CalendarDateScalar, {
      nullable: true,
      description: 'Date from which on it would be gone. Null: today.',
    })
    on?: string | null,
  ) {
    return this.service.find(caller, id, on ?? null);
  }
}
