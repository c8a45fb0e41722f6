import { checkLength, checkRequired } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';

/** What a category is made of, before it is saved. */
export interface CategoryDraft {
  readonly name: string | null;
  readonly nameEn: string | null;
  /** Null stands for an alias that was left empty. */
  readonly aliases: readonly (string | null)[];
}

/** One of the words by which categories are known, in lower case. */
export interface CategoryTerm {
  readonly term: string;
  readonly category: string;
}

const longestName = 100;
const mostAliases = 50;

/** Everything that is wrong with names and aliases, apart from words that other categories have. */
export function checkCategory(draft: CategoryDraft): Problem[] {
  return [
    ...checkRequired(draft, ['name', 'nameEn']),
    ...checkLength(draft, ['name', 'nameEn'], longestName),
    ...draft.aliases.flatMap((alias, index) => checkAlias(draft.aliases, alias, index)),
    ...checkCount(draft.aliases.length),
  ];
}

/** Codes are for machines: capitals, digits and underscores. */
export function checkCategoryCode(code: string | null): Problem[] {
  if (code === null) return [problem(['input', 'code'], 'VALUE_MISSING')];
  if (/^[A-Z][A-Z0-9_]{1,49}$/.test(code)) return [];
  return [problem(['input', 'code'], 'CATEGORY_CODE_INVALID', { value: code.slice(0, 100) })];
}

/** Words of the draft that already name another category: a roster could not be read unambiguously. */
export function checkTerms({ name, aliases }: CategoryDraft, taken: readonly CategoryTerm[]): Problem[] {
  const owner = new Map(taken.map(({ term, category }) => [term, category]));
  const refusal = (value: string | null, path: readonly string[]): Problem[] => {
    const category = value === null ? undefined : owner.get(termOf(value));
    if (value === null || category === undefined) return [];
    return [problem(path, 'CATEGORY_TERM_TAKEN', { value, category })];
  };
  return [
    ...refusal(name, ['input', 'name']),
    ...aliases.flatMap((alias, index) => refusal(alias, ['input', 'aliases', String(index)])),
  ];
}

/** The form in which words are compared. */
export function termOf(word: string): string {
  return word.trim().toLowerCase();
}

function checkAlias(all: readonly (string | null)[], alias: string | null, index: number): Problem[] {
  const path = ['input', 'aliases', String(index)];
  if (alias === null) return [problem(path, 'VALUE_MISSING')];
  if (alias.length > longestName)
    return [problem(path, 'VALUE_TOO_LONG', { length: alias.length, limit: longestName })];
  const first = all.findIndex((other) => other !== null && termOf(other) === termOf(alias));
  return first === index ? [] : [problem(path, 'CATEGORY_ALIAS_REPEATED', { value: alias })];
}

function checkCount(count: number): Problem[] {
  if (count <= mostAliases) return [];
  return [problem(['input', 'aliases'], 'VALUE_TOO_MANY', { count, limit: mostAliases })];
}
