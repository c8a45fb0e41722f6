import type { Caller } from '../kernel/unit-of-work.js';
import { encodeKeys } from './coverage-cursor.js';
import {
  type CompiledQuestion,
  type CoverageQuestion,
  type KeptFigures,
  keptSql,
  monthOf,
  type RowPage,
  rowsSql,
  stateSql,
} from './coverage-statistics.sql.js';
import { KeptAnswers, type Versions, versionsOf } from './kept-answers.js';

/** Which parts of an answer are asked for. */
export interface Wanted {
  readonly limit: number;
  readonly after: readonly string[] | null;
  readonly rows: boolean;
  readonly totals: boolean;
  readonly state: boolean;
}

interface SortedRow {
  readonly sorts: readonly string[];
}

/** With more moves than this, reckoning anew is no slower than correcting. */
const mostMoves = 2000n;

/**
 * Answers about coverage, in three speeds: nothing changed since it was asked, one small look-up; people changed,
 * the kept figures and those who changed; anything else, all of it.
 */
export class CoverageReckoner {
  readonly #answers = new KeptAnswers<object>();
  readonly #figures = new KeptAnswers<KeptFigures>();

  async answer(caller: Caller, question: CoverageQuestion, wanted: Wanted): Promise<object> {
    if (question.isLive) return this.#reckoned(caller, question, wanted, null);
    const versions = await versionsOf(caller);
    // groups follow people by releases only, which are a change of their own
    const version = question.seesPeople ? versions.all : versions.frame;
    return this.#answers.get({ asker: caller.actor.staffId, question, wanted }, version, () =>
      this.#reckoned(caller, question, wanted, versions),
    );
  }

  async #reckoned(
    caller: Caller,
    question: CoverageQuestion,
    wanted: Wanted,
    versions: Versions | null,
  ): Promise<object> {
    const page = { limit: wanted.limit + 1, after: wanted.after };
    const [rows, [totals], [state]] = await Promise.all([
      wanted.rows ? this.#rows(caller, question, page, versions) : [],
      wanted.totals ? this.#rows(caller, { ...question, groupBy: [] }, null, versions) : [],
      wanted.state ? rowsOf(caller, stateSql(question.filter)) : [],
    ]);
    const shown = rows.slice(0, wanted.limit);
    const lastRow = shown.at(-1);
    return {
      ...state,
      from: monthOf(question.span.first),
      until: monthOf(question.span.end - 1),
      rows: shown,
      totals,
      pageInfo: {
        hasNextPage: rows.length > shown.length,
        endCursor: lastRow ? encodeKeys(lastRow.sorts, question.groupBy) : null,
      },
    };
  }

  async #rows(
    caller: Caller,
    question: CoverageQuestion,
    page: RowPage | null,
    versions: Versions | null,
  ): Promise<SortedRow[]> {
    const kept = versions && question.seesPeople ? await this.#kept(caller, question, versions) : null;
    return rowsOf(caller, rowsSql(question, page, kept));
  }

  /** Figures to start from; null where they are too many to be kept. */
  async #kept(caller: Caller, question: CoverageQuestion, versions: Versions): Promise<KeptFigures | null> {
    const asked = { asker: caller.actor.staffId, question };
    const reckon = async (): Promise<KeptFigures> => {
      const [figures] = await rowsOf<KeptFigures>(caller, keptSql(question));
      return figures ?? { rows: null, since: versions.lastMove };
    };
    const known = await this.#figures.get(asked, versions.frame, reckon);
    if (isCorrectable(known, versions)) return known.rows === null ? null : known;
    this.#figures.forget(asked);
    const anew = await this.#figures.get(asked, versions.frame, reckon);
    return anew.rows === null ? null : anew;
  }
}

/** Whether all moves since are still known, and not too many. */
function isCorrectable({ since }: KeptFigures, { firstMove, lastMove }: Versions): boolean {
  return BigInt(since) >= BigInt(firstMove) && BigInt(lastMove) - BigInt(since) <= mostMoves;
}

function rowsOf<Row = SortedRow>(caller: Caller, { text, values }: CompiledQuestion): Promise<Row[]> {
  return caller.reads.rows<Row>(text, values);
}
