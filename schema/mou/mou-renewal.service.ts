import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, publicId } from '../kernel/identifier.js';
import { checkDates, checkRequired, checkWhole, cleaned } from '../kernel/input.js';
import { filterSql } from '../kernel/page-request.js';
import { permitChange, type Verb } from '../kernel/policy.js';
import { type Outcome, type Problem, problem, refuse } from '../kernel/problem.js';
import { Statement } from '../kernel/statement.js';
import { messageOf } from '../kernel/texts.js';
import {
  type Caller,
  lockForChange,
  type Revision,
  type Target,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { emptyContent } from './mou.content.js';
import { Mou } from './mou.entity.js';
import { MouKind } from './mou.enums.js';
import { MouState } from './mou.lifecycle.js';
import { mouList } from './mou.list.js';
import { mouVerbs } from './mou.policy.js';
import { checkFacts, type MouFacts } from './mou.rules.js';
import type { MouAmendInput, MouRenewInput, MousRenewEachInput } from './mou-renewal.inputs.js';
import { carriedOver, insertDraft } from './mou-renewal.store.js';

/** One agreement whose term ends, with the renewal that was drafted, would be, or why not. */
export interface RenewalResult {
  readonly mouId: string;
  readonly title: string;
  readonly regionName: string;
  readonly endsOn: string;
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  readonly draftId: string | null;
  readonly reasonCode: string | null;
  readonly message: string | null;
}

interface Expiring {
  readonly id: string;
  readonly title: string;
  readonly region_name: string;
  readonly ends_on: string;
}

const mostAtOnce = 100;

/** Drafts that follow a signed agreement: its renewal, and addenda to it. */
export class MouRenewalService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** Drafts the successor of a signed agreement, with parties, scope and the legal bases still in force. */
  renew(caller: Caller, { input: raw, ...target }: Revision<MouRenewInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: mouVerbs.renew.name }, async (work) => {
      const mou = await signed(work, target, mouVerbs.renew);
      const { input, problems } = cleaned(raw);
      refuse([
        ...problems,
        ...checkDates(input, ['effectiveFrom', 'effectiveUntil']),
        ...(await checkRenewable(work, mou)),
      ]);
      return draftRenewal(work, mou, input);
    });
  }

  /** Drafts an addendum to a signed agreement: the same parties, silent on everything else. */
  amend(caller: Caller, { input: raw, ...target }: Revision<MouAmendInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: mouVerbs.amend.name }, async (work) => {
      const mou = await signed(work, target, mouVerbs.amend);
      const { input, problems } = cleaned(raw);
      refuse([...problems, ...checkFollowable(mou)]);
      const addenda = await work.manager.countBy(Mou, { parentId: mou.id, kind: MouKind.ADDENDUM });
      const title = input.titleAsWritten ?? `Adendum ${addenda + 1} ${mou.titleAsWritten}`.slice(0, 300);
      const { parties } = await carriedOver(work, mou);
      const facts: MouFacts = { ...emptyContent.facts, titleAsWritten: title };
      refuse(checkFacts(facts));
      const content = { ...emptyContent, facts, parties, parentId: mou.id };
      return insertDraft(work, { kind: MouKind.ADDENDUM, regionId: mou.regionId, content });
    });
  }

  /** Drafts the renewals of all that match; a dry run only says which, and what their terms would be. */
  async renewEach(
    caller: Caller,
    raw: MousRenewEachInput,
    dryRun: boolean,
  ): Promise<{ outcome: Outcome; results: readonly RenewalResult[] }> {
    const results: RenewalResult[] = [];
    const outcome = await this.unitOfWork.decide(caller, { verb: mouVerbs.renew.name }, async (work) => {
      permitChange(caller.actor, mouVerbs.renew);
      const { input, problems } = cleaned(raw);
      const isNarrowed = [input.withinDays, input.filter, input.mouIds].some(
        (one) => one !== null && one !== undefined,
      );
      refuse([
        ...problems,
        ...(isNarrowed ? [] : checkRequired(input, ['withinDays'])),
        ...checkWhole(input, ['withinDays'], { minimum: 1, maximum: 366 }),
      ]);
      for (const expiring of await renewable(work, input)) {
        results.push(await renewalOf(work, expiring, dryRun));
      }
      return '';
    });
    return { outcome, results: outcome.id === null ? [] : results };
  }
}

async function renewalOf(work: Work, expiring: Expiring, dryRun: boolean): Promise<RenewalResult> {
  const mou = await work.manager.findOneByOrFail(Mou, { id: expiring.id });
  const { title, region_name: regionName, ends_on: endsOn } = expiring;
  const { facts } = await carriedOver(work, mou);
  const [found] = await checkRenewable(work, mou);
  const draft = found || dryRun ? null : await draftRenewal(work, mou, {});
  return {
    mouId: publicId('mou', mou.id),
    title,
    regionName,
    endsOn,
    effectiveFrom: found ? null : facts.effectiveFrom,
    effectiveUntil: found ? null : facts.effectiveUntil,
    draftId: draft && publicId('mou', draft),
    reasonCode: found?.code ?? null,
    message: found ? messageOf(found.code, found.params, work.actor.locale) : null,
  };
}

async function draftRenewal(work: Work, mou: Mou, changes: MouRenewInput): Promise<string> {
  const content = await carriedOver(work, mou);
  const given = Object.entries(changes).filter(([, value]) => value !== null && value !== undefined);
  const facts: MouFacts = { ...content.facts, ...Object.fromEntries(given) };
  refuse(checkFacts(facts));
  return insertDraft(work, { kind: mou.kind, regionId: mou.regionId, content: { ...content, facts } });
}

/** The signed agreement, locked, so that two do not draft its renewal at once. */
async function signed(work: Work, { id, expectedVersion }: Target, verb: Verb): Promise<Mou> {
  permitChange(work.actor, verb);
  const mou = await lockForChange(work, Mou, { id: databaseId('mou', id), expectedVersion });
  permitChange(work.actor, verb, mou.regionId);
  return mou;
}

function checkFollowable({ state, kind }: Mou): Problem[] {
  if (state === MouState.SIGNED && kind !== MouKind.ADDENDUM) return [];
  return [problem(['id'], 'MOU_NOT_FOLLOWABLE')];
}

/** One renewal is enough, be it a draft. */
async function checkRenewable(work: Work, mou: Mou): Promise<Problem[]> {
  const [successor] = await work.manager.find(Mou, { where: { predecessorId: mou.id }, take: 1 });
  if (!successor) return checkFollowable(mou);
  return [problem(['id'], 'MOU_RENEWAL_EXISTS', { title: successor.titleAsWritten })];
}

/** Signed agreements of the caller's regions that match, whose end is known and that no signed one follows, locked. */
function renewable(work: Work, input: MousRenewEachInput): Promise<Expiring[]> {
  const { withinDays = null, regionIds = null, filter, mouIds } = input;
  const statement = new Statement();
  const own = {
    expiresWithinDays: withinDays,
    regionIds,
    states: [MouState.SIGNED],
    kinds: [MouKind.UMBRELLA, MouKind.PKS],
  };
  const conditions = [own, { ...filter }].flatMap((conditions) =>
    filterSql(mouList, { filter: conditions }, 'm', statement).map((condition) => `(${condition})`),
  );
  conditions.push(
    'app.mou_ends_on(m) is not null',
    "not exists (select from mou s where s.predecessor_id = m.id and s.state = 'SIGNED')",
  );
  if (mouIds) conditions.push(`m.id = any(${statement.ids('mou', mouIds)})`);
  const roles = Array.isArray(mouVerbs.renew.allowed) ? mouVerbs.renew.allowed : [];
  conditions.push(
    `m.region_id = any(array(select app.regions_of(variadic ${statement.parameter(roles)}::text[])))`,
  );
  return work.query<Expiring>(
    `select m.id, m.title_as_written as title, (select r.display_name from region r where r.id = m.region_id) as region_name,
       to_char(app.mou_ends_on(m), 'YYYY-MM-DD') as ends_on
     from mou m where ${conditions.join(' and ')} order by app.mou_ends_on(m), m.id limit ${mostAtOnce} for update`,
    statement.values,
  );
}
