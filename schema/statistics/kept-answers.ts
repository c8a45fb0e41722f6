import type { Caller } from '../kernel/unit-of-work.js';

interface Kept {
  readonly version: string;
  readonly answer: Promise<object>;
}

/** Answers of up to a thousand rows each: a hundred are some ten megabytes. */
const most = 100;

/**
 * Answers are kept as long as nothing changes that they stand on: the same dashboard, asked again, costs one small
 * look-up. Each caller has answers of their own, and a change of rights is a change too.
 */
export class KeptAnswers {
  readonly #answers = new Map<string, Kept>();

  /** The answer to `question`, kept or reckoned by `reckon`. One statement when it is kept. */
  async get(caller: Caller, question: object, reckon: () => Promise<object>): Promise<object> {
    const key = JSON.stringify([caller.actor.staffId, question]);
    // asked for first: a change during the reckoning makes the answer too new for its version, never too old
    const version = await versionOf(caller);
    const known = this.#answers.get(key);
    if (known?.version === version) return known.answer;
    const answer = reckon();
    this.#keep(key, { version, answer });
    return answer;
  }

  #keep(key: string, kept: Kept): void {
    this.#answers.delete(key);
    this.#answers.set(key, kept);
    kept.answer.catch(() => this.#answers.delete(key)); // the caller hears of the failure; the next one asks anew
    if (this.#answers.size <= most) return;
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined) this.#answers.delete(oldest);
  }
}

/** Numbers are given before a transaction commits: only together do count, last and sum tell every commit apart. */
const versionText = `select concat_ws(' ', count(*), max(c.id), sum(c.id)) as version from statistics_change c`;

async function versionOf(caller: Caller): Promise<string> {
  const [row] = await caller.reads.rows<{ version: string }>(versionText, []);
  return row?.version ?? '';
}
