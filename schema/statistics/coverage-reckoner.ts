import type { Caller } from '../kernel/unit-of-work.js';
import { encodeKeys } from './coverage-cursor.js';
import { type Kept, type KeptFigures, type KeptSums, keptFactsSql, keptFiguresSql } from './coverage-kept.js';
import {
  answerSql,
  type CompiledQuestion,
  type CoverageQuestion,
  monthOf,
  plannedOnceSql,
  type Wanted,
} from './coverage-statistics.sql.js';
import { KeptAnswers, type Versions, versionsOf } from './kept-answers.js';

/** An answer as PostgreSQL gives it; absent is what was not asked for. */
interface AnswerRow {
  readonly rows?: readonly { readonly sorts: readonly string[] }[];
  readonly totals?: object;
  readonly asOf?: Date;
  readonly leastPersons?: number | null;
}

/** Sums over people, and the groups' version when they were read. */
interface VersionedFigures extends KeptFigures {
  readonly groups: string;
}

/** With more moves than this, reckoning anew is no slower than correcting. */
const mostMoves = 2000n;

/**
 * Answers about coverage, in three speeds: nothing changed since it was asked, one small look-up; people or facts
 * changed, the kept sums and what changed; anything else, all of it.
 */
export class CoverageReckoner {
  readonly #answers = new KeptAnswers<object>();
  readonly #figures = new KeptAnswers<VersionedFigures>();
  readonly #facts = new KeptAnswers<KeptSums>();

  async answer(caller: Caller, question: CoverageQuestion, wanted: Wanted): Promise<object> {
    if (question.isLive) return reckoned(caller, question, wanted, null);
    const versions = await versionsOf(caller);
    // groups follow people by releases only, which are a change of their own
    const version = question.seesPeople ? versions.all : versions.frame;
    return this.#answers.get({ asker: caller.actor.staffId, question, wanted }, version, async () =>
      reckoned(caller, question, wanted, await this.#kept(caller, question, wanted, versions)),
    );
  }

  /** Sums to start from; null where there is nothing to keep, or too much. */
  async #kept(
    caller: Caller,
    question: CoverageQuestion,
    wanted: Wanted,
    versions: Versions,
  ): Promise<Kept | null> {
    const { rows, totals } = wanted;
    if (!question.seesPeople || !(rows || totals)) return null;
    const asked = { asker: caller.actor.staffId, question, rows, totals };
    const [people, facts] = await Promise.all([
      this.#people(asked, versions, async () => ({
        ...(await read<KeptFigures>(caller, keptFiguresSql(question, wanted))),
        groups: versions.groups,
      })),
      this.#facts.get(asked, versions.frame, () => read<KeptSums>(caller, keptFactsSql(question, wanted))),
    ]);
    return people.rows === null || facts.rows === null ? null : { people, facts };
  }

  async #people(
    asked: object,
    versions: Versions,
    reckon: () => Promise<VersionedFigures>,
  ): Promise<VersionedFigures> {
    const known = await this.#figures.get(asked, versions.ground, reckon);
    if (isCorrectable(known, versions)) return known;
    this.#figures.forget(asked);
    return this.#figures.get(asked, versions.ground, reckon);
  }
}

/** Whether all moves since are still known, and not too many; groups are not corrected. */
function isCorrectable({ since, hasGroups, groups }: VersionedFigures, versions: Versions): boolean {
  if (hasGroups && groups !== versions.groups) return false;
  const { firstMove, lastMove } = versions;
  return BigInt(since) >= BigInt(firstMove) && BigInt(lastMove) - BigInt(since) <= mostMoves;
}

async function reckoned(
  caller: Caller,
  question: CoverageQuestion,
  wanted: Wanted,
  kept: Kept | null,
): Promise<object> {
  const [, { rows = [], totals, asOf, leastPersons }] = await Promise.all([
    kept ? caller.reads.rows(plannedOnceSql, []) : [],
    read<AnswerRow>(caller, answerSql(question, wanted, kept)),
  ]);
  const shown = rows.slice(0, wanted.limit);
  const lastRow = shown.at(-1);
  return {
    totals,
    asOf,
    leastPersons,
    from: monthOf(question.span.first),
    until: monthOf(question.span.end - 1),
    rows: shown,
    pageInfo: {
      hasNextPage: rows.length > shown.length,
      endCursor: lastRow ? encodeKeys(lastRow.sorts, question.groupBy) : null,
    },
  };
}

async function read<Row extends object>(caller: Caller, { text, values }: CompiledQuestion): Promise<Row> {
  const [row] = await caller.reads.rows<Row>(text, values);
  if (!row) throw new Error('a statement of one row gave none');
  return row;
}
