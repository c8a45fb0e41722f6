import type { Dependencies } from '../kernel/dependencies.js';
import { parsePublicId } from '../kernel/identifier.js';
import { permit } from '../kernel/policy.js';
import { type Outcome, problem } from '../kernel/problem.js';
import { conceptOf } from '../kernel/readable.js';
import type { Selection } from '../kernel/selection.js';
import type { Caller, UnitOfWork } from '../kernel/unit-of-work.js';
import { presenceVerbs } from './presence.policy.js';
import type { PresenceStage, PresentColleague } from './presence.types.js';

interface NotedRow {
  readonly name: string | null;
  readonly is_editing: boolean;
  readonly since: Date;
}

const idOnly: Selection = new Map([['id', { name: 'id', args: {}, below: null }]]);

/** Who has which record open, so that two people do not work on one without knowing. */
export class PresenceService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** Notes what the caller's session does with a record that the caller may see, and tells who else has it open. */
  async note(
    caller: Caller,
    { recordId, stage }: { readonly recordId: string; readonly stage: PresenceStage },
  ): Promise<Outcome & { readonly others: PresentColleague[] }> {
    permit(caller.actor, presenceVerbs.note);
    const parsed = parsePublicId(recordId);
    const concept = parsed && conceptOf(parsed.prefix);
    // looked up before: a read takes a connection of its own, and a transaction that waits for one holds up all
    const isVisible = concept && (await caller.reads.one(concept, parsed.id, idOnly)) !== null;
    if (!isVisible) return { id: null, problems: [problem(['recordId'], 'NOT_FOUND')], others: [] };
    let others: PresentColleague[] = [];
    const outcome = await this.unitOfWork.decide(caller, { verb: presenceVerbs.note.name }, async (work) => {
      const values = [caller.actor.sessionId ?? null, parsed.id, stage];
      const rows = await work.query<NotedRow>('select * from app.note_presence($1, $2, $3)', values);
      others = rows.map(({ name, is_editing: isEditing, since }) => ({ name, isEditing, since }));
      return parsed.id;
    });
    return { ...outcome, others };
  }
}
