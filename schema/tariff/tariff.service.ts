import { firstDay, lastDay } from '../kernel/calendar.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { cleaned, referenceKey } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { type Outcome, type Problem, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Target,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { Regulation } from '../regulation/index.js';
import type { MonthlyContribution, MonthlyContributionArgs } from './monthly-contribution.js';
import { Tariff } from './tariff.entity.js';
import type { TariffCreateInput, TariffReviseInput } from './tariff.inputs.js';
import { tariffList } from './tariff.list.js';
import { tariffVerbs } from './tariff.policy.js';
import { checkRevision, checkTariff, type TariffFacts } from './tariff.rules.js';

/** Use cases of contribution rates. */
export class TariffService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One rate, or null when there is none with this id. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, tariffVerbs.read);
    return caller.reads.one(Tariff, databaseId('tariff', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, tariffVerbs.read);
    return caller.reads.page(tariffList, request, selection);
  }

  /** Contribution of one person for one month, or null when no rate is known for it. One statement. */
  async monthlyContribution(
    caller: Caller,
    args: MonthlyContributionArgs,
  ): Promise<MonthlyContribution | null> {
    permit(caller.actor, tariffVerbs.read);
    const { segment, withJht, sector, fundingSource, wageBaseRupiah, regionId, month } = args;
    const rows = await caller.reads.rows<MonthlyContribution>(contributionSql, [
      segment,
      withJht,
      sector === 'TRANSPORT',
      fundingSource,
      wageBaseRupiah ?? null,
      regionId ? databaseId('region', regionId) : null,
      firstDay(month),
    ]);
    return rows[0] ?? null;
  }

  /** The rates that a contribution came from, in the order of the schemes, reliefs last. */
  async rules(
    caller: Caller,
    { tariffIds }: MonthlyContribution,
    selection: Selection,
  ): Promise<(object | null)[]> {
    permit(caller.actor, tariffVerbs.read);
    return caller.reads.many(Tariff, tariffIds, selection);
  }

  create(caller: Caller, raw: TariffCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: tariffVerbs.create.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, tariffVerbs.create);
      const { input, problems } = cleaned(raw);
      const facts = await changed(work, unknownFacts, input, problems);
      refuse([...problems, ...checkTariff(input.kind, facts)]);
      const id = newId();
      const { segment, scheme, kind } = input;
      await work.manager.insert(Tariff, { id, segment, scheme, kind, ...columns(facts) });
      return id;
    });
  }

  revise(caller: Caller, { id, expectedVersion }: Target, raw: TariffReviseInput): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: tariffVerbs.revise.name }, async (work) => {
      permitChange(caller.actor, tariffVerbs.revise);
      const tariff = await lockForChange(work, Tariff, { id: databaseId('tariff', id), expectedVersion });
      const { input, problems } = cleaned(raw);
      const current = factsOf(tariff);
      const next = await changed(work, current, input, problems);
      const today = work.clock.today();
      refuse([...problems, ...checkTariff(tariff.kind, next), ...checkRevision({ current, next, today })]);
      await work.manager.update(Tariff, tariff.id, columns(next));
      return tariff.id;
    });
  }
}

const contributionSql = `
  select to_char(c.month, 'YYYY-MM') as month, c.jkk_rupiah::text as "jkkRupiah", c.jkm_rupiah::text as "jkmRupiah",
    c.jht_rupiah::text as "jhtRupiah", (c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah)::text as "totalRupiah",
    c.tariff_ids as "tariffIds"
  from app.monthly_contributions($1, $2, $3, $4, $5::numeric,
    coalesce((app.setting_of($6::uuid)).apbdes_counts_as_apbd, true), $7::date, $7::date) c`;

const unknownFacts: TariffFacts = {
  amountRupiah: null,
  percent: null,
  wageFromRupiah: '0',
  wageBelowRupiah: null,
  sector: null,
  excludedFunding: [],
  validFrom: null,
  validUntil: null,
  regulationId: null,
  note: null,
};

function factsOf(tariff: Tariff): TariffFacts {
  const { amountRupiah, percent, wageFromRupiah, wageBelowRupiah, sector } = tariff;
  const { excludedFunding, validFrom, validUntil, regulationId, note } = tariff;
  const rate = { amountRupiah, percent, wageFromRupiah, wageBelowRupiah, sector, excludedFunding };
  return { ...rate, validFrom, validUntil, regulationId, note };
}

/** The input laid over `current`: absent keeps, null clears. */
async function changed(
  work: Work,
  current: TariffFacts,
  input: TariffCreateInput | TariffReviseInput,
  problems: Problem[],
): Promise<TariffFacts> {
  const { validFrom, validUntil } = input;
  const pick = <Value>(given: Value | undefined, kept: Value): Value => (given === undefined ? kept : given);
  return {
    amountRupiah: pick(input.amountRupiah, current.amountRupiah),
    percent: pick(input.percent, current.percent),
    wageFromRupiah: pick(input.wageFromRupiah, current.wageFromRupiah) ?? '0',
    wageBelowRupiah: pick(input.wageBelowRupiah, current.wageBelowRupiah),
    sector: pick<string | null>(input.sector, current.sector),
    excludedFunding: pick<readonly string[] | null>(input.excludedFunding, current.excludedFunding) ?? [],
    validFrom: validFrom === undefined ? current.validFrom : validFrom && firstDay(validFrom),
    validUntil: validUntil === undefined ? current.validUntil : validUntil && lastDay(validUntil),
    regulationId:
      input.regulationId === undefined
        ? current.regulationId
        : await regulationKey(work, input.regulationId, problems),
    note: pick(input.note, current.note),
  };
}

async function regulationKey(work: Work, id: string | null, problems: Problem[]): Promise<string | null> {
  const path = ['input', 'regulationId'];
  const key = referenceKey('regulation', id, path, problems);
  if (key !== null && !(await work.manager.existsBy(Regulation, { id: key }))) {
    problems.push(problem(path, 'REFERENCE_NOT_FOUND'));
  }
  return key;
}

/** TypeORM takes arrays that it could change; the rules have refused a rate without its first month. */
function columns({ excludedFunding, sector, validFrom, ...facts }: TariffFacts) {
  return {
    ...facts,
    excludedFunding: [...excludedFunding] as Tariff['excludedFunding'],
    sector: sector as Tariff['sector'],
    validFrom: validFrom ?? '',
  };
}
