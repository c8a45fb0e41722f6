import { readNik } from '../beneficiary/index.js';
import type { Dependencies } from '../kernel/dependencies.js';
import type { NikVault } from '../kernel/nik-vault.js';
import { isPermitted, permit } from '../kernel/policy.js';
import { Refusal } from '../kernel/problem.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { searchKinds } from './search.kinds.js';
import { searchVerbs } from './search.policy.js';
import { personStatement, searchStatement } from './search.statement.js';
import type { SearchHit } from './search.types.js';
import { isLikeNik, searchWords } from './search.words.js';

const mostOfAKind = 20;

/** Looks through everything that the caller may read, in one statement. */
export class SearchService {
  private readonly vault: NikVault;

  constructor({ niks }: Dependencies) {
    this.vault = niks;
  }

  /**
   * The best hits of each kind. A NIK is looked up by its keyed hash and by nothing else: it reaches no statement.
   * @throws Refusal BAD_USER_INPUT when the text is too short or too long, or a NIK that can be none.
   */
  async find(caller: Caller, text: string, first: number): Promise<readonly SearchHit[]> {
    permit(caller.actor, searchVerbs.read);
    if (!Number.isInteger(first) || first < 1 || first > mostOfAKind)
      throw new Refusal('BAD_USER_INPUT', 'PAGE_SIZE_INVALID', { value: first, limit: mostOfAKind });
    const kinds = searchKinds.filter(({ verb }) => isPermitted(caller.actor, verb));
    if (isLikeNik(text)) return this.#person(caller, text, first);
    const { text: sql, values } = searchStatement(kinds, searchWords(text), first);
    return caller.reads.rows<SearchHit>(sql, values);
  }

  async #person(caller: Caller, text: string, first: number): Promise<readonly SearchHit[]> {
    const people = searchKinds.find(({ concept }) => concept === 'beneficiary');
    if (!people || !isPermitted(caller.actor, people.verb)) return [];
    const { nik, problems } = readNik(text, ['text']);
    const [wrong] = problems;
    if (wrong) throw new Refusal('BAD_USER_INPUT', wrong.code, wrong.params);
    const { text: sql, values } = personStatement(people, this.vault.indexes(nik ?? ''), first);
    return caller.reads.rows<SearchHit>(sql, values);
  }
}
