import { firstDay } from '../kernel/calendar.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkLength, checkRequired, cleaned } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange, type Verb } from '../kernel/policy.js';
import { notFound, type Outcome, type Problem, problem, Rejected, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import { messageOf } from '../kernel/texts.js';
import type { Caller, Target, UnitOfWork, Work } from '../kernel/unit-of-work.js';
import { type Continuity, type ContinuityFilter, cellsText, factsText } from './continuity.js';
import { CoverageCaseState } from './coverage.enums.js';
import type {
  CoverageCaseCloseInput,
  CoverageCoverInput,
  CoverageUncoverInput,
  DoublePaymentSettleInput,
} from './coverage.inputs.js';
import {
  type CaseMonths,
  type Covered,
  caseMonths,
  chosen,
  cover,
  type Uncovered,
  uncover,
} from './coverage.ledger.js';
import { coverageCaseList, doublePaymentList } from './coverage.list.js';
import { coverageVerbs } from './coverage.policy.js';
import { CoverageCase } from './coverage-case.entity.js';
import { DoublePayment } from './double-payment.entity.js';

interface Refusals {
  readonly refusedCount: number;
  readonly refused: readonly (Omit<CaseMonths, 'caseNumber'> & {
    caseNumber: string | null;
    message: string;
  })[];
}

/** What is known of a case by which its buttons are drawn. */
export interface CaseRights {
  readonly state: CoverageCaseState;
  readonly regionIds: readonly string[];
  readonly requesterId: string | null;
}

/** Use cases of the ledger of protected months. */
export class CoverageService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One case, or null when it is absent or of other regions. */
  findCase(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, coverageVerbs.read);
    return caller.reads.one(CoverageCase, databaseId('case', id), selection);
  }

  cases(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, coverageVerbs.read);
    return caller.reads.page(coverageCaseList, request, selection);
  }

  /** One double payment, or null when it is absent or of other regions. */
  findDoublePayment(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, coverageVerbs.read);
    return caller.reads.one(DoublePayment, databaseId('doublepayment', id), selection);
  }

  doublePayments(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, coverageVerbs.read);
    return caller.reads.page(doublePaymentList, request, selection);
  }

  /** How many people have a run of paid months, and how many have lost it. One statement. */
  async continuity(caller: Caller, filter: ContinuityFilter): Promise<Continuity> {
    permit(caller.actor, coverageVerbs.figures);
    const present = firstDay(this.unitOfWork.clock.today().slice(0, 7));
    const month = filter.month ? firstDay(filter.month) : present;
    const keys = (prefix: string, ids: readonly string[] | null | undefined) =>
      ids ? ids.flatMap((id) => databaseId(prefix, id) ?? []) : null;
    const suppressed = !isPermitted(caller.actor, coverageVerbs.read);
    const [counts] = await caller.reads.rows<Omit<Continuity, 'month' | 'suppressed'>>(
      suppressed ? cellsText : factsText,
      [keys('region', filter.regionIds), keys('program', filter.programIds), month],
    );
    return {
      month,
      suppressed,
      ...(counts ?? { persons: null, belowThree: null, lapsed: null, decemberOnly: null }),
    };
  }

  /** Whether the caller may do each thing with a case of these regions. */
  viewerCan({ actor }: Caller, { state, regionIds, requesterId }: CaseRights) {
    const may = (verb: Verb, regionId: string) => actor.canWrite && isPermitted(actor, verb, regionId);
    const isOpen = state === CoverageCaseState.OPEN || state === CoverageCaseState.CONFIRMED;
    return {
      close: isOpen && regionIds.some((id) => may(coverageVerbs.closeCase, id)),
      recordDoublePayment:
        isOpen && requesterId !== null && may(coverageVerbs.recordDoublePayment, requesterId),
    };
  }

  /** Covers months of many people; months of other payers are refused and kept as cases. */
  cover(caller: Caller, raw: CoverageCoverInput, dryRun: boolean) {
    return this.#change<Covered & Refusals>(caller, { verb: coverageVerbs.cover, dryRun }, async (work) => {
      const { input, problems } = cleaned(raw);
      const choice = await chosen(work, input, problems);
      const covered = await cover(work, choice, input);
      const months = await caseMonths(work, covered.caseNumbers);
      const refused = months.map((found) => refusal(work, found, dryRun));
      return { ...covered, refusedCount: covered.caseNumbers.length, refused };
    });
  }

  /** Takes months of many people back, save what is billed. */
  uncover(caller: Caller, raw: CoverageUncoverInput, dryRun: boolean) {
    return this.#change<Uncovered>(caller, { verb: coverageVerbs.uncover, dryRun }, async (work) => {
      const { input, problems } = cleaned(raw);
      return uncover(work, await chosen(work, input, problems), input);
    });
  }

  /** A coordinator of either side says what a case came to. */
  closeCase(caller: Caller, target: Target, raw: CoverageCaseCloseInput): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: coverageVerbs.closeCase.name }, async (work) => {
      permitChange(caller.actor, coverageVerbs.closeCase);
      const key = await seen(work, 'coverage_case', databaseId('case', target.id), target.expectedVersion);
      const { input, problems } = cleaned(raw);
      refuse([
        ...problems,
        ...checkRequired(input, ['resolution']),
        ...checkLength(input, ['resolution'], 1000),
      ]);
      await work.query('select app.close_case($1, $2, $3)', [key, input.outcome, input.resolution]);
      return key;
    });
  }

  /** Records that the months of a case were in fact paid a second time. */
  recordDoublePayment(caller: Caller, target: Target): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: coverageVerbs.recordDoublePayment.name }, async (work) => {
      permitChange(caller.actor, coverageVerbs.recordDoublePayment);
      const key = await seen(
        work,
        'coverage_case',
        databaseId('case', target.id),
        target.expectedVersion,
        'caseId',
      );
      const id = newId();
      await work.query('select app.record_double_payment($1, $2)', [id, key]);
      return id;
    });
  }

  /** Records how the recovery of a double payment ended. */
  settleDoublePayment(caller: Caller, target: Target, raw: DoublePaymentSettleInput): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: coverageVerbs.settleDoublePayment.name }, async (work) => {
      permitChange(caller.actor, coverageVerbs.settleDoublePayment);
      const key = await seen(
        work,
        'double_payment',
        databaseId('doublepayment', target.id),
        target.expectedVersion,
      );
      const { input, problems } = cleaned(raw);
      refuse([...problems, ...checkRequired(input, ['ending']), ...checkLength(input, ['ending'], 1000)]);
      const { recoveredRupiah, outcome, ending } = input;
      await work.query('select app.settle_double_payment($1, $2, $3, $4)', [
        key,
        recoveredRupiah,
        outcome,
        ending,
      ]);
      return key;
    });
  }

  /** Runs a change of the ledger; a dry run does the same work and takes it back, so that its figures are exact. */
  async #change<Result>(
    caller: Caller,
    { verb, dryRun }: { readonly verb: Verb; readonly dryRun: boolean },
    change: (work: Work) => Promise<Result>,
  ): Promise<{ outcome: Outcome; result: Result | null }> {
    let result: Result | null = null;
    const outcome = await this.unitOfWork.decide(caller, { verb: verb.name }, async (work) => {
      permitChange(caller.actor, verb);
      await work.query("set local statement_timeout = '60s'");
      if (dryRun) await work.query('savepoint dry_run');
      result = await change(work);
      if (dryRun) await work.query('rollback to savepoint dry_run');
      return '';
    });
    return { outcome, result };
  }
}

function refusal(work: Work, { caseNumber, from, until }: CaseMonths, dryRun: boolean) {
  const code = dryRun ? 'COVERAGE_WOULD_BE_REFUSED' : 'COVERAGE_ELSEWHERE';
  const params = { caseNumber, from: from.slice(0, 7), until: until.slice(0, 7) };
  return {
    caseNumber: dryRun ? null : caseNumber,
    from,
    until,
    message: messageOf(code, params, work.actor.locale),
  };
}

/** Key of a row that the actor sees at this version; the ledger's own functions lock it and judge its state. */
async function seen(
  work: Work,
  table: 'coverage_case' | 'double_payment',
  id: string | null,
  expected: number,
  argument = 'id',
): Promise<string> {
  const [found] = await work.query<{ version: number }>(`select t.version from ${table} t where t.id = $1`, [
    id,
  ]);
  if (!found || id === null) throw notFound([argument]);
  const stale: Problem = problem(['expectedVersion'], 'STALE_VERSION', { expected, actual: found.version });
  if (found.version !== expected) throw new Rejected([stale]);
  return id;
}
