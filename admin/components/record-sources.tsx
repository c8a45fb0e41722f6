import React from 'react';
import type { MouPageData } from './mou-page-data';
import { longDay, type MouPageTexts, type PageLanguage } from './mou-page-texts';

interface Props {
  readonly citations: MouPageData['citations'];
  readonly texts: MouPageTexts;
  readonly language: PageLanguage;
}

/** Where the facts were read. */
export function RecordSources({ citations, texts, language }: Props) {
  return (
    <section className="payung-panel">
      <h2>{texts.sources}</h2>
      {citations.length === 0 ? <p>{texts.noSources}</p> : null}
      <ul>
        {citations.map(({ id, field, note, source }) => (
          <li key={id}>
            {source.url ? (
              <a href={source.url} rel="noreferrer noopener" target="_blank">
                {source.title ?? source.publisher}
              </a>
            ) : (
              (source.title ?? source.publisher)
            )}
            <small>
              {' '}
              {source.publisher}
              {source.publishedOn ? `, ${longDay(source.publishedOn, language)}` : ''} · {field ?? texts.whole}
              {note ? ` · ${note}` : ''}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
