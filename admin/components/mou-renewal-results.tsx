import React from 'react';
import { DataTable } from './data-table';
import { longDay, type PageLanguage } from './mou-page-texts';
import type { Renewal } from './mou-renewals-data';
import { Panel, useLanguage } from './page-parts';

/** Whether a trial said that the draft can be made. */
export function canBeMade({ message, draftId }: Renewal): boolean {
  return message === null && draftId === null;
}

interface Props {
  readonly results: readonly Renewal[];
  /** Agreements that shall not be renewed now. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}

/** What a trial or the deed came to; of a trial, each can be left out. */
export function RenewalResults({ results, left, onLeave }: Props) {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const toggle = (mouId: string): void => {
    const next = new Set(left);
    if (!next.delete(mouId)) next.add(mouId);
    onLeave(next);
  };
  return (
    <Panel title={titleOf(results, language)}>
      {results.length === 0 ? (
        <p>{isIndonesian ? 'Tidak ada yang cocok tanpa penerus.' : 'None that match lacks a successor.'}</p>
      ) : (
        <DataTable
          heads={
            isIndonesian
              ? ['Perjanjian', 'Daerah', 'Berakhir', 'Masa berikutnya', 'Hasil']
              : ['Agreement', 'Region', 'Ends', 'Next term', 'Outcome']
          }
          rows={results.map((renewal) => ({
            key: renewal.mouId,
            cells: [
              <a key="mou" href={`/admin/resources/mou/records/${renewal.mouId}/show`}>
                {renewal.title}
              </a>,
              renewal.regionName,
              longDay(renewal.endsOn, language),
              termOf(renewal, language),
              <Outcome
                key="outcome"
                renewal={renewal}
                isChosen={!left.has(renewal.mouId)}
                onToggle={() => toggle(renewal.mouId)}
              />,
            ],
          }))}
        />
      )}
    </Panel>
  );
}

function titleOf(results: readonly Renewal[], language: PageLanguage): string {
  const made = results.filter(({ draftId }) => draftId !== null).length;
  if (language === 'en') return made > 0 ? `${made} drafts made` : `${results.length} agreements match`;
  return made > 0 ? `${made} rancangan dibuat` : `${results.length} perjanjian cocok`;
}

function termOf({ effectiveFrom, effectiveUntil }: Renewal, language: PageLanguage): string {
  if (!effectiveFrom) return '–';
  return [effectiveFrom, effectiveUntil].map((day) => longDay(day, language) ?? '?').join(' – ');
}

interface OutcomeProps {
  readonly renewal: Renewal;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Outcome({ renewal, isChosen, onToggle }: OutcomeProps) {
  const isIndonesian = useLanguage() === 'id';
  if (renewal.draftId)
    return (
      <a href={`/admin/resources/mou/records/${renewal.draftId}/show`}>
        {isIndonesian ? 'Buka rancangan' : 'Open the draft'}
      </a>
    );
  if (!canBeMade(renewal)) return <>{renewal.message}</>;
  return (
    <label className="payung-line">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={onToggle}
        aria-label={`${isIndonesian ? 'Buat rancangan' : 'Make a draft'}: ${renewal.title}`}
      />{' '}
      {isIndonesian ? 'buat rancangan' : 'make a draft'}
    </label>
  );
}
