import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { type Context, payloadOf } from '../kernel/payload.js';
import type { PresenceService } from './presence.service.js';
import { PresenceNotePayload, PresenceStage } from './presence.types.js';

@Resolver()
export class PresenceResolver {
  constructor(private readonly service: PresenceService) {}

  @Mutation(() => PresenceNotePayload, {
    description:
      'Notes that the session of the caller has a record open, and tells who else has; to be repeated every 25 seconds, since it counts for 75. With an access token nothing is noted. For staff.',
  })
  async presenceNote(
    @Ctx() { caller }: Context,
    @Arg('recordId', () => ID, { description: 'Id of the record, of whatever kind.' }) recordId: string,
    @Arg('stage', () => PresenceStage, { description: 'What the caller does with it.' })
    stage: PresenceStage,
  ): Promise<PresenceNotePayload> {
    const { others, ...outcome } = await this.service.note(caller, { recordId, stage });
    return { others, userErrors: [...payloadOf(caller, outcome).userErrors] };
  }
}
