import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { cleaned, referenceKey } from '../kernel/input.js';
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
import { Official } from '../official/index.js';
import { Award, type AwardLevel } from './award.entity.js';
import type { AwardCreateInput, AwardReviseInput } from './award.inputs.js';
import { awardList } from './award.list.js';
import { awardVerbs } from './award.policy.js';
import { type AwardDraft, checkAward, checkGivers } from './award.rules.js';

/** Use cases of awards. */
export class AwardService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One award, or null when there is none with this id. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, awardVerbs.read);
    return caller.reads.one(Award, databaseId('award', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, awardVerbs.read);
    return caller.reads.page(awardList, request, selection);
  }

  create(caller: Caller, raw: AwardCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: awardVerbs.create.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, awardVerbs.create);
      const draft = draftOf(emptyAward, input);
      const regionId = await recipientKey(work, input.recipientId, problems);
      const givers = await officialKeys(work, input.givenByOfficialIds ?? [], problems);
      const receivedByOfficialId = await receiverKey(work, input.receivedByOfficialId, problems);
      refuse([...problems, ...checkAward(draft), ...checkGivers(givers)]);
      if (regionId === null) throw notFound(['input', 'recipientId']);
      const id = newId();
      await work.manager.insert(Award, {
        id,
        regionId,
        level: input.level,
        receivedByOfficialId,
        ...columnsOf(draft),
      });
      await insertGivers(work, id, givers);
      return id;
    });
  }

  revise(caller: Caller, { id, expectedVersion, input: raw }: Revision<AwardReviseInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: awardVerbs.revise.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, awardVerbs.revise);
      const award = await lockForChange(work, Award, { id: databaseId('award', id), expectedVersion });
      const draft = draftOf(award, input);
      const givers = await officialKeys(work, input.givenByOfficialIds ?? [], problems);
      const receivedByOfficialId =
        input.receivedByOfficialId === undefined
          ? award.receivedByOfficialId
          : await receiverKey(work, input.receivedByOfficialId, problems);
      const level = levelOf(award, input, problems);
      refuse([...problems, ...checkAward(draft), ...checkGivers(givers)]);
      await work.manager.update(Award, award.id, { level, receivedByOfficialId, ...columnsOf(draft) });
      if (input.givenByOfficialIds !== undefined) await replaceGivers(work, award.id, givers);
      return award.id;
    });
  }
}

const emptyAward: AwardDraft = {
  name: null,
  editionYear: null,
  category: null,
  rank: null,
  givenBy: null,
  receivedBy: null,
  ceremonyOn: null,
  note: null,
};

/** The award with the changes laid over it: absent keeps, null clears. */
function draftOf(current: AwardDraft, input: Partial<AwardDraft>): AwardDraft {
  const { name, editionYear, category, rank, givenBy, receivedBy, ceremonyOn, note } = current;
  return {
    name: input.name === undefined ? name : input.name,
    editionYear: input.editionYear === undefined ? editionYear : input.editionYear,
    category: input.category === undefined ? category : input.category,
    rank: input.rank === undefined ? rank : input.rank,
    givenBy: input.givenBy === undefined ? givenBy : input.givenBy,
    receivedBy: input.receivedBy === undefined ? receivedBy : input.receivedBy,
    ceremonyOn: input.ceremonyOn === undefined ? ceremonyOn : input.ceremonyOn,
    note: input.note === undefined ? note : input.note,
  };
}

/** The rules have refused a draft without name or year; the columns would refuse these again. */
function columnsOf(draft: AwardDraft) {
  return { ...draft, name: draft.name ?? '', editionYear: draft.editionYear ?? 0 };
}

function levelOf(award: Award, { level }: AwardReviseInput, problems: Problem[]): AwardLevel {
  if (level === null) problems.push(problem(['input', 'level'], 'VALUE_MISSING'));
  return level ?? award.level;
}

/** Key of the recipient region, in which (or above which) the actor has to hold the role. */
async function recipientKey(work: Work, publicKey: string, problems: Problem[]): Promise<string | null> {
  const path = ['input', 'recipientId'];
  const regionId = referenceKey('region', publicKey, path, problems);
  if (regionId === null) return null;
  const [right] = await work.query<{ known: boolean; allowed: boolean }>(
    `select exists (select from region r where r.id = $1) as known, app.holds_role_in($1, 'ADMIN', 'COORDINATOR') as allowed`,
    [regionId],
  );
  if (!right?.known) problems.push(problem(path, 'REFERENCE_NOT_FOUND'));
  else if (!right.allowed) problems.push(problem(path, 'OUTSIDE_REGION'));
  return regionId;
}

async function receiverKey(
  work: Work,
  publicKey: string | null | undefined,
  problems: Problem[],
): Promise<string | null> {
  return officialKey(work, publicKey, ['input', 'receivedByOfficialId'], problems);
}

async function officialKeys(
  work: Work,
  publicKeys: readonly string[],
  problems: Problem[],
): Promise<string[]> {
  const keys: string[] = [];
  for (const [index, publicKey] of publicKeys.entries()) {
    const key = await officialKey(work, publicKey, ['input', 'givenByOfficialIds', String(index)], problems);
    if (key !== null) keys.push(key);
  }
  return keys;
}

async function officialKey(
  work: Work,
  publicKey: string | null | undefined,
  path: readonly string[],
  problems: Problem[],
): Promise<string | null> {
  const key = referenceKey('official', publicKey, path, problems);
  if (key !== null && !(await work.manager.existsBy(Official, { id: key }))) {
    problems.push(problem(path, 'REFERENCE_NOT_FOUND'));
  }
  return key;
}

async function replaceGivers(work: Work, awardId: string, officialIds: readonly string[]): Promise<void> {
  const known = await work.query<{ official_id: string }>(
    'select official_id from award_giver where award_id = $1',
    [awardId],
  );
  const before = known.map((row) => row.official_id).sort();
  if (JSON.stringify(before) === JSON.stringify([...officialIds].sort())) return;
  await work.query('delete from award_giver where award_id = $1', [awardId]);
  await insertGivers(work, awardId, officialIds);
}

async function insertGivers(work: Work, awardId: string, officialIds: readonly string[]): Promise<void> {
  if (officialIds.length === 0) return;
  await work.query(
    'insert into award_giver (id, award_id, official_id) select g.id, $1, g.official from unnest($2::uuid[], $3::uuid[]) as g(id, official)',
    [awardId, officialIds.map(() => newId()), officialIds],
  );
}
