import { useTranslation } from 'adminjs';
import React from 'react';
import type { MouPageData } from './mou-page-data';
import { longDay, type MouPageTexts, type PageLanguage } from './mou-page-texts';

type Citations = MouPageData['citations'];

interface Props {
  readonly citations: Citations;
  readonly resourceId: string;
  readonly texts: MouPageTexts;
  readonly language: PageLanguage;
}

/** Where the facts were read: each source once, with the fields that it speaks of. */
export function RecordSources({ citations, resourceId, texts, language }: Props) {
  const { translateProperty } = useTranslation();
  const fieldName = (field: string | null) =>
    field === null ? texts.whole : translateProperty(field, resourceId);
  return (
    <section className="payung-panel">
      <h2>{texts.sources}</h2>
      {citations.length === 0 ? <p>{texts.noSources}</p> : null}
      <ul>
        {bySource(citations).map(([first, ...others]) => (
          <li key={first.id}>
            <SourceLink source={first.source} />
            <small>
              {first.source.title ? ` ${first.source.publisher}` : ''}
              {first.source.publishedOn ? `, ${longDay(first.source.publishedOn, language)}` : ''}
              {' · '}
              {[first, ...others].map(({ field }) => fieldName(field)).join(', ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourceLink({ source }: Pick<Citations[number], 'source'>) {
  const name = source.title ?? source.publisher;
  if (!source.url) return <>{name}</>;
  return (
    <a href={source.url} rel="noreferrer noopener" target="_blank">
      {name}
    </a>
  );
}

type Cited = [Citations[number], ...Citations[number][]];

function bySource(citations: Citations): readonly Cited[] {
  const groups = new Map<string, Cited>();
  for (const citation of citations) {
    const known = groups.get(citation.source.id);
    if (known) known.push(citation);
    else groups.set(citation.source.id, [citation]);
  }
  return [...groups.values()];
}
