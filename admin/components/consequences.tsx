import React from 'react';
import { type ImpactData, impactQuery } from './impact-data';
import { impactTexts } from './impact-texts';
import { ImpactDay, ImpactPrograms, ImpactRecords, ImpactSums } from './impact-view';
import { useLanguage, usePageData } from './page-parts';

interface Props {
  readonly resourceId: string;
  readonly actionName: string;
  readonly recordId: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Decisions that take the ground from others, with the field of the day from which on. */
const takings: Readonly<Record<string, string>> = {
  'regulation.revoke': 'revoke_revokedOn',
  'mou.terminate': 'terminate_terminatedOn',
  'office.close': 'close_closedOn',
};

/** What hangs on the record from the day that is entered, told before a decision that would take it away. */
export function Consequences({ resourceId, actionName, recordId, params }: Props) {
  const field = takings[`${resourceId}.${actionName}`];
  const day = field && String(params[field] ?? '').slice(0, 10);
  if (field === undefined) return null;
  return <Standing recordId={recordId} on={/^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? (day ?? null) : null} />;
}

function Standing({ recordId, on }: { readonly recordId: string; readonly on: string | null }) {
  const texts = impactTexts[useLanguage()];
  const { data, fault } = usePageData<{ impact: ImpactData | null }>(impactQuery, { id: recordId, on });
  if (fault) return <p role="alert">{fault}</p>;
  if (!data?.impact) return <p aria-busy="true" />;
  const { impact } = data;
  if (impact.programCount + impact.recordCount === 0)
    return <p className="payung-callout green">{texts.nothing}</p>;
  return (
    <section className={`payung-callout payung-impact ${impact.leftWithoutCount > 0 ? 'red' : 'amber'}`}>
      <h2>{texts.title}</h2>
      <ImpactDay impact={impact} />
      <ImpactSums impact={impact} />
      <ImpactPrograms impact={impact} />
      <ImpactRecords impact={impact} />
    </section>
  );
}
