import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId } from '../kernel/identifier.js';
import { checkDates, checkLength, checkRequired, cleaned, referenceKey } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange, type Verb } from '../kernel/policy.js';
import { type Outcome, type Problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Revision,
  type Target,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { Alert } from './alert.entity.js';
import { AlertState } from './alert.enums.js';
import type {
  AlertAcknowledgeInput,
  AlertAssignInput,
  AlertEscalateInput,
  AlertSnoozeInput,
} from './alert.inputs.js';
import { alertList } from './alert.list.js';
import { alertOutlook } from './alert.outlook.js';
import { alertVerbs } from './alert.policy.js';
import { checkSnooze, checkState } from './alert.rules.js';
import { raisedAlerts } from './raised-alerts.js';

/** What it depends on whether somebody may do something with an alert now. */
export interface JudgedAlert {
  readonly state: AlertState;
  readonly regionId: string;
  /** Whether it waits for a day that has not passed. */
  readonly isPutAside: boolean;
}

interface Noted {
  readonly note?: string | null;
}

/** What a decision is made from; it pushes what is wrong with the input onto `problems`. */
interface Decision<Input> {
  readonly work: Work;
  readonly alert: Alert;
  readonly input: Input;
  readonly problems: Problem[];
}

const unsettled = [AlertState.OPEN, AlertState.ACKNOWLEDGED];
const longestNote = 1000;

/** Use cases of alerts. Raising and settling them is the registry's own doing, by `app.refresh_alerts`. */
export class AlertService {
  private readonly unitOfWork: UnitOfWork;

  constructor(private readonly dependencies: Dependencies) {
    this.unitOfWork = dependencies.unitOfWork;
  }

  /** One alert, or null when it is absent or not visible. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, alertVerbs.read);
    return caller.reads.one(Alert, databaseId('alert', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, alertVerbs.read);
    return caller.reads.page(alertList, request, selection);
  }

  /** What will fire within `days` when nothing changes. One statement. */
  upcoming(caller: Caller, days: number) {
    permit(caller.actor, alertVerbs.read);
    return alertOutlook(caller, days);
  }

  /** Alerts raised from now on that the caller may see. */
  watch(caller: Caller): AsyncGenerator<{ readonly id: string }> {
    permit(caller.actor, alertVerbs.read);
    return raisedAlerts(this.dependencies, caller);
  }

  /** Whether the caller may do each thing with an alert of this region in this state. */
  viewerCan({ actor }: Caller, { state, regionId, isPutAside }: JudgedAlert) {
    const may = (verb: Verb) =>
      actor.canWrite && unsettled.includes(state) && isPermitted(actor, verb, regionId);
    return {
      acknowledge: state === AlertState.OPEN && may(alertVerbs.acknowledge),
      reopen: (state === AlertState.ACKNOWLEDGED || isPutAside) && may(alertVerbs.reopen),
      snooze: state === AlertState.OPEN && may(alertVerbs.snooze),
      assign: may(alertVerbs.assign),
      escalate: may(alertVerbs.escalate),
    };
  }

  /** Takes note of it: it leaves the inbox while what it tells still holds. */
  acknowledge(caller: Caller, change: Revision<AlertAcknowledgeInput>): Promise<Outcome> {
    const decision = { verb: alertVerbs.acknowledge, from: [AlertState.OPEN] };
    return this.#change(caller, change, decision, ({ work }) => ({
      state: AlertState.ACKNOWLEDGED,
      acknowledgedBy: work.actor.staffId,
      acknowledgedAt: work.clock.now(),
    }));
  }

  /** Puts it back into the inbox: takes an acknowledgement back, or no longer puts it aside. */
  reopen(caller: Caller, target: Target): Promise<Outcome> {
    const decision = { verb: alertVerbs.reopen, from: unsettled };
    return this.#change(caller, { ...target, input: {} }, decision, ({ alert, problems }) => {
      const isThere = alert.state === AlertState.OPEN && alert.snoozedUntil === null;
      if (isThere) problems.push(...checkState(alert.state, []));
      return { state: AlertState.OPEN, acknowledgedBy: null, acknowledgedAt: null, snoozedUntil: null };
    });
  }

  /** Puts it aside until a day; it comes back by itself. */
  snooze(caller: Caller, change: Revision<AlertSnoozeInput>): Promise<Outcome> {
    const decision = { verb: alertVerbs.snooze, from: [AlertState.OPEN] };
    return this.#change(caller, change, decision, ({ work, input, problems }) => {
      problems.push(...checkRequired(input, ['until']), ...checkDates(input, ['until']));
      if (problems.length === 0) problems.push(...checkSnooze(input.until, work.clock.today()));
      return { snoozedUntil: input.until };
    });
  }

  /** Makes it somebody's task, or nobody's. */
  assign(caller: Caller, change: Revision<AlertAssignInput>): Promise<Outcome> {
    const decision = { verb: alertVerbs.assign, from: unsettled };
    return this.#change(caller, change, decision, ({ input, problems }) => ({
      assigneeId: referenceKey('staff', input.staffId, ['input', 'staffId'], problems),
    }));
  }

  /** Hands it up to the province. */
  escalate(caller: Caller, change: Revision<AlertEscalateInput>): Promise<Outcome> {
    const decision = { verb: alertVerbs.escalate, from: unsettled };
    return this.#change(caller, change, decision, ({ work, alert, input, problems }) => {
      problems.push(...checkRequired(input, ['note']));
      return { escalatedOn: alert.escalatedOn ?? work.clock.today() };
    });
  }

  #change<Input extends Noted>(
    caller: Caller,
    { id, expectedVersion, input: raw }: Revision<Input>,
    { verb, from }: { readonly verb: Verb; readonly from: readonly AlertState[] },
    changes: (decision: Decision<Input>) => Partial<Alert>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: verb.name }, async (work) => {
      permitChange(work.actor, verb);
      const alert = await lockForChange(work, Alert, { id: databaseId('alert', id), expectedVersion });
      permitChange(work.actor, verb, alert.regionId);
      const { input, problems } = cleaned(raw);
      problems.push(...checkState(alert.state, from), ...checkLength(input, ['note'], longestNote));
      const columns = changes({ work, alert, input, problems });
      refuse(problems);
      // without a remark the former one stays
      await work.manager.update(Alert, alert.id, { ...columns, note: input.note ?? alert.note });
      return alert.id;
    });
  }
}
