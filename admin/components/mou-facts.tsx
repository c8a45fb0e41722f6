import React, { type ReactNode } from 'react';
import {
  mouConcerns,
  mouFacts,
  mouKinds,
  mouPhaseColours,
  mouPhases,
  mouStateColours,
  mouStates,
  segments,
} from '../mou-choices';
import type { MouPageData } from './mou-page-data';
import { longDay, type MouPageTexts, type PageLanguage } from './mou-page-texts';

export interface MouPartProps {
  readonly mou: MouPageData;
  readonly texts: MouPageTexts;
  readonly language: PageLanguage;
}

type Names = Readonly<Record<string, { readonly id: string; readonly en: string }>>;

/** Name of a code in the reader's language. */
export function named(names: Names, code: string, language: PageLanguage): string {
  return names[code]?.[language] ?? code;
}

/** State and phase as badges: a word, with a colour beside it. */
export function MouBadges({
  mou,
  language,
}: Pick<MouPartProps, 'language'> & { readonly mou: Pick<MouPageData, 'state' | 'phase'> }) {
  return (
    <>
      {mou.phase ? (
        <span className={`payung-badge ${mouPhaseColours[mou.phase] ?? 'grey'}`}>
          {named(mouPhases, mou.phase, language)}
        </span>
      ) : null}{' '}
      <span className={`payung-badge ${mouStateColours[mou.state] ?? 'grey'}`}>
        {named(mouStates, mou.state, language)}
      </span>
    </>
  );
}

/** What nobody knows yet, what needs a look, and where to fill it in. */
export function MouGaps({ mou, texts, language }: MouPartProps) {
  const isQuiet =
    mou.missing.length === 0 && mou.lacking.length === 0 && mou.concerns.length === 0 && !mou.returnedReason;
  if (isQuiet) return <p className="payung-callout green">{texts.complete}</p>;
  return (
    <>
      {mou.returnedReason ? (
        <section className="payung-callout red">
          <h2>{texts.returned}</h2>
          <p>{mou.returnedReason}</p>
        </section>
      ) : null}
      {mou.concerns.length > 0 ? (
        <section className="payung-callout red">
          <h2>{texts.concerns}</h2>
          <ul>
            {mou.concerns.map((concern) => (
              <li key={concern}>{named(mouConcerns, concern, language)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {mou.lacking.length > 0 ? (
        <section className="payung-callout red">
          <h2>{mou.state === 'DRAFT' ? texts.lackingReview : texts.lackingSignature}</h2>
          <ul className="payung-inline">
            {mou.lacking.map((fact) => (
              <li key={fact}>{named(mouFacts, fact, language)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {mou.missing.length > 0 ? (
        <section className="payung-callout amber">
          <h2>{texts.missing}</h2>
          <ul className="payung-inline">
            {mou.missing.map((fact) => (
              <li key={fact}>{named(mouFacts, fact, language)}</li>
            ))}
          </ul>
          {mou.viewerCan.revise ? (
            <a href={`/admin/resources/mou/records/${mou.id}/edit`}>{texts.fill}</a>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

/** The facts, each with a word where it is unknown. */
export function MouFacts({ mou, texts, language }: MouPartProps) {
  const unknown = <i className="payung-unknown">{texts.unknown}</i>;
  const day = (value: string | null | undefined) => longDay(value ?? null, language) ?? unknown;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      texts.region,
      <a key="region" href={`/admin/resources/region/records/${mou.region.id}/show`}>
        {mou.region.displayName}
      </a>,
    ],
    [texts.kind, named(mouKinds, mou.kind, language)],
    [texts.subject, mou.subject ?? unknown],
    [
      texts.signed,
      <>
        {day(mou.signing?.on)}
        {mou.signing?.place ? `, ${mou.signing.place}` : null}
      </>,
    ],
    [
      texts.term,
      <>
        {day(mou.period?.from)} {texts.until} {day(mou.period?.until)}
        {mou.termText ? ` (${mou.termText})` : null}
      </>,
    ],
    [
      texts.endsOn,
      <span key="endsOn">
        {day(mou.endsOn)} {daysLeft(mou.daysLeft, texts)}
      </span>,
    ],
    [texts.notice, mou.noticeOn ? day(mou.noticeOn) : unknown],
    [texts.autoRenewed, mou.isAutoRenewed === null ? unknown : mou.isAutoRenewed ? texts.yes : texts.no],
    [texts.segments, mou.segments.map((segment) => named(segments, segment, language)).join(', ') || unknown],
    [
      texts.scope,
      mou.scope.length > 0 ? (
        <ul key="scope">
          {mou.scope.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
      ) : (
        unknown
      ),
    ],
    [
      texts.planned,
      mou.plannedBeneficiaries === null
        ? unknown
        : `${mou.plannedBeneficiaries.toLocaleString(language)} ${texts.persons}`,
    ],
    ...(mou.note ? [[texts.note, mou.note] as const] : []),
    ...(mou.termination
      ? [
          [
            texts.terminated,
            <span key="terminated">
              {day(mou.termination.on)} {mou.termination.reason}
            </span>,
          ] as const,
        ]
      : []),
  ];
  return (
    <section className="payung-panel">
      <h2>
        {texts.known} <MouBadges mou={mou} language={language} />
      </h2>
      <dl className="payung-facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function daysLeft(days: number | null, texts: MouPageTexts): string {
  if (days === null) return '';
  return days >= 0 ? `(${days} ${texts.daysLeft})` : `(${-days} ${texts.daysPast})`;
}
