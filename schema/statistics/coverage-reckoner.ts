import type { Caller } from '../kernel/unit-of-work.js';
import { encodeKeys } from './coverage-cursor.js';
import {
  type Changes,
  changesSql,
  type KeptFigures,
  type KeptSums,
  keptFactsSql,
  keptFiguresSql,
  namesSql,
} from './coverage-kept.js';
import { shown } from './coverage-keys.js';
import {
  answerSql,
  type CompiledQuestion,
  type CoverageQuestion,
  monthOf,
  type Wanted,
} from './coverage-statistics.sql.js';
import {
  addedRows,
  addedTotals,
  figuresOf,
  keyOf,
  type NamedRow,
  type RowNames,
  rowOf,
  type SummedRow,
  type Sums,
} from './coverage-sums.js';
import { KeptAnswers, type Versions, versionsOf } from './kept-answers.js';

/** An answer as PostgreSQL gives it. */
interface WrittenAnswer extends Omit<AnswerRow, 'rows'> {
  readonly rows?: readonly (SummedRow & RowNames)[];
}

/** Absent is what was not asked for. */
interface AnswerRow {
  /** One more than asked for, where there are more. */
  readonly rows?: readonly NamedRow[];
  readonly totals?: Sums;
  readonly asOf?: Date;
  readonly leastPersons?: number | null;
}

/** Sums over people, and the groups' version when they were read. */
interface VersionedFigures extends KeptFigures {
  readonly groups: string;
}

interface Parts {
  readonly people: KeptFigures;
  /** Budgets, claims, and what programs declare. */
  readonly facts: KeptSums;
  readonly changes: Changes;
}

/** Names by key, in the order of rows. */
type Names = ReadonlyMap<string, RowNames>;
type Summed = ReadonlyMap<string, SummedRow>;

/**
 * Answers about coverage, in three speeds: nothing changed since it was asked, one small look-up; people or facts
 * changed, the kept sums and what changed; anything else, all of it.
 */
export class CoverageReckoner {
  readonly #answers = new KeptAnswers<object>();
  readonly #figures = new KeptAnswers<VersionedFigures>();
  readonly #facts = new KeptAnswers<KeptSums>();
  readonly #names = new KeptAnswers<Names>();

  async answer(caller: Caller, question: CoverageQuestion, wanted: Wanted): Promise<object> {
    if (question.isLive) return shownOf(question, wanted, await reckoned(caller, question, wanted));
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
    const isKept = question.seesPeople && (rows || totals);
    const kept = isKept ? await this.#partsOf(caller, question, wanted, versions) : null;
    if (!kept) return reckoned(caller, question, wanted);
    const { people, changes } = kept;
    const parts = [people, kept.facts, changes];
    const sums = addedRows(parts.map((part) => part.rows ?? []));
    return {
      ...(rows && { rows: pageOf(sums, await this.#namesOf(caller, question, versions, sums), wanted) }),
      ...(totals && { totals: addedTotals(parts.flatMap((part) => part.totals ?? [])) }),
      asOf: people.releasedAt ?? changes.now,
      leastPersons: people.leastPersons,
    };
  }

  /** What an answer is the sum of; null: too many rows to keep. */
  async #partsOf(
    caller: Caller,
    question: CoverageQuestion,
    wanted: Wanted,
    versions: Versions,
  ): Promise<Parts | null> {
    const asked = { asker: caller.actor.staffId, question, rows: wanted.rows, totals: wanted.totals };
    const figures = this.#people(asked, versions, async () => ({
      ...(await read<KeptFigures>(caller, keptFiguresSql(question, wanted))),
      groups: versions.groups,
    }));
    const [people, changes, facts] = await Promise.all([
      figures,
      figures.then((kept) =>
        kept.rows === null ? null : read<Changes>(caller, changesSql(question, wanted, kept)),
      ),
      this.#facts.get(asked, versions.frame, () => read<KeptSums>(caller, keptFactsSql(question, wanted))),
    ]);
    if (!changes || facts.rows === null) return null;
    if (changes.isWhole) return { people, facts, changes };
    this.#figures.forget(asked);
    return this.#partsOf(caller, question, wanted, versions);
  }

  /** Groups are not corrected: sums that stand on them are read again after a release. */
  async #people(
    asked: object,
    versions: Versions,
    reckon: () => Promise<VersionedFigures>,
  ): Promise<VersionedFigures> {
    const known = await this.#figures.get(asked, versions.ground, reckon);
    if (known.leastPersons === null || known.groups === versions.groups) return known;
    this.#figures.forget(asked);
    return this.#figures.get(asked, versions.ground, reckon);
  }

  /** Names are read again, all of them, when there is a row that has none. */
  async #namesOf(
    caller: Caller,
    question: CoverageQuestion,
    versions: Versions,
    sums: Summed,
  ): Promise<Names> {
    const { groupBy, filter } = question;
    const asked = { asker: caller.actor.staffId, groupBy, filter };
    const version = groupBy.some((grouping) => shown[grouping].isFact) ? versions.frame : versions.ground;
    const reckon = async (): Promise<Names> => {
      const { text, values } = namesSql(question, [...sums.values()]);
      const rows = await caller.reads.rows<RowNames & Pick<SummedRow, 'keys'>>(text, values);
      return new Map(rows.map((row) => [keyOf(row), row]));
    };
    const known = await this.#names.get(asked, version, reckon);
    if ([...sums.keys()].every((key) => known.has(key))) return known;
    this.#names.forget(asked);
    return this.#names.get(asked, version, reckon);
  }
}

function pageOf(sums: Summed, names: Names, { limit, after }: Wanted): NamedRow[] {
  const begin = after && placeOf(after);
  const page: NamedRow[] = [];
  for (const [key, name] of names) {
    const row = sums.get(key);
    if (row && (!begin || placeOf(name.sorts).compare(begin) > 0)) page.push({ row, name });
  }
  return page.slice(0, limit + 1);
}

/** Places compare as PostgreSQL compares the texts one after the other: no text has a NUL. */
const placeOf = (sorts: readonly string[]): Buffer => Buffer.from(sorts.join('\u0000'));

async function reckoned(caller: Caller, question: CoverageQuestion, wanted: Wanted): Promise<AnswerRow> {
  const { rows, ...rest } = await read<WrittenAnswer>(caller, answerSql(question, wanted));
  return { ...rest, ...(rows && { rows: rows.map((row) => ({ row, name: row })) }) };
}

function shownOf(
  { groupBy, span }: CoverageQuestion,
  { limit }: Wanted,
  { rows = [], totals, asOf, leastPersons }: AnswerRow,
): object {
  const page = rows.slice(0, limit);
  const lastRow = page.at(-1);
  return {
    totals: totals && figuresOf(totals),
    asOf,
    leastPersons,
    from: monthOf(span.first),
    until: monthOf(span.end - 1),
    rows: page.map((row) => rowOf(row, groupBy)),
    pageInfo: {
      hasNextPage: rows.length > page.length,
      endCursor: lastRow ? encodeKeys(lastRow.name.sorts, groupBy) : null,
    },
  };
}

async function read<Row extends object>(caller: Caller, { text, values }: CompiledQuestion): Promise<Row> {
  const [row] = await caller.reads.rows<Row>(text, values);
  if (!row) throw new Error('a statement of one row gave none');
  return row;
}
