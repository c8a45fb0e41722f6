import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkWhole } from '../kernel/input.js';
import { isPermitted, permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome, problem, refuse } from '../kernel/problem.js';
import type { Selection } from '../kernel/selection.js';
import { type Caller, lockForChange, type UnitOfWork, type Work } from '../kernel/unit-of-work.js';
import { Region } from '../region/index.js';
import { requirementCodes } from './mou-requirement.js';
import { ProvinceSetting } from './province-setting.entity.js';
import type { ProvinceSettingReviseInput } from './province-setting.inputs.js';
import { provinceSettingList } from './province-setting.list.js';
import { provinceSettingVerbs } from './province-setting.policy.js';

const approverCounts = ['mouApprovers', 'programApprovers', 'enrollmentApprovers'] as const;
const mostApprovers = 5;

/** Use cases of the settings of provinces. */
export class ProvinceSettingService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** Settings of the province in which the region lies, or null while the defaults hold. */
  async find(caller: Caller, regionId: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, provinceSettingVerbs.read);
    const nodes: Selection = new Map([['nodes', { name: 'nodes', args: {}, below: selection }]]);
    const request = { filter: { within: regionId }, first: 1 };
    const page = await caller.reads.page(provinceSettingList, request, nodes);
    return page.nodes[0] ?? null;
  }

  /** Changes the settings; the first change writes them down beside the defaults. */
  revise(
    caller: Caller,
    { regionId, expectedVersion }: { readonly regionId: string; readonly expectedVersion: number },
    input: ProvinceSettingReviseInput,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: provinceSettingVerbs.revise.name }, async (work) => {
      permitChange(caller.actor, provinceSettingVerbs.revise);
      refuse(checkWhole(input, [...approverCounts], { minimum: 0, maximum: mostApprovers }));
      const region = await province(work, regionId);
      const known = await work.manager.findOneBy(ProvinceSetting, { regionId: region.id });
      if (!known && expectedVersion !== 0) {
        refuse([problem(['expectedVersion'], 'STALE_VERSION', { expected: expectedVersion, actual: 0 })]);
      }
      if (known) await lockForChange(work, ProvinceSetting, { id: known.id, expectedVersion });
      const values = {
        refusesUnfoundedPrograms: input.refusesUnfoundedPrograms ?? known?.refusesUnfoundedPrograms ?? false,
        apbdesCountsAsApbd: input.apbdesCountsAsApbd ?? known?.apbdesCountsAsApbd ?? true,
        mouApprovers: input.mouApprovers ?? known?.mouApprovers ?? 1,
        programApprovers: input.programApprovers ?? known?.programApprovers ?? 1,
        mouRequirements: requirementCodes(input.mouRequirements) ?? known?.mouRequirements ?? [],
        enrollmentApprovers: input.enrollmentApprovers ?? known?.enrollmentApprovers ?? 1,
      };
      const settingId = known?.id ?? newId();
      if (known) await work.manager.update(ProvinceSetting, settingId, values);
      else await work.manager.insert(ProvinceSetting, { id: settingId, regionId: region.id, ...values });
      return settingId;
    });
  }
}

/** The province to be set, in which the actor holds a role for it. */
async function province(work: Work, regionId: string): Promise<Region> {
  const id = databaseId('region', regionId);
  const region = id && (await work.manager.findOneBy(Region, { id }));
  if (!region) throw notFound(['regionId']);
  if (region.level !== 'PROVINCE') refuse([problem(['regionId'], 'PROVINCE_SETTING_LEVEL')]);
  if (!isPermitted(work.actor, provinceSettingVerbs.revise, region.id)) {
    refuse([problem(['regionId'], 'OUTSIDE_REGION')]);
  }
  return region;
}
