import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId } from '../kernel/identifier.js';
import { checkDates, checkRequired, cleaned, referenceKey } from '../kernel/input.js';
import { stateAfter } from '../kernel/lifecycle.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange, type Verb } from '../kernel/policy.js';
import { type Outcome, problem, Rejected, refuse } from '../kernel/problem.js';
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
import { changedContent, checkContent, contentOf, emptyContent, mutable, saveParts } from './mou.content.js';
import { Mou } from './mou.entity.js';
import { type MouFact, MouKind } from './mou.enums.js';
import { mouFactNames } from './mou.fact-names.js';
import type {
  MouCreateInput,
  MouReturnInput,
  MouReviseInput,
  MouSignInput,
  MouTerminateInput,
} from './mou.inputs.js';
import { type MouMove, MouState, mouLifecycle } from './mou.lifecycle.js';
import { mouList } from './mou.list.js';
import { mouVerbs } from './mou.policy.js';
import { checkFrozen, checkFrozenParties, checkMove, moveRefused } from './mou.rules.js';
import { insertDraft } from './mou-renewal.store.js';

/** Use cases of agreements. */
export class MouService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One agreement, or null when it is absent or a draft of another region. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, mouVerbs.read);
    return caller.reads.one(Mou, databaseId('mou', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, mouVerbs.read);
    return caller.reads.page(mouList, request, selection);
  }

  /** Whether the caller may do each thing with an agreement of this region in this state. */
  viewerCan({ actor }: Caller, { state, kind, regionId }: Pick<Mou, 'state' | 'kind' | 'regionId'>) {
    const may = (verb: Verb) => actor.canWrite && isPermitted(actor, verb, regionId);
    const canMove = (move: MouMove) => stateAfter(mouLifecycle, state, move) !== null && may(mouVerbs[move]);
    const isOpen = state === MouState.DRAFT || state === MouState.SIGNED;
    const isFollowable = state === MouState.SIGNED && kind !== MouKind.ADDENDUM;
    return {
      revise: isOpen && may(mouVerbs.revise),
      submit: canMove('submit'),
      return: canMove('return'),
      sign: canMove('sign'),
      terminate: canMove('terminate'),
      renew: isFollowable && may(mouVerbs.renew),
      amend: isFollowable && may(mouVerbs.amend),
    };
  }

  /** Writes down a new draft. */
  create(caller: Caller, raw: MouCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: mouVerbs.create.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, mouVerbs.create);
      const { input, problems } = cleaned(raw);
      refuse([...problems, ...checkRequired(input, ['kind', 'regionId'])]);
      const regionId = referenceKey('region', input.regionId, ['input', 'regionId'], problems);
      const content = changedContent(emptyContent, input, problems);
      if (regionId && !isPermitted(caller.actor, mouVerbs.create, regionId)) {
        problems.push(problem(['input', 'regionId'], 'OUTSIDE_REGION'));
      }
      if (regionId) problems.push(...(await checkContent(work, content, { kind: input.kind, regionId })));
      refuse(problems);
      return insertDraft(work, { kind: input.kind, regionId: regionId ?? '', content });
    });
  }

  /** Changes a draft, or fills in what nobody knew of a signed agreement. */
  revise(caller: Caller, { input: raw, ...target }: Revision<MouReviseInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: mouVerbs.revise.name }, async (work) => {
      const mou = await this.#locked(work, target, mouVerbs.revise);
      if (mou.state !== MouState.DRAFT && mou.state !== MouState.SIGNED) {
        throw new Rejected([moveRefused(mou.state, 'revise')]);
      }
      const { input, problems } = cleaned(raw);
      const before = await contentOf(work, mou);
      const after = changedContent(before, input, problems);
      problems.push(...(await checkContent(work, after, mou)));
      if (mou.state === MouState.SIGNED) {
        const { facts, parties, ...rest } = before;
        const { legalBasisIds: _, ...chain } = rest;
        problems.push(
          ...checkFrozen(facts, after.facts),
          ...checkFrozen(chain, after),
          ...checkFrozenParties(parties, after.parties),
        );
        if (rest.legalBasisIds.some((id) => !after.legalBasisIds.includes(id))) {
          problems.push(problem(['input', 'legalBasisIds'], 'MOU_SIGNED_CONTENT_FROZEN'));
        }
      }
      refuse(problems);
      const { facts, parentId, predecessorId } = after;
      await work.manager.update(Mou, mou.id, { parentId, predecessorId, ...mutable(facts) });
      await saveParts(work, mou.id, before, after);
      return mou.id;
    });
  }

  /** Hands a draft to legal review. */
  submit(caller: Caller, target: Target): Promise<Outcome> {
    return this.#move(caller, target, 'submit', async (work, mou) => {
      const { parties } = await contentOf(work, mou);
      if (parties.length < 2)
        refuse([problem(['input', 'parties'], 'MOU_PARTIES_TOO_FEW', { count: parties.length })]);
      await refuseLacking(work, mou, MouState.LEGAL_REVIEW);
      return { submittedAt: work.clock.now(), returnedReason: null };
    });
  }

  /** Hands it back to its writers, with the reason. */
  return(caller: Caller, { input: raw, ...target }: Revision<MouReturnInput>): Promise<Outcome> {
    return this.#move(caller, target, 'return', async () => {
      const { input, problems } = cleaned(raw);
      refuse([...problems, ...checkRequired(input, ['reason'])]);
      return { returnedReason: input.reason };
    });
  }

  /** Records that it was signed; from here on its content is frozen. */
  sign(caller: Caller, { input: raw, ...target }: Revision<MouSignInput>): Promise<Outcome> {
    return this.#move(caller, target, 'sign', async (work, mou) => {
      const { input, problems } = cleaned(raw);
      const signedOn = input.signedOn ?? mou.signedOn;
      const today = work.clock.today();
      refuse([
        ...problems,
        ...checkRequired({ signedOn }, ['signedOn']),
        ...checkDates({ signedOn }, ['signedOn']),
      ]);
      if (signedOn && signedOn > today)
        refuse([problem(['input', 'signedOn'], 'MOU_SIGNED_ON_FUTURE', { value: signedOn, today })]);
      await refuseLacking(work, { ...mou, signedOn }, MouState.SIGNED);
      return { signedOn, signedPlace: input.signedPlace ?? mou.signedPlace };
    });
  }

  /** Ends a signed agreement before its term. */
  terminate(caller: Caller, { input: raw, ...target }: Revision<MouTerminateInput>): Promise<Outcome> {
    return this.#move(caller, target, 'terminate', async (work, mou) => {
      const { input, problems } = cleaned(raw);
      problems.push(
        ...checkRequired(input, ['terminatedOn', 'reason', 'documentId']),
        ...checkDates(input, ['terminatedOn']),
      );
      const documentId = referenceKey('document', input.documentId, ['input', 'documentId'], problems);
      if (problems.length === 0 && mou.signedOn && input.terminatedOn < mou.signedOn) {
        const days = { value: input.terminatedOn, signedOn: mou.signedOn };
        problems.push(problem(['input', 'terminatedOn'], 'MOU_TERMINATION_EARLY', days));
      }
      if (documentId && !(await isAttached(work, documentId, mou.id))) {
        problems.push(problem(['input', 'documentId'], 'MOU_DOCUMENT_FOREIGN'));
      }
      refuse(problems);
      return {
        terminatedOn: input.terminatedOn,
        terminationReason: input.reason,
        terminationDocumentId: documentId,
      };
    });
  }

  #move(
    caller: Caller,
    target: Target,
    move: MouMove,
    changes: (work: Work, mou: Mou) => Promise<Partial<Mou>>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: mouVerbs[move].name }, async (work) => {
      const mou = await this.#locked(work, target, mouVerbs[move]);
      refuse(checkMove(mou.state, move));
      const state = stateAfter(mouLifecycle, mou.state, move) ?? mou.state;
      await work.manager.update(Mou, mou.id, { ...(await changes(work, mou)), state });
      return mou.id;
    });
  }

  /** The agreement, locked; the actor must hold a role for `verb` in its region. */
  async #locked(work: Work, { id, expectedVersion }: Target, verb: Verb): Promise<Mou> {
    permitChange(work.actor, verb);
    const mou = await lockForChange(work, Mou, { id: databaseId('mou', id), expectedVersion });
    permitChange(work.actor, verb, mou.regionId);
    return mou;
  }
}

async function isAttached(work: Work, documentId: string, mouId: string): Promise<boolean> {
  const rows = await work.query("select from document where id = $1 and concept = 'mou' and record_id = $2", [
    documentId,
    mouId,
  ]);
  return rows.length > 0;
}

/** Refuses the next state while the actor has not recorded what the province requires; the database does again. */
async function refuseLacking(work: Work, { id, signedOn }: Mou, next: MouState): Promise<void> {
  const [found] = await work.query<{ facts: MouFact[] }>(
    'select app.mou_lacking(m, $2) as facts from mou m where m.id = $1',
    [id, next],
  );
  const lacking = (found?.facts ?? []).filter((fact) => fact !== 'SIGNED_ON' || signedOn === null);
  const facts = lacking.map((fact) => mouFactNames[fact][work.actor.locale]).join(', ');
  if (lacking.length > 0) refuse([problem(['id'], 'MOU_FACTS_REQUIRED', { facts })]);
}
