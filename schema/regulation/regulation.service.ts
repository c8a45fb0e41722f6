import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { cleaned, referenceKey, revised } from '../kernel/input.js';
import { stateAfter } from '../kernel/lifecycle.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange, type Verb } from '../kernel/policy.js';
import { type Outcome, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import { type Caller, lockForChange, type UnitOfWork } from '../kernel/unit-of-work.js';
import { Regulation } from './regulation.entity.js';
import { checkPlace, checkRevision, factsOf, nothingKnown, rowOf } from './regulation.facts.js';
import type {
  RegulationCreateInput,
  RegulationEnactInput,
  RegulationReviseInput,
  RegulationRevokeInput,
} from './regulation.inputs.js';
import { RegulationState } from './regulation.kinds.js';
import { checkMove, type RegulationMove, regulationLifecycle } from './regulation.lifecycle.js';
import { regulationList } from './regulation.list.js';
import type { RegulationActions } from './regulation.parts.js';
import { mayDecide, regulationVerbs } from './regulation.policy.js';
import {
  checkRelations,
  checkTargets,
  lockRelations,
  relationsFrom,
  reviseRelations,
  saveRelations,
} from './regulation.relations.js';
import { checkRevocation, checkRevoker, recordRevoker } from './regulation.revocation.js';
import { checkFacts, type RegulationFacts, yearOf } from './regulation.rules.js';

interface Change<Input> {
  readonly id: string;
  readonly expectedVersion: number;
  readonly input: Input;
}

/** Use cases of regulations. */
export class RegulationService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One regulation, or null when there is none with this id or it is a draft that the caller does not see. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, regulationVerbs.read);
    return caller.reads.one(Regulation, databaseId('regulation', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, regulationVerbs.read);
    return caller.reads.page(regulationList, request, selection);
  }

  /** What the caller may do with a regulation of this issuer in this state; row security says the same. */
  actions(
    { actor }: Caller,
    { state, regionId }: { readonly state: `${RegulationState}`; readonly regionId: string | null },
  ): RegulationActions {
    const can = (move: RegulationMove, verb: Verb): boolean =>
      actor.canWrite &&
      mayDecide(actor, verb, regionId) &&
      stateAfter(regulationLifecycle, state, move) !== null;
    return {
      revise: can('revise', regulationVerbs.revise),
      enact: can('enact', regulationVerbs.enact),
      revoke: can('revoke', regulationVerbs.revoke),
    };
  }

  create(caller: Caller, raw: RegulationCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = {
      verb: regulationVerbs.create.name,
      idempotency: { key: idempotencyKey, content: raw },
    };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, regulationVerbs.create);
      const { relations, issuerRegionId, ...stated } = input;
      const regionId = referenceKey('region', issuerRegionId, ['input', 'issuerRegionId'], problems);
      const facts = revised<RegulationFacts>(nothingKnown, { ...stated, regionId });
      const id = newId();
      const wanted = relationsFrom(relations ?? [], problems);
      refuse([
        ...problems,
        ...checkFacts(facts, 'DRAFT'),
        ...(await checkPlace(work, regulationVerbs.create, { facts, problems })),
        ...checkRelations(wanted, { regulationId: id, state: 'DRAFT', existing: [] }),
        ...(await checkTargets(work, wanted)),
      ]);
      if (wanted.length > 0) await lockRelations(work);
      await work.manager.insert(Regulation, { ...rowOf(facts), id, state: RegulationState.DRAFT });
      await saveRelations(work, { regulationId: id, state: 'DRAFT', existing: [], wanted });
      return id;
    });
  }

  /** A draft changes freely; of an enacted or revoked regulation only unknown facts are filled in. */
  revise(
    caller: Caller,
    { id, expectedVersion, input: raw }: Change<RegulationReviseInput>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: regulationVerbs.revise.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, regulationVerbs.revise);
      const { relations, issuerRegionId, ...stated } = input;
      if (relations) await lockRelations(work);
      const regulation = await lockForChange(work, Regulation, {
        id: databaseId('regulation', id),
        expectedVersion,
      });
      const current = factsOf(regulation);
      const regionId = referenceKey('region', issuerRegionId, ['input', 'issuerRegionId'], problems);
      const next = revised<RegulationFacts>(current, {
        ...stated,
        ...(issuerRegionId !== undefined && { regionId }),
      });
      const wanted = relations ? relationsFrom(relations, problems) : null;
      refuse([
        ...problems,
        ...(await checkRevision(work, { state: regulation.state, current, next, problems })),
      ]);
      if (wanted) await reviseRelations(work, regulation, wanted);
      await work.manager.update(Regulation, regulation.id, rowOf(next));
      return regulation.id;
    });
  }

  enact(caller: Caller, { id, expectedVersion, input: raw }: Change<RegulationEnactInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: regulationVerbs.enact.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, regulationVerbs.enact);
      const regulation = await lockForChange(work, Regulation, {
        id: databaseId('regulation', id),
        expectedVersion,
      });
      refuse(checkMove(regulation.state, 'enact'));
      const stated = revised<RegulationFacts>(factsOf(regulation), input);
      const facts = { ...stated, year: yearOf(stated) };
      refuse([...problems, ...checkFacts(facts, 'ENACTED')]);
      await work.manager.update(Regulation, regulation.id, {
        ...rowOf(facts),
        state: RegulationState.ENACTED,
      });
      return regulation.id;
    });
  }

  /** Records the revocation, and with `revokedById` the relation REVOKES from that regulation. */
  revoke(
    caller: Caller,
    { id, expectedVersion, input: raw }: Change<RegulationRevokeInput>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: regulationVerbs.revoke.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, regulationVerbs.revoke);
      if (input.revokedById) await lockRelations(work);
      const regulation = await lockForChange(work, Regulation, {
        id: databaseId('regulation', id),
        expectedVersion,
      });
      refuse(checkMove(regulation.state, 'revoke'));
      const facts = { ...factsOf(regulation), revokedOn: input.revokedOn ?? null };
      const revokerId = referenceKey('regulation', input.revokedById, ['input', 'revokedById'], problems);
      refuse([
        ...problems,
        ...checkRevocation(facts, input),
        ...(await checkRevoker(work, regulation, revokerId)),
      ]);
      if (revokerId) await recordRevoker(work, regulation.id, revokerId);
      const revocation = { revokedOn: facts.revokedOn, revocationReason: input.reason ?? null };
      await work.manager.update(Regulation, regulation.id, { ...revocation, state: RegulationState.REVOKED });
      return regulation.id;
    });
  }
}
