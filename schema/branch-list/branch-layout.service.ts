import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkLength, checkRequired, cleaned } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Revision,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { Region } from '../region/index.js';
import { columnsOf, shippedColumns } from './branch-column.js';
import { BranchLayout } from './branch-layout.entity.js';
import { checkColumns, checkFilled } from './branch-layout.rules.js';
import type { BranchLayoutCreateInput, BranchLayoutReviseInput } from './branch-list.inputs.js';
import { branchLayoutList } from './branch-list.list.js';
import { branchLayoutVerbs } from './branch-list.policy.js';

const longestName = 100;

/** Use cases of the layouts of a province. */
export class BranchLayoutService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, branchLayoutVerbs.read);
    return caller.reads.one(BranchLayout, databaseId('branchlayout', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, branchLayoutVerbs.read);
    return caller.reads.page(branchLayoutList, request, selection);
  }

  create(caller: Caller, raw: BranchLayoutCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = {
      verb: branchLayoutVerbs.create.name,
      idempotency: { key: idempotencyKey, content: raw },
    };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, branchLayoutVerbs.create);
      const { input, problems } = cleaned(raw);
      refuse(checkFilled(input.columns ?? []));
      const columns = input.columns ? columnsOf(input.columns) : [...shippedColumns];
      refuse([
        ...problems,
        ...checkRequired(input, ['regionId', 'name']),
        ...checkLength(input, ['name'], longestName),
        ...checkColumns(columns),
      ]);
      const { id: regionId } = await province(work, input.regionId);
      const id = newId();
      await work.manager.insert(BranchLayout, { id, regionId, name: input.name, columns });
      return id;
    });
  }

  revise(
    caller: Caller,
    { id, expectedVersion, input: raw }: Revision<BranchLayoutReviseInput>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: branchLayoutVerbs.revise.name }, async (work) => {
      permitChange(caller.actor, branchLayoutVerbs.revise);
      const layout = await lockForChange(work, BranchLayout, {
        id: databaseId('branchlayout', id),
        expectedVersion,
      });
      permitChange(caller.actor, branchLayoutVerbs.revise, layout.regionId);
      const { input, problems } = cleaned(raw);
      refuse(checkFilled(input.columns ?? []));
      const columns = input.columns ? columnsOf(input.columns) : layout.columns;
      refuse([...problems, ...checkLength(input, ['name'], longestName), ...checkColumns(columns)]);
      await work.manager.update(BranchLayout, layout.id, { name: input.name ?? layout.name, columns });
      return layout.id;
    });
  }
}

/** The province that is to keep it, in which the actor holds a role for it. */
async function province(work: Work, regionId: string): Promise<Region> {
  const path = ['input', 'regionId'];
  const id = databaseId('region', regionId);
  const region = id && (await work.manager.findOneBy(Region, { id }));
  if (!region) throw notFound(path);
  if (region.level !== 'PROVINCE') refuse([problem(path, 'BRANCH_LAYOUT_PROVINCE')]);
  if (!isPermitted(work.actor, branchLayoutVerbs.create, region.id))
    refuse([problem(path, 'OUTSIDE_REGION')]);
  return region;
}
