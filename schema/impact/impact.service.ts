import type { Clock } from '../kernel/clock.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { parsePublicId } from '../kernel/identifier.js';
import { permit } from '../kernel/policy.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { impactVerbs } from './impact.policy.js';
import { impactStatement } from './impact.statement.js';
import { impactSubjects } from './impact.subjects.js';
import type { Impact } from './impact.types.js';

/** What hangs on a record, told before it is revoked, terminated, closed or cut. */
export class ImpactService {
  private readonly clock: Clock;

  constructor({ unitOfWork }: Dependencies) {
    this.clock = unitOfWork.clock;
  }

  /** Null when the subject is absent, not visible, or of a kind that nothing hangs on. One statement. */
  async find(caller: Caller, id: string, on: string | null): Promise<Impact | null> {
    permit(caller.actor, impactVerbs.read);
    const key = parsePublicId(id);
    const subject = key && impactSubjects[key.prefix];
    if (!key || !subject) return null;
    const day = on ?? this.clock.today();
    const [row] = await caller.reads.rows<{ impact: Omit<Impact, 'id' | 'on'> }>(impactStatement(subject), [
      key.id,
      day,
    ]);
    return row ? { ...row.impact, id, on: day } : null;
  }
}
