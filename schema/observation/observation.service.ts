import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { cleaned, referenceKey, revised } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome, type Problem, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Revision,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { Citation, Source } from '../source/index.js';
import { Indicator } from './indicator.entity.js';
import { type DenominatorKind, Observation } from './observation.entity.js';
import type { ObservationCreateInput, ObservationReviseInput } from './observation.inputs.js';
import { indicatorList, observationList } from './observation.list.js';
import { observationVerbs } from './observation.policy.js';
import { checkObservation, type ObservationDraft } from './observation.rules.js';

interface Draft extends ObservationDraft {
  readonly denominatorKind: DenominatorKind | null;
  readonly note: string | null;
}

interface Keys {
  readonly indicatorId: string | null;
  readonly regionId: string | null;
  readonly sourceId: string | null;
}

/** Use cases of reported figures. */
export class ObservationService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One reported figure, or null when there is none with this id. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, observationVerbs.read);
    return caller.reads.one(Observation, databaseId('observation', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, observationVerbs.read);
    return caller.reads.page(observationList, request, selection);
  }

  /** What can be reported. */
  listIndicators(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, observationVerbs.read);
    return caller.reads.page(indicatorList, request, selection);
  }

  /** Records a figure together with its source: without one it is refused. */
  create(caller: Caller, raw: ObservationCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = {
      verb: observationVerbs.create.name,
      idempotency: { key: idempotencyKey, content: raw },
    };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, observationVerbs.create);
      const { value, label, asOf = null, period = null, denominatorKind = null, note = null } = input;
      const draft: Draft = { value, label, asOf, period, denominatorKind, note };
      const keys = keysOf(input, problems);
      const { unit, found } = await referencesOf(work, keys);
      // an id of another kind leaves no key: that it is wrong was said already
      const isSaid = ({ path }: Problem) => problems.some((said) => said.path.join() === path.join());
      refuse([...problems, ...found.filter((one) => !isSaid(one)), ...checkObservation(draft, unit)]);
      refuse(await checkRepetition(work, keys, draft));
      return insertObservation(work, keys, draft);
    });
  }

  revise(
    caller: Caller,
    { id, expectedVersion, input: raw }: Revision<ObservationReviseInput>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: observationVerbs.revise.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, observationVerbs.revise);
      const current = await lockForChange(work, Observation, {
        id: databaseId('observation', id),
        expectedVersion,
      });
      const indicator = await work.manager.findOneBy(Indicator, { id: current.indicatorId });
      const { value, label, asOf, period, denominatorKind, note } = current;
      const before: Draft = { value: plainDecimal(value), label, asOf, period, denominatorKind, note };
      const draft = revised(before, input);
      refuse([...problems, ...checkObservation(draft, indicator?.unit ?? null)]);
      await work.manager.update(Observation, current.id, columnsOf(draft));
      return current.id;
    });
  }
}

function keysOf(input: ObservationCreateInput, problems: Problem[]): Keys {
  return {
    indicatorId: referenceKey('indicator', input.indicatorId, ['input', 'indicatorId'], problems),
    regionId: referenceKey('region', input.regionId, ['input', 'regionId'], problems),
    sourceId: referenceKey('source', input.sourceId, ['input', 'sourceId'], problems),
  };
}

/** Unit of the indicator, and what is wrong with the records that the input points to. */
async function referencesOf(work: Work, { indicatorId, regionId, sourceId }: Keys) {
  const indicator =
    indicatorId === null ? null : await work.manager.findOneBy(Indicator, { id: indicatorId });
  const found: Problem[] = [];
  if (indicatorId === null) found.push(problem(['input', 'indicatorId'], 'VALUE_MISSING'));
  else if (!indicator) found.push(problem(['input', 'indicatorId'], 'REFERENCE_NOT_FOUND'));
  found.push(...(await checkRegion(work, regionId, ['input', 'regionId'])));
  if (sourceId === null) found.push(problem(['input', 'sourceId'], 'VALUE_MISSING'));
  else if (!(await work.manager.existsBy(Source, { id: sourceId }))) {
    found.push(problem(['input', 'sourceId'], 'REFERENCE_NOT_FOUND'));
  }
  return { unit: indicator?.unit ?? null, found };
}

/** Figures of all of Indonesia are for administrators; of a region, for those who work there or above. */
async function checkRegion(work: Work, regionId: string | null, path: readonly string[]): Promise<Problem[]> {
  const [right] = await work.query<{ allowed: boolean }>(
    `select case when $1::uuid is null then app.has_role('ADMIN')
      else app.holds_role_in($1, 'ADMIN', 'COORDINATOR', 'OPERATOR') end as allowed`,
    [regionId],
  );
  return right?.allowed ? [] : [problem(path, 'OUTSIDE_REGION')];
}

async function checkRepetition(work: Work, keys: Keys, { value, asOf, period }: Draft): Promise<Problem[]> {
  const [known] = await work.query<{ id: string }>(
    `select o.id from observation o join citation c on c.concept = 'observation' and c.record_id = o.id
     where o.indicator_id = $1 and o.region_id is not distinct from $2::uuid and c.source_id = $3 and o.value = $4::numeric
       and o.as_of is not distinct from $5::date and o.period is not distinct from $6 limit 1`,
    [keys.indicatorId, keys.regionId, keys.sourceId, value, asOf, period],
  );
  return known ? [problem(['input', 'value'], 'OBSERVATION_EXISTS')] : [];
}

async function insertObservation(work: Work, keys: Keys, draft: Draft): Promise<string> {
  const { indicatorId, regionId, sourceId } = keys;
  if (indicatorId === null || sourceId === null) throw notFound(['input', 'sourceId']);
  const id = newId();
  await work.manager.insert(Observation, { id, indicatorId, regionId, ...columnsOf(draft) });
  const citation = { id: newId(), sourceId, concept: 'observation', recordKey: id, field: null, note: null };
  await work.manager.insert(Citation, citation);
  return id;
}

/** The rules have refused a draft without value or label. */
function columnsOf(draft: Draft) {
  return { ...draft, value: draft.value ?? '', label: draft.label ?? '' };
}

/** `13345.000000`, as the column gives it, without the zeros that nobody reported. */
function plainDecimal(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
