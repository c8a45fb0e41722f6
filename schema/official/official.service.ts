import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkDates, checkRequired, cleaned, revised } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { type Outcome, type Problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import { type Caller, lockForChange, type UnitOfWork, type Work } from '../kernel/unit-of-work.js';
import { checkForm, draftOf, draftOfSaved, emptyDraft } from './official.draft.js';
import { Official } from './official.entity.js';
import type { OfficialCreateInput, OfficialEndTermInput, OfficialReviseInput } from './official.inputs.js';
import { officialList } from './official.list.js';
import { officialVerbs } from './official.policy.js';
import {
  checkAuthority,
  checkEnding,
  checkOrder,
  checkOrganisation,
  type OfficialDraft,
  type OfficialSurroundings,
} from './official.rules.js';

interface Change<Input> {
  readonly id: string;
  readonly expectedVersion: number;
  readonly input: Input;
}

/** Use cases of officials. */
export class OfficialService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One official, or null when there is none with this id. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, officialVerbs.read);
    return caller.reads.one(Official, databaseId('official', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, officialVerbs.read);
    return caller.reads.page(officialList, request, selection);
  }

  create(caller: Caller, raw: OfficialCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: officialVerbs.create.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, officialVerbs.create);
      const draft = revised(emptyDraft, draftOf(input, problems));
      refuse([...problems, ...(await checkContent(work, draft))]);
      const id = newId();
      await work.manager.insert(Official, { id, ...complete(draft) });
      return id;
    });
  }

  revise(caller: Caller, { id, expectedVersion, input: raw }: Change<OfficialReviseInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: officialVerbs.revise.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, officialVerbs.revise);
      const official = await lockForChange(work, Official, {
        id: databaseId('official', id),
        expectedVersion,
      });
      const draft = revised(draftOfSaved(official), draftOf(input, problems));
      refuse([...problems, ...(await checkContent(work, draft))]);
      await work.manager.update(Official, official.id, complete(draft));
      return official.id;
    });
  }

  endTerm(
    caller: Caller,
    { id, expectedVersion, input: raw }: Change<OfficialEndTermInput>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: officialVerbs.endTerm.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, officialVerbs.endTerm);
      const official = await lockForChange(work, Official, {
        id: databaseId('official', id),
        expectedVersion,
      });
      refuse([...problems, ...checkRequired(input, ['endedOn']), ...checkDates(input, ['endedOn'])]);
      refuse(checkEnding(official, input.endedOn));
      await work.manager.update(Official, official.id, { termUntil: input.endedOn });
      return official.id;
    });
  }
}

async function checkContent(work: Work, draft: OfficialDraft): Promise<Problem[]> {
  const around = await surroundingsOf(work, draft);
  const organisation = checkOrganisation(draft, around);
  return [
    ...checkForm(draft),
    ...organisation,
    ...(organisation.length > 0 ? [] : checkAuthority(work.actor, draft, around)),
    ...checkOrder(draft),
  ];
}

/** What there is to know about the draft's organisation, in one statement. */
async function surroundingsOf(
  work: Work,
  { regionId, officeId }: OfficialDraft,
): Promise<OfficialSurroundings> {
  const [found] = await work.query<OfficialSurroundings>(
    `select (select r.level from region r where r.id = $1) as "regionLevel",
      exists (select from office o where o.id = $2) as "isOfficeKnown",
      coalesce($2::uuid in (select app.coordinated_offices()), false) as "isOfficeCoordinated"`,
    [regionId, officeId],
  );
  if (!found) throw new Error('a select without a table gives one row');
  return found;
}

/** The draft as it is saved, once nothing required is missing. */
function complete(draft: OfficialDraft) {
  const { name, post, organisationKind, nameVariants, ...rest } = draft;
  if (name === null || post === null || organisationKind === null) {
    throw new Error('an incomplete official is refused before it is saved');
  }
  return { ...rest, name, post, organisationKind, nameVariants: [...nameVariants] };
}
