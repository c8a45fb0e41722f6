import React, { type ReactNode } from 'react';
import { endReasons, rejections } from '../people-choices';
import { PageHelp } from './help-line';
import { useLanguage } from './page-parts';
import { ReferenceSelect } from './reference-select';
import { deeds, statesOf } from './together-deeds';
import type { Ask, Deed } from './together-request';

interface Props {
  readonly ask: Ask;
  /** Decisions that the person may take somewhere. */
  readonly offered: readonly Deed[];
  readonly change: (part: Partial<Ask>) => void;
}

export const togetherWords = {
  program: { id: 'Hanya program ini (boleh kosong)', en: 'This program only (may be empty)' },
  deed: { id: 'Keputusan', en: 'Decision' },
  from: { id: 'Bulan pertama', en: 'First month' },
  until: { id: 'Bulan terakhir', en: 'Last month' },
  endedOn: { id: 'Berakhir pada', en: 'Ended on' },
  reason: { id: 'Sebab', en: 'Reason' },
  choose: { id: 'Pilih', en: 'Choose' },
  partial: {
    id: 'Bila sebagian bulan sudah dilindungi pembayar lain, lindungi bulan yang bebas',
    en: 'Where another payer covers some of the months, cover the free ones',
  },
} as const;

/** Which decision, and what it has to say. */
export function TogetherChoices({ ask, offered, change }: Props) {
  const language = useLanguage();
  return (
    <div className="payung-facts">
      {Array.isArray(ask.filter.programIds) ? null : (
        <Field id="together-program" label={togetherWords.program[language]}>
          <ReferenceSelect
            inputId="together-program"
            resourceId="program"
            value={ask.programId}
            onChange={(programId) => change({ programId })}
          />
        </Field>
      )}
      <Field id="together-deed" label={togetherWords.deed[language]}>
        <select
          id="together-deed"
          className="payung-input"
          value={ask.deed}
          onChange={(event) => {
            const deed = offered.find((one) => one === event.target.value);
            if (deed) change({ deed, reason: '' });
          }}
        >
          {offered.map((deed) => (
            <option key={deed} value={deed}>
              {deeds[deed].label[language]} ({statesOf(deed, language)})
            </option>
          ))}
        </select>
      </Field>
      {ask.deed === 'cover' || ask.deed === 'uncover' ? <Months ask={ask} change={change} /> : null}
      {ask.deed === 'end' || ask.deed === 'reject' ? <Ending ask={ask} change={change} /> : null}
    </div>
  );
}

function Field({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <PageHelp of={id} />
      {children}
    </div>
  );
}

function Months({ ask, change }: Omit<Props, 'offered'>) {
  const language = useLanguage();
  return (
    <>
      {(['from', 'until'] as const).map((side) => (
        <Field key={side} id={`together-${side}`} label={togetherWords[side][language]}>
          <input
            id={`together-${side}`}
            type="month"
            placeholder="2026-01"
            className="payung-input"
            value={ask[side]}
            onChange={(event) => change({ [side]: event.target.value })}
          />
        </Field>
      ))}
      {ask.deed === 'cover' ? (
        <label>
          <input
            type="checkbox"
            checked={ask.allowPartial}
            onChange={(event) => change({ allowPartial: event.target.checked })}
          />{' '}
          {togetherWords.partial[language]}
        </label>
      ) : null}
    </>
  );
}

function Ending({ ask, change }: Omit<Props, 'offered'>) {
  const language = useLanguage();
  const reasons = ask.deed === 'end' ? endReasons : rejections;
  return (
    <>
      {ask.deed === 'end' ? (
        <Field id="together-ended" label={togetherWords.endedOn[language]}>
          <input
            id="together-ended"
            type="date"
            className="payung-input"
            value={ask.endedOn}
            onChange={(event) => change({ endedOn: event.target.value })}
          />
        </Field>
      ) : null}
      <Field id="together-reason" label={togetherWords.reason[language]}>
        <select
          id="together-reason"
          className="payung-input"
          value={ask.reason}
          onChange={(event) => change({ reason: event.target.value })}
        >
          <option value="">{togetherWords.choose[language]}</option>
          {Object.entries(reasons).map(([reason, label]) => (
            <option key={reason} value={reason}>
              {label[language]}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}
