import type { Caller } from '../kernel/unit-of-work.js';

interface Kept<Answer> {
  readonly version: string;
  readonly answer: Promise<Answer>;
}

/**
 * A hundred answers of a thousand rows each, with the sums and names that they are made of, are some 150 megabytes; of
 * fifty rows, eight.
 */
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
  /** Of releases of the groups that stand for people before those who may not see them. */
  readonly groups: string;
  /** Of what months of people are chosen and divided by: rights, regions, categories. */
  readonly ground: string;
}

interface NotesRow {
  readonly concern: 'PEOPLE' | 'FACTS' | 'GROUPS' | 'GROUND';
  readonly version: string;
}

/** Numbers are given before a transaction commits: only together do count, last and sum tell every commit apart. */
const versionsText = `select c.concern, concat_ws(' ', count(*), max(c.id), sum(c.id)) as version
  from statistics_change c group by c.concern`;

export async function versionsOf(caller: Caller): Promise<Versions> {
  const notes = await caller.reads.rows<NotesRow>(versionsText, []);
  const of = (concern: NotesRow['concern']): string =>
    notes.find((note) => note.concern === concern)?.version ?? '';
  const [people, facts, groups, ground] = [of('PEOPLE'), of('FACTS'), of('GROUPS'), of('GROUND')];
  const frame = `${facts},${groups},${ground}`;
  return { all: `${people},${frame}`, frame, groups, ground };
}
