import { useTranslation } from 'adminjs';
import React from 'react';
import type { MouPageData } from './mou-page-data';
import { longInstant, type MouPageTexts, type PageLanguage } from './mou-page-texts';
import { Scroll } from './scroll';

type HistoryEvent = MouPageData['history']['nodes'][number];

interface Props {
  readonly events: readonly HistoryEvent[];
  readonly resourceId: string;
  readonly texts: MouPageTexts;
  readonly language: PageLanguage;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who decided what, newest first; each event opens to the fields that it changed. */
export function RecordHistory({ events, resourceId, texts, language }: Props) {
  const { translateProperty } = useTranslation();
  const name = (field: string) => translateProperty(camelCase(field), resourceId);
  const value = (text: string | null) => {
    if (text === null || text === '[]') return <i className="payung-unknown">{texts.empty}</i>;
    return uuid.test(text) ? <i className="payung-unknown">{texts.related}</i> : text;
  };
  return (
    <section className="payung-panel">
      <h2>{texts.history}</h2>
      {events.length === 0 ? <p>{texts.noHistory}</p> : null}
      {events.map(({ id, occurredAt, actorName, verb, changes }) => (
        <details key={id} className="payung-event">
          <summary>
            {longInstant(occurredAt, language)} · {texts.verbs[verb as keyof typeof texts.verbs] ?? verb} ·{' '}
            {actorName ?? texts.system}
          </summary>
          <Scroll>
            <table className="payung-table">
              <thead>
                <tr>
                  <th scope="col">{texts.field}</th>
                  <th scope="col">{texts.before}</th>
                  <th scope="col">{texts.after}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ field, before, after }) => (
                  <tr key={field}>
                    <th scope="row">{name(field)}</th>
                    <td>{value(before)}</td>
                    <td>{value(after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </details>
      ))}
    </section>
  );
}

/** `signed_on` -> `signedOn`: columns carry the names of the properties. */
function camelCase(column: string): string {
  return column.replace(/_(id)?$/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
