import type { Caller } from '../kernel/unit-of-work.js';

interface Kept<Answer> {
  readonly version: string;
  readonly answer: Promise<Answer>;
}

/** Answers of up to a thousand rows each: a hundred are some ten megabytes. */
const most = 100;

/** Answers are kept as long as nothing changes that they stand on. Each caller has answers of their own. */
export class KeptAnswers<Answer extends object> {
  readonly #answers = new Map<string, Kept<Answer>>();

  /** The answer to `question`, kept at this version or reckoned by `reckon`. */
  get(question: object, version: string, reckon: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify(question);
    const known = this.#answers.get(key);
    if (known?.version === version) return known.answer;
    const answer = reckon();
    this.#keep(key, { version, answer });
    return answer;
  }

  forget(question: object): void {
    this.#answers.delete(JSON.stringify(question));
  }

  #keep(key: string, kept: Kept<Answer>): void {
    this.#answers.delete(key);
    this.#answers.set(key, kept);
    kept.answer.catch(() => this.#answers.delete(key)); // the caller hears of the failure; the next one asks anew
    if (this.#answers.size <= most) return;
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined) this.#answers.delete(oldest);
  }
}

/**
 * What the answers of this moment stand on. Asked for before anything is reckoned: a change meanwhile makes an answer
 * too new for its version, never too old. A change of rights is a change too.
 */
export interface Versions {
  /** Of everything. */
  readonly all: string;
  /** Of everything but the months of people. */
  readonly frame: string;
  /** Moves of cohorts that are still known: the first and the last. */
  readonly firstMove: string;
  readonly lastMove: string;
}

/** Numbers are given before a transaction commits: only together do count, last and sum tell every commit apart. */
const versionsText = `select v.*, m.* from (
    select concat_ws(' ', count(*), max(c.id), sum(c.id)) as all,
      concat_ws(' ', count(*) filter (where not c.is_of_people), max(c.id) filter (where not c.is_of_people),
        sum(c.id) filter (where not c.is_of_people)) as frame
    from statistics_change c) v
  cross join (select min(x.id)::text as "firstMove", max(x.id)::text as "lastMove" from statistics_move x) m`;

export async function versionsOf(caller: Caller): Promise<Versions> {
  const [row] = await caller.reads.rows<Versions>(versionsText, []);
  return row ?? { all: '', frame: '', firstMove: '', lastMove: '' };
}
