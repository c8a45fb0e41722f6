import { Refusal } from '../kernel/problem.js';

/** What somebody typed, ready to be looked for. */
export interface SearchWords {
  /** The whole, with single spaces. */
  readonly phrase: string;
  readonly words: readonly string[];
}

const shortest = 3;
const longest = 100;
const mostWords = 8;

/**
 * The words of a search.
 * @throws Refusal BAD_USER_INPUT when no word has three characters, without which no index helps, or it is no text.
 */
export function searchWords(text: string): SearchWords {
  if (text.includes('\u0000') || !text.isWellFormed()) throw new Refusal('BAD_USER_INPUT', 'TEXT_UNREADABLE');
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const phrase = words.join(' ');
  if (phrase.length > longest)
    throw new Refusal('BAD_USER_INPUT', 'VALUE_TOO_LONG', { length: phrase.length, limit: longest });
  if (!words.some((word) => [...word].length >= shortest))
    throw new Refusal('BAD_USER_INPUT', 'SEARCH_TOO_SHORT', { limit: shortest });
  return { phrase, words: words.slice(0, mostWords) };
}

/** Whether somebody is typing a NIK: nothing but digits and their separators, and too many for a number of anything else. */
export function isLikeNik(text: string): boolean {
  return /^['’‘`]?[\d\s.]+$/.test(text.trim()) && text.replaceAll(/\D/g, '').length >= 12;
}
