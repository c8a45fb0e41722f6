import { useEffect, useState } from 'react';
import { askGraphql } from './graphql-client';
import { useLanguage } from './page-parts';
import { searchTexts } from './search-texts';

export interface SearchHit {
  readonly id: string;
  readonly concept: string;
  readonly title: string;
  readonly detail: string | null;
  readonly regionName: string | null;
}

interface Answer {
  readonly text: string;
  readonly hits: readonly SearchHit[];
  readonly fault: string | null;
}

const query = 'query ($text: String!) { search(text: $text) { id concept title detail regionName } }';
/** A word goes out when the hand rests, so that a name is one question and not eight. */
const restMs = 150;
const shortest = 3;
const none: Answer = { text: '', hits: [], fault: null };

/** Hits for what was typed, and a sentence about them. An answer that a later one has overtaken is dropped. */
export function useSearch(typed: string): {
  readonly hits: readonly SearchHit[];
  readonly message: string;
} {
  const texts = searchTexts[useLanguage()];
  const text = typed.trim();
  const [answer, setAnswer] = useState<Answer>(none);
  const isLongEnough = text.split(/\s+/).some((word) => word.length >= shortest);
  useEffect(() => {
    if (!isLongEnough) return setAnswer(none);
    let isWanted = true;
    const timer = setTimeout(() => {
      askGraphql<{ search: readonly SearchHit[] }>(query, { text })
        .then(({ search }) => isWanted && setAnswer({ text, hits: search, fault: null }))
        .catch((error: Error) => isWanted && setAnswer({ text, hits: [], fault: error.message }));
    }, restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, isLongEnough]);
  if (!isLongEnough) return { hits: [], message: texts.hint };
  if (answer.fault) return { hits: [], message: answer.fault };
  if (answer.text !== text) return { hits: answer.hits, message: texts.searching };
  return { hits: answer.hits, message: texts.found(answer.hits.length) };
}
