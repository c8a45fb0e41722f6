import { beneficiaryList, beneficiaryVerbs } from '../beneficiary/index.js';
import { likePattern } from '../kernel/like.js';
import { searchCondition } from '../kernel/list-search.js';
import type { Verb } from '../kernel/policy.js';
import type { ListRead } from '../kernel/readable.js';
import type { Statement } from '../kernel/statement.js';
import { mouList, mouVerbs } from '../mou/index.js';
import { officeList, officeVerbs } from '../office/index.js';
import { officialList, officialVerbs } from '../official/index.js';
import { programList, programVerbs } from '../program/index.js';
import { regionList, regionVerbs } from '../region/index.js';
import { regulationList, regulationVerbs } from '../regulation/index.js';
import type { SearchWords } from './search.words.js';

/** One kind of record that a search looks through, as SQL over a row `of` the list's table. */
export interface SearchKind {
  readonly concept: string;
  readonly list: ListRead;
  /** Who may read the kind at all; which rows is for row security. */
  readonly verb: Verb;
  readonly found: (of: string, words: SearchWords, statement: Statement) => string;
  readonly title: (of: string) => string;
  /** Text that tells it apart, or SQL null. */
  readonly detail: (of: string) => string;
  /** Id of the region whose name is shown beside it, or SQL null. */
  readonly regionId: (of: string) => string;
  /** Which comes first among those that match equally well. */
  readonly before: (of: string) => string;
}

/** Every word somewhere, as the list of the kind finds it. */
const everyWord =
  (list: ListRead): SearchKind['found'] =>
  (of, { words }, statement) =>
    words.map((word) => `(${searchCondition(list, word, of, statement)})`).join(' and ');

/** The kinds, in the order in which those that match equally well are given. */
export const searchKinds: readonly SearchKind[] = [
  {
    concept: 'region',
    list: regionList,
    verb: regionVerbs.read,
    found: everyWord(regionList),
    title: (of) => `${of}.display_name`,
    detail: (of) => `${of}.code`,
    regionId: (of) => `${of}.parent_id`,
    // provinces before their regencies, villages last
    before: (of) => `char_length(${of}.code), ${of}.code`,
  },
  {
    concept: 'mou',
    list: mouList,
    verb: mouVerbs.read,
    found: everyWord(mouList),
    title: (of) => `${of}.title_as_written`,
    detail: (of) =>
      `(select string_agg(p.number, ' · ' order by p.position) from mou_party p where p.mou_id = ${of}.id)`,
    regionId: (of) => `${of}.region_id`,
    before: (of) => `${of}.signed_on desc nulls last`,
  },
  {
    concept: 'regulation',
    list: regulationList,
    verb: regulationVerbs.read,
    found: everyWord(regulationList),
    title: (of) => `${of}.display_title`,
    detail: (of) => `coalesce(${of}.title, ${of}.subject)`,
    regionId: (of) => `${of}.region_id`,
    before: (of) => `${of}.in_force_from desc nulls last`,
  },
  {
    concept: 'program',
    list: programList,
    verb: programVerbs.read,
    found: everyWord(programList),
    title: (of) => `${of}.name`,
    detail: (of) => `${of}.agency`,
    regionId: (of) => `${of}.region_id`,
    before: (of) => `${of}.month_until desc`,
  },
  {
    concept: 'office',
    list: officeList,
    verb: officeVerbs.read,
    found: everyWord(officeList),
    title: (of) => `${of}.display_name`,
    detail: (of) => `${of}.code`,
    regionId: (of) => `${of}.region_id`,
    before: (of) => `${of}.display_name`,
  },
  {
    concept: 'official',
    list: officialList,
    verb: officialVerbs.read,
    found: everyWord(officialList),
    title: (of) => `${of}.name`,
    detail: (of) => `${of}.post`,
    regionId: (of) => `${of}.region_id`,
    before: (of) => `${of}.term_from desc nulls last`,
  },
  {
    concept: 'beneficiary',
    list: beneficiaryList,
    verb: beneficiaryVerbs.read,
    // under row security `like` uses no index, since it might tell of rows of others; the function keeps to the regions itself
    found: (of, { phrase, words }, statement) =>
      `${of}.id = any(array(select app.people_named(${statement.parameter(phrase)}, ${statement.parameter(
        [...words].sort((a, b) => b.length - a.length).map(likePattern),
      )}::text[])))`,
    title: (of) => `${of}.name`,
    detail: (of) => `${of}.nik_mask`,
    regionId: (of) => `${of}.region_id`,
    before: (of) => `${of}.name`,
  },
];
