import { checkDates, checkLength, checkRequired } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';

/** What a source is made of, before it is saved. */
export interface SourceDraft {
  readonly publisher: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
  readonly accessedOn: string | null;
  readonly note: string | null;
}

const longestTitle = 500;
const longestUrl = 2000;

/** Everything that is wrong with a source, in the order of the form. */
export function checkSource(draft: SourceDraft): Problem[] {
  return [
    ...checkRequired(draft, ['publisher']),
    ...checkLength(draft, ['publisher', 'author']),
    ...checkLength(draft, ['title'], longestTitle),
    ...checkDates(draft, ['publishedOn', 'accessedOn']),
    ...checkOrder(draft),
    ...checkLength(draft, ['url'], longestUrl),
    ...checkUrl(draft.url),
  ];
}

function checkOrder({ publishedOn, accessedOn }: SourceDraft): Problem[] {
  if (publishedOn === null || accessedOn === null || accessedOn >= publishedOn) return [];
  return [problem(['input', 'accessedOn'], 'SOURCE_DATES_REVERSED', { accessedOn, publishedOn })];
}

/** Other schemes (`javascript:`, `data:`) would run in the browser of whoever follows the link. */
function checkUrl(url: string | null): Problem[] {
  if (url === null || isWebAddress(url)) return [];
  return [problem(['input', 'url'], 'SOURCE_URL_INVALID', { value: url.slice(0, 100) })];
}

function isWebAddress(text: string): boolean {
  if (/\s/.test(text) || !/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}
