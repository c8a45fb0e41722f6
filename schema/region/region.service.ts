import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkDates, checkLength, checkRequired, cleaned, referenceKey, revised } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { type Outcome, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Revision,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { Region } from './region.entity.js';
import type { RegionCreateInput, RegionReviseInput } from './region.inputs.js';
import { regionList } from './region.list.js';
import { regionVerbs } from './region.policy.js';
import { checkRegion } from './region.rules.js';

interface RegionDraft {
  readonly name: string | null;
  readonly endedOn: string | null;
}

/** Use cases of regions. */
export class RegionService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One region, or null when there is none with this id. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, regionVerbs.read);
    return caller.reads.one(Region, databaseId('region', id), selection);
  }

  /** The region with this code, or null. */
  async findByCode(caller: Caller, code: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, regionVerbs.read);
    const nodes: Selection = new Map([['nodes', { name: 'nodes', args: {}, below: selection }]]);
    const page = await caller.reads.page(regionList, { filter: { codes: [code] }, first: 1 }, nodes);
    return page.nodes[0] ?? null;
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, regionVerbs.read);
    return caller.reads.page(regionList, request, selection);
  }

  create(caller: Caller, raw: RegionCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: regionVerbs.create.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, regionVerbs.create);
      const parentId = referenceKey('region', input.parentId, ['input', 'parentId'], problems);
      refuse([...problems, ...checkRequired(input, ['code', 'name']), ...checkLength(input, ['name'], 100)]);
      const parent = await findParent(work, parentId);
      refuse(checkRegion(input, parent));
      const id = newId();
      await work.manager.insert(Region, {
        id,
        code: input.code,
        name: input.name,
        level: input.level,
        parentId,
      });
      return id;
    });
  }

  revise(caller: Caller, { id, expectedVersion, input: raw }: Revision<RegionReviseInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: regionVerbs.revise.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, regionVerbs.revise);
      const region = await lockForChange(work, Region, { id: databaseId('region', id), expectedVersion });
      const { name, endedOn } = region;
      const draft = revised<RegionDraft>({ name, endedOn }, input);
      refuse([
        ...problems,
        ...checkRequired(draft, ['name']),
        ...checkLength(draft, ['name'], 100),
        ...checkDates(draft, ['endedOn']),
      ]);
      await work.manager.update(Region, region.id, {
        name: draft.name ?? region.name,
        endedOn: draft.endedOn,
      });
      return region.id;
    });
  }
}

async function findParent(work: Work, parentId: string | null): Promise<Region | null> {
  if (parentId === null) return null;
  const parent = await work.manager.findOneBy(Region, { id: parentId });
  if (!parent) refuse([problem(['input', 'parentId'], 'REFERENCE_NOT_FOUND')]);
  return parent;
}
