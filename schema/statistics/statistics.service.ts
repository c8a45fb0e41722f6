import { holdsRole } from '../kernel/actor.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { permit } from '../kernel/policy.js';
import { Refusal } from '../kernel/problem.js';
import type { Selection } from '../kernel/selection.js';
import type { Caller, UnitOfWork } from '../kernel/unit-of-work.js';
import { decodeKeys, encodeKeys } from './coverage-cursor.js';
import type { Span } from './coverage-entries.js';
import type { CoverageStatisticsArgs, CoverageStatisticsFilter } from './coverage-statistics.inputs.js';
import { type CoverageQuestion, monthNumber, monthOf, rowsSql, stateSql } from './coverage-statistics.sql.js';
import { statisticsVerbs } from './statistics.policy.js';

const limits = { groups: 4, months: 60, rows: 1000 } as const;
const peopleRoles = ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'] as const;

interface SortedRow {
  readonly sorts: readonly string[];
}

/** Answers that are sums. */
export class StatisticsService {
  readonly #unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.#unitOfWork = unitOfWork;
  }

  /** Coverage counted by what is asked for. Up to three statements, in one snapshot. */
  async coverage(caller: Caller, args: CoverageStatisticsArgs, selection: Selection): Promise<object> {
    permit(caller.actor, statisticsVerbs.coverage);
    if (args.live) permit(caller.actor, statisticsVerbs.coverageLive);
    const question = this.#questionOf(caller, args);
    const after = args.after ? decodeKeys(args.after, question.groupBy) : null;
    const wantsRows = question.groupBy.length > 0 && (selection.has('rows') || selection.has('pageInfo'));
    const [rows, [totals], [state]] = await Promise.all([
      wantsRows ? rowsOf(caller, rowsSql(question, { limit: args.first + 1, after })) : [],
      selection.has('totals') ? rowsOf(caller, rowsSql({ ...question, groupBy: [] }, null)) : [],
      selection.has('asOf') || selection.has('leastPersons') ? rowsOf(caller, stateSql(question.filter)) : [],
    ]);
    const page = rows.slice(0, args.first);
    const lastRow = page.at(-1);
    return {
      ...state,
      from: monthOf(question.span.first),
      until: monthOf(question.span.end - 1),
      rows: page,
      totals,
      pageInfo: {
        hasNextPage: rows.length > page.length,
        endCursor: lastRow ? encodeKeys(lastRow.sorts, question.groupBy) : null,
      },
    };
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

function rowsOf(
  caller: Caller,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
): Promise<SortedRow[]> {
  return caller.reads.rows<SortedRow>(text, values);
}
