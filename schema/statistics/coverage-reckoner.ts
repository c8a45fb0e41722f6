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
  /** Whether kept sums could be corrected; absent: they were not asked for. */
  readonly isCorrected?: boolean;
}

/** Sums over people, and the groups' version when they were read. */
interface VersionedFigures extends KeptFigures {
  readonly groups: string;
}

/**
 * Answers about coverage, in three speeds: nothing changed since it was asked, one small look-up; people or facts
 * changed, the kept sums and what changed; anything else, all of it.
 */
export class CoverageReckoner {
  readonly #answers = new KeptAnswers<object>();
  readonly #figures = new KeptAnswers<VersionedFigures>();
  readonly #facts = new KeptAnswers<KeptSums>();

  async answer(caller: Caller, question: CoverageQuestion, wanted: Wanted): Promise<object> {
    if (question.isLive) return shownOf(question, wanted, await reckoned(caller, question, wanted, null));
    const versions = await versionsOf(caller);
    // groups follow people by releases only, which are a change of their own
    const version = question.seesPeople ? versions.all : versions.frame;
    return this.#answers.get({ asker: caller.actor.staffId, question, wanted }, version, async () =>
      shownOf(question, wanted, await this.#reckoned(caller, question, wanted, versions)),
    );
  }

  async #reckoned(
    caller: Caller,
    question: CoverageQuestion,
    wanted: Wanted,
    versions: Versions,
  ): Promise<AnswerRow> {
    const { rows, totals } = wanted;
    if (!question.seesPeople || !(rows || totals)) return reckoned(caller, question, wanted, null);
    const asked = { asker: caller.actor.staffId, question, rows, totals };
    const [people, facts] = await Promise.all([
      this.#people(asked, versions, async () => ({
        ...(await read<KeptFigures>(caller, keptFiguresSql(question, wanted))),
        groups: versions.groups,
      })),
      this.#facts.get(asked, versions.frame, () => read<KeptSums>(caller, keptFactsSql(question, wanted))),
    ]);
    if (people.rows === null || facts.rows === null) return reckoned(caller, question, wanted, null); // too many
    const row = await reckoned(caller, question, wanted, { people, facts });
    if (row.isCorrected) return row;
    this.#figures.forget(asked);
    return this.#reckoned(caller, question, wanted, versions);
  }

  /** Groups are not corrected: sums that stand on them are read again after a release. */
  async #people(
    asked: object,
    versions: Versions,
    reckon: () => Promise<VersionedFigures>,
  ): Promise<VersionedFigures> {
    const known = await this.#figures.get(asked, versions.ground, reckon);
    if (!known.hasGroups || known.groups === versions.groups) return known;
    this.#figures.forget(asked);
    return this.#figures.get(asked, versions.ground, reckon);
  }
}

async function reckoned(
  caller: Caller,
  question: CoverageQuestion,
  wanted: Wanted,
  kept: Kept | null,
): Promise<AnswerRow> {
  const [, row] = await Promise.all([
    kept ? caller.reads.rows(plannedOnceSql, []) : [],
    read<AnswerRow>(caller, answerSql(question, wanted, kept)),
  ]);
  return row;
}

function shownOf(
  question: CoverageQuestion,
  wanted: Wanted,
  { rows = [], totals, asOf, leastPersons }: AnswerRow,
): object {
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
