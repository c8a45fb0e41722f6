import React from 'react';
import { useLanguage, usePageData, whole } from './page-parts';

interface Props {
  readonly resourceId: string;
  readonly actionName: string;
  readonly recordId: string;
}

interface Dependent {
  readonly id: string;
  readonly name: string;
}

interface Standing {
  readonly regulations?: readonly {
    readonly regulation: { readonly id: string; readonly displayTitle: string };
  }[];
  readonly programs: { readonly totalCount: number; readonly nodes: readonly Dependent[] };
}

const programs = 'programs(first: 20) { totalCount nodes { id name } }';
/** What a decision takes the ground from, by screen and decision. */
const queries: Readonly<Record<string, string>> = {
  'regulation.revoke': `query ($id: ID!) { found: regulation(id: $id) { regulations: dependents { regulation { id displayTitle } } ${programs} } }`,
  'mou.terminate': `query ($id: ID!) { found: mou(id: $id) { ${programs} } }`,
};

/** What stands on the record, told before a decision that would take it away; nothing for other decisions. */
export function Consequences(props: Props) {
  const query = queries[`${props.resourceId}.${props.actionName}`];
  return query ? <Standing query={query} recordId={props.recordId} /> : null;
}

function Standing({ query, recordId }: { readonly query: string; readonly recordId: string }) {
  const language = useLanguage();
  const { data, fault } = usePageData<{ found: Standing | null }>(query, { id: recordId });
  const isIndonesian = language === 'id';
  if (fault) return <p role="alert">{fault}</p>;
  if (!data?.found) return <p aria-busy="true" />;
  const { regulations = [], programs: standing } = data.found;
  const isFree = regulations.length === 0 && standing.totalCount === 0;
  if (isFree)
    return (
      <p className="payung-callout green">
        {isIndonesian
          ? 'Tidak ada program atau regulasi yang bergantung padanya.'
          : 'No program or regulation depends on it.'}
      </p>
    );
  return (
    <section className="payung-callout amber">
      <h2>{isIndonesian ? 'Yang bergantung padanya' : 'What depends on it'}</h2>
      <ul>
        {standing.nodes.map(({ id, name }) => (
          <li key={id}>
            <a href={`/admin/resources/program/records/${id}/show`}>{name}</a>
          </li>
        ))}
        {regulations.map(({ regulation: { id, displayTitle } }) => (
          <li key={id}>
            <a href={`/admin/resources/regulation/records/${id}/show`}>{displayTitle}</a>
          </li>
        ))}
      </ul>
      {standing.totalCount > standing.nodes.length ? (
        <p>
          {whole(standing.totalCount, language)} {isIndonesian ? 'program seluruhnya' : 'programs in all'}
        </p>
      ) : null}
    </section>
  );
}
