import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkDates, checkRequired, cleaned, revised } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { type Outcome, type Problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import { type Caller, lockForChange, type UnitOfWork, type Work } from '../kernel/unit-of-work.js';
import { checkForm, draftOf, draftOfSaved, emptyDraft, serviceAreasOf } from './office.draft.js';
import { Office } from './office.entity.js';
import type { OfficeCloseInput, OfficeCreateInput, OfficeReviseInput } from './office.inputs.js';
import { officeList } from './office.list.js';
import { officeVerbs } from './office.policy.js';
import {
  changedAreas,
  checkAuthority,
  checkClosing,
  checkOffice,
  checkServiceAreas,
  type OfficeDraft,
  type ServiceAreaDraft,
} from './office.rules.js';
import { addAreas, removeAreas, savedAreas, surroundingsOf } from './office.store.js';

interface Change<Input> {
  readonly id: string;
  readonly expectedVersion: number;
  readonly input: Input;
}

/** Use cases of offices of BPJS Ketenagakerjaan. */
export class OfficeService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One office, or null when there is none with this id. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, officeVerbs.read);
    return caller.reads.one(Office, databaseId('office', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, officeVerbs.read);
    return caller.reads.page(officeList, request, selection);
  }

  create(caller: Caller, raw: OfficeCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: officeVerbs.create.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, officeVerbs.create);
      const draft = revised(emptyDraft, draftOf(input, problems));
      const areas = serviceAreasOf(input.serviceAreas ?? [], problems);
      const content = await checkContent(work, { id: null, draft, areas });
      refuse([...problems, ...content, ...checkAuthority(caller.actor, { draft, areas })]);
      const id = newId();
      // the areas first: they make an office without a known seat the coordinator's own
      await addAreas(work, id, areas);
      await work.manager.insert(Office, { id, ...complete(draft) });
      return id;
    });
  }

  revise(caller: Caller, { id, expectedVersion, input: raw }: Change<OfficeReviseInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: officeVerbs.revise.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, officeVerbs.revise);
      const office = await lockForChange(work, Office, { id: databaseId('office', id), expectedVersion });
      const before = { regionId: office.regionId, areas: await savedAreas(work, office.id) };
      const draft = revised(draftOfSaved(office), draftOf(input, problems));
      const areas =
        input.serviceAreas === undefined ? before.areas : serviceAreasOf(input.serviceAreas ?? [], problems);
      const content = await checkContent(work, { id: office.id, draft, areas });
      refuse([...problems, ...content, ...checkAuthority(caller.actor, { draft, areas }, before)]);
      const { added, removed } = changedAreas(before.areas, areas);
      await addAreas(work, office.id, added);
      await work.manager.update(Office, office.id, complete(draft));
      await removeAreas(work, removed);
      return office.id;
    });
  }

  close(caller: Caller, { id, expectedVersion, input: raw }: Change<OfficeCloseInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: officeVerbs.close.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, officeVerbs.close);
      const office = await lockForChange(work, Office, { id: databaseId('office', id), expectedVersion });
      refuse([...problems, ...checkRequired(input, ['closedOn']), ...checkDates(input, ['closedOn'])]);
      refuse(checkClosing(office, input.closedOn));
      await work.manager.update(Office, office.id, { closedUntil: input.closedOn });
      return office.id;
    });
  }
}

async function checkContent(
  work: Work,
  {
    id,
    draft,
    areas,
  }: { readonly id: string | null; readonly draft: OfficeDraft; readonly areas: readonly ServiceAreaDraft[] },
): Promise<Problem[]> {
  const around = await surroundingsOf(work, { id, draft, areas });
  return [...checkForm(draft), ...checkOffice(draft, around), ...checkServiceAreas(areas, around)];
}

/** The draft as it is saved, once nothing required is missing. */
function complete(draft: OfficeDraft) {
  const { level, name, ...rest } = draft;
  if (level === null || name === null) throw new Error('an incomplete office is refused before it is saved');
  return { ...rest, level, name };
}
