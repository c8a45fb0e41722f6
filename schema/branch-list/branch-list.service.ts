import { beneficiaryVerbs, checkReason } from '../beneficiary/index.js';
import { EnrollmentBulkMove, moveKeys } from '../enrollment/index.js';
import { isCalendarDate } from '../kernel/calendar.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkRequired, cleaned, referenceKey } from '../kernel/input.js';
import type { NikVault } from '../kernel/nik-vault.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange, type Verb } from '../kernel/policy.js';
import { notFound, type Outcome, problem, Rejected, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Target,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { keepAnswer, type ReadAnswer } from './branch-answer.store.js';
import { BranchList } from './branch-list.entity.js';
import { BranchListState } from './branch-list.enums.js';
import type { BranchListMakeInput } from './branch-list.inputs.js';
import { branchListList } from './branch-list.list.js';
import type { BranchListViewerCan } from './branch-list.parts.js';
import { branchListVerbs } from './branch-list.policy.js';
import { applyAnswer, peopleOfList, releaseOthers } from './branch-list.statements.js';
import { makeList } from './branch-list-make.js';

/** A list as it leaves: people by field, their NIK by the key of the registration. */
export interface LeavingList extends Pick<BranchList, 'columns' | 'reason'> {
  readonly id: string;
  readonly month: string;
  readonly people: readonly Readonly<Record<string, string | null>>[];
}

/** Use cases of lists for branches and of their answers. */
export class BranchListService {
  private readonly unitOfWork: UnitOfWork;
  private readonly vault: NikVault;

  constructor({ unitOfWork, niks }: Dependencies) {
    this.unitOfWork = unitOfWork;
    this.vault = niks;
  }

  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, branchListVerbs.read);
    return caller.reads.one(BranchList, databaseId('branchlist', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, branchListVerbs.read);
    return caller.reads.page(branchListList, request, selection);
  }

  /** Whether the caller may do each thing with a list of this region in this state. */
  viewerCan(
    { actor }: Caller,
    { state, regionId }: { readonly state: BranchListState; readonly regionId: string },
  ): BranchListViewerCan {
    const may = (verb: Verb, ...states: BranchListState[]) =>
      actor.canWrite && states.includes(state) && isPermitted(actor, verb, regionId);
    const { MADE, SENT, ANSWERED, APPLIED } = BranchListState;
    return {
      download: may(beneficiaryVerbs.revealNik, MADE, SENT, ANSWERED, APPLIED),
      send: may(branchListVerbs.send, MADE),
      answer: may(branchListVerbs.answer, SENT, ANSWERED),
      apply: may(branchListVerbs.apply, ANSWERED),
      discard: may(branchListVerbs.discard, MADE),
    };
  }

  /** Freezes who goes to the branch for a month. */
  make(caller: Caller, raw: BranchListMakeInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: branchListVerbs.make.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, branchListVerbs.make);
      const { input, problems } = cleaned(raw);
      const programId = referenceKey('program', input.programId, ['input', 'programId'], problems);
      const layoutId = referenceKey('branchlayout', input.layoutId, ['input', 'layoutId'], problems);
      refuse([
        ...problems,
        ...checkRequired(input, ['programId', 'month', 'reason']),
        ...checkReason(input.reason, ['input', 'reason']),
      ]);
      const { reason } = input;
      const month = `${input.month.slice(0, 7)}-01`;
      if (!isCalendarDate(month))
        refuse([problem(['input', 'month'], 'DATE_INVALID', { value: input.month })]);
      return makeList(work, { id: newId(), programId, layoutId, month, reason });
    });
  }

  /** Notes that the list went to the branch; approved people on it are submitted. */
  send(caller: Caller, target: Target): Promise<Outcome> {
    return this.#decide(caller, target, branchListVerbs.send, async (work, list) => {
      refuseState(list, [BranchListState.MADE]);
      const rows = await work.query<{ id: string }>(
        `select e.id from branch_list_row r join enrollment e on e.id = r.enrollment_id
         where r.list_id = $1 and e.state = 'APPROVED' order by e.id`,
        [list.id],
      );
      const keys = rows.map(({ id }) => id);
      await moveKeys(work, keys, { move: EnrollmentBulkMove.SUBMIT, input: {}, dryRun: false });
      await work.manager.update(BranchList, list.id, {
        state: BranchListState.SENT,
        sentAt: work.clock.now(),
      });
    });
  }

  /** Puts a list away that never went; its people may go on another. */
  discard(caller: Caller, target: Target): Promise<Outcome> {
    return this.#decide(caller, target, branchListVerbs.discard, async (work, list) => {
      refuseState(list, [BranchListState.MADE]);
      await work.query(releaseOthers, [list.id]);
      await work.manager.update(BranchList, list.id, { state: BranchListState.DISCARDED });
    });
  }

  /** Makes accepted people active and turns rejected ones down, each once. */
  apply(caller: Caller, target: Target): Promise<Outcome> {
    return this.#decide(caller, target, branchListVerbs.apply, async (work, list) => {
      refuseState(list, [BranchListState.ANSWERED]);
      // five thousand people take longer than a form may
      await work.query("set local statement_timeout = '60s'");
      await lockPeople(work, list);
      await work.query(applyAnswer, [list.id, work.clock.today()]);
      await work.query(releaseOthers, [list.id]);
      await work.manager.update(BranchList, list.id, {
        state: BranchListState.APPLIED,
        appliedAt: work.clock.now(),
      });
    });
  }

  /** Whether an answer may be handed in at all, before a byte of it is read. @throws Refusal */
  permitAnswer({ actor }: Caller): void {
    permitChange(actor, branchListVerbs.answer);
  }

  /** Compares the answer with the list and keeps the comparison; an earlier one that was not applied is replaced. */
  async answer(
    caller: Caller,
    id: string,
    read: () => Promise<ReadAnswer>,
  ): Promise<Outcome & { readonly isKnown: boolean }> {
    let isKnown = false;
    const judge = async (work: Work): Promise<BranchList> => {
      const list = await this.#listOf(work, id, branchListVerbs.answer);
      refuseState(list, [BranchListState.SENT, BranchListState.ANSWERED, BranchListState.APPLIED]);
      return list;
    };
    const decision = { verb: branchListVerbs.answer.name };
    const allowed = await this.unitOfWork.decide(caller, decision, async (work) => (await judge(work)).id);
    if (allowed.id === null) return { ...allowed, isKnown };
    const answer = await rejectedOr(read);
    if ('problems' in answer) return { id: null, problems: answer.problems, isKnown };
    const outcome = await this.unitOfWork.decide(caller, decision, async (work) => {
      const list = await judge(work);
      isKnown = list.answerSha256 === answer.sha256;
      if (!isKnown) {
        refuseState(list, [BranchListState.SENT, BranchListState.ANSWERED]);
        await keepAnswer(work, this.vault, list.id, answer);
      }
      return list.id;
    });
    return { ...outcome, isKnown };
  }

  /** The list as it leaves. @throws Refusal without the right to see NIKs. */
  async leaving(caller: Caller, id: string): Promise<LeavingList | null> {
    permitChange(caller.actor, beneficiaryVerbs.revealNik);
    const key = databaseId('branchlist', id);
    const [list] = await caller.reads.rows<Omit<LeavingList, 'people'> & { regionId: string }>(
      `select l.id, l.columns, l.reason, l.month::text as month, l.region_id as "regionId"
       from branch_list l where l.id = $1 and l.state <> 'DISCARDED'`,
      [key],
    );
    if (!list) return null;
    permitChange(caller.actor, beneficiaryVerbs.revealNik, list.regionId);
    return { ...list, people: await caller.reads.rows(peopleOfList, [list.id]) };
  }

  async #listOf(work: Work, id: string, verb: Verb): Promise<BranchList> {
    const key = databaseId('branchlist', id);
    const list = key && (await work.manager.findOne(BranchList, { where: { id: key }, lock: forUpdate }));
    if (!list) throw notFound();
    permitChange(work.actor, verb, list.regionId);
    return list;
  }

  #decide(
    caller: Caller,
    { id, expectedVersion }: Target,
    verb: Verb,
    change: (work: Work, list: BranchList) => Promise<void>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: verb.name }, async (work) => {
      permitChange(caller.actor, verb);
      const key = databaseId('branchlist', id);
      const list = await lockForChange(work, BranchList, { id: key, expectedVersion });
      permitChange(caller.actor, verb, list.regionId);
      await change(work, list);
      return list.id;
    });
  }
}

const forUpdate = { mode: 'pessimistic_write' } as const;

function refuseState({ state }: BranchList, allowed: readonly BranchListState[]): void {
  if (!allowed.includes(state)) refuse([problem(['id'], 'BRANCH_LIST_STATE', { state })]);
}

/** The program first, as everyone does who changes the ledger: two never wait for each other. */
async function lockPeople(work: Work, { id, programId }: BranchList): Promise<void> {
  await work.query('select from program p where p.id = $1 for share', [programId]);
  await work.query(
    `select from enrollment e where e.id in (select r.enrollment_id from branch_list_row r where r.list_id = $1)
     order by e.id for update`,
    [id],
  );
}

async function rejectedOr<Value extends object>(read: () => Promise<Value>): Promise<Value | Rejected> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
}
