import { holdsRole } from '../kernel/actor.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { permit } from '../kernel/policy.js';
import { Refusal } from '../kernel/problem.js';
import type { Selection } from '../kernel/selection.js';
import type { Caller, UnitOfWork } from '../kernel/unit-of-work.js';
import type { MouFilter } from '../mou/index.js';
import type { ProgramFilter } from '../program/index.js';
import { decodeKeys } from './coverage-cursor.js';
import type { Span } from './coverage-entries.js';
import { CoverageReckoner } from './coverage-reckoner.js';
import type { CoverageStatisticsArgs, CoverageStatisticsFilter } from './coverage-statistics.inputs.js';
import { type CoverageQuestion, monthNumber, monthOf } from './coverage-statistics.sql.js';
import { dataQualityOf } from './data-quality.js';
import type { DataQualityFilter } from './data-quality.types.js';
import { type DoubleFundingFilter, doubleFundingOf } from './double-funding.js';
import { mouStatisticsOf } from './mou-statistics.js';
import type { MouGrouping } from './mou-statistics.types.js';
import { type ProgramGrouping, programStatisticsOf } from './program-statistics.js';
import { type ReadinessFilter, readinessOf } from './readiness.js';
import { peopleRoles, statisticsVerbs } from './statistics.policy.js';

const limits = { groups: 4, months: 60, rows: 1000 } as const;

/** Answers that are sums. */
export class StatisticsService {
  readonly #unitOfWork: UnitOfWork;
  readonly #reckoner = new CoverageReckoner();

  constructor({ unitOfWork }: Dependencies) {
    this.#unitOfWork = unitOfWork;
  }

  /** Coverage counted by what is asked for. */
  async coverage(caller: Caller, args: CoverageStatisticsArgs, selection: Selection): Promise<object> {
    permit(caller.actor, statisticsVerbs.coverage);
    if (args.live) permit(caller.actor, statisticsVerbs.coverageLive);
    const question = this.#questionOf(caller, args);
    const after = args.after ? decodeKeys(args.after, question.groupBy) : null;
    const wanted = {
      limit: args.first,
      after,
      rows: question.groupBy.length > 0 && (selection.has('rows') || selection.has('pageInfo')),
      totals: selection.has('totals'),
      state: selection.has('asOf') || selection.has('leastPersons'),
    };
    return this.#reckoner.answer(caller, question, wanted);
  }

  /** Agreements that the caller may see, counted; they are no people. */
  async mous(
    caller: Caller,
    question: { readonly filter?: MouFilter | null | undefined; readonly groupBy: readonly MouGrouping[] },
    selection: Selection,
  ): Promise<object> {
    permit(caller.actor, statisticsVerbs.mous);
    const groupBy = [...new Set(question.groupBy)];
    const answer = await mouStatisticsOf(caller, { filter: question.filter, groupBy }, selection);
    return { asOf: this.#unitOfWork.clock.today(), ...answer };
  }

  /** Programs that the caller may read, counted, with people and money of a fiscal year. */
  async programs(
    caller: Caller,
    question: {
      readonly filter?: ProgramFilter | null | undefined;
      readonly groupBy: readonly ProgramGrouping[];
      readonly fiscalYear?: number | null | undefined;
    },
    selection: Selection,
  ): Promise<object> {
    permit(caller.actor, statisticsVerbs.programs);
    const fiscalYear = this.#yearOf('fiscalYear', question.fiscalYear);
    const groupBy = [...new Set(question.groupBy)];
    const answer = await programStatisticsOf(
      caller,
      { filter: question.filter, groupBy, fiscalYear },
      selection,
    );
    return { fiscalYear, ...answer };
  }

  /** Regions by code with the five tests. */
  readiness(caller: Caller, filter: ReadinessFilter): Promise<object[]> {
    permit(caller.actor, statisticsVerbs.readiness);
    return readinessOf(caller, { ...filter, year: this.#yearOf('year', filter.year) });
  }

  /** State of the data of people: exact, or by the cells of analysts. */
  dataQuality(caller: Caller, filter: DataQualityFilter): Promise<object> {
    permit(caller.actor, statisticsVerbs.dataQuality);
    return dataQualityOf(caller, filter);
  }

  /** Months that two payers wanted or paid: exact, or by the cells of analysts. */
  doubleFunding(caller: Caller, filter: DoubleFundingFilter): Promise<object> {
    permit(caller.actor, statisticsVerbs.doubleFunding);
    return doubleFundingOf(caller, filter);
  }

  #yearOf(name: string, year: number | null | undefined): number {
    const wanted = year ?? Number(this.#unitOfWork.clock.today().slice(0, 4));
    if (wanted < 2000 || wanted > 2100)
      throw new Refusal('BAD_USER_INPUT', 'STATISTICS_YEAR', { name, value: String(wanted) });
    return wanted;
  }

  #questionOf(caller: Caller, { filter, groupBy, first, live }: CoverageStatisticsArgs): CoverageQuestion {
    const twice = groupBy.find((name, index) => groupBy.indexOf(name) !== index);
    if (twice) throw new Refusal('BAD_USER_INPUT', 'STATISTICS_GROUP_TWICE', { name: twice });
    if (groupBy.length > limits.groups) {
      const params = { count: groupBy.length, limit: limits.groups };
      throw new Refusal('BAD_USER_INPUT', 'STATISTICS_GROUPS_TOO_MANY', params);
    }
    if (first < 1 || first > limits.rows)
      throw new Refusal('BAD_USER_INPUT', 'PAGE_SIZE_INVALID', { value: first, limit: limits.rows });
    const wrong = filter?.deciles?.find((decile) => decile < 1 || decile > 10);
    if (wrong !== undefined) throw new Refusal('BAD_USER_INPUT', 'STATISTICS_DECILE', { value: wrong });
    return {
      groupBy,
      filter: filter ?? {},
      span: this.#spanOf(filter ?? {}),
      seesPeople: holdsRole(caller.actor, peopleRoles),
      isLive: live,
    };
  }

  /** Months asked for; the calendar year where one end or both are open. */
  #spanOf({ from, until }: CoverageStatisticsFilter): Span {
    const year = (from ?? until ?? this.#unitOfWork.clock.today()).slice(0, 4);
    const span = {
      first: monthNumber(from ?? `${year}-01`),
      end: monthNumber(until ?? `${year}-12`) + 1,
    };
    const months = span.end - span.first;
    if (months < 1) {
      const params = { from: monthOf(span.first), until: monthOf(span.end - 1) };
      throw new Refusal('BAD_USER_INPUT', 'STATISTICS_MONTHS_REVERSED', params);
    }
    if (months > limits.months)
      throw new Refusal('BAD_USER_INPUT', 'STATISTICS_MONTHS_TOO_MANY', { months, limit: limits.months });
    return span;
  }
}
