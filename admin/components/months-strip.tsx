import React from 'react';
import { payersOf } from './months-payers';
import { useLanguage } from './page-parts';

export interface StripMonth {
  readonly month: string;
  readonly state: string;
  readonly isElsewhere: boolean;
  /** Whether two payers paid it. */
  readonly isPaidTwice: boolean;
  readonly program: { readonly name: string } | null;
}

const words: Readonly<Record<string, { readonly id: string; readonly en: string; readonly sign: string }>> = {
  PAID: { id: 'dibayar', en: 'paid', sign: '✓' },
  BILLED: { id: 'ditagih, belum dibayar', en: 'billed, not paid', sign: '…' },
  COVERED: { id: 'dilindungi, belum ditagih', en: 'covered, not billed', sign: '•' },
  CREDITED: { id: 'dikreditkan kembali', en: 'credited back', sign: '↩' },
  ELSEWHERE: { id: 'dilindungi pembayar lain', en: 'covered by another payer', sign: '⇄' },
  DOUBLE: { id: 'dibayar dua kali', en: 'paid twice', sign: '2×' },
  GAP: { id: 'tidak dilindungi', en: 'not covered', sign: '' },
};
const short = { id: 'JFMAMJJASOND', en: 'JFMAMJJASOND' } as const;
const monthNames = (language: 'id' | 'en') =>
  new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { month: 'long', timeZone: 'UTC' });

/** Twelve boxes a year, each with a sign and a colour for what became of the month, and the same in words. */
export function MonthsStrip({
  months,
  isSmall = false,
  namesPayers = false,
}: {
  readonly months: readonly StripMonth[];
  /** In a list's row: small boxes without legend. */
  readonly isSmall?: boolean;
  /** Whether to say below each year who covered which months. */
  readonly namesPayers?: boolean;
}) {
  const language = useLanguage();
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const used = new Set(months.map(stateOf));
  return (
    <div className={isSmall ? 'payung-strips small' : 'payung-strips'}>
      {years.map((year) => (
        <React.Fragment key={year}>
          <div className="payung-strip">
            {isSmall ? null : <b>{year}</b>}
            <ol aria-label={`${language === 'id' ? 'Bulan tahun' : 'Months of'} ${year}`}>
              {ofYear(months, year).map((month) => (
                <Box key={month.month} month={month} language={language} />
              ))}
            </ol>
          </div>
          {namesPayers ? <p className="payung-payers">{payersOf(ofYear(months, year), language)}</p> : null}
        </React.Fragment>
      ))}
      {isSmall ? null : (
        <p className="payung-strip-legend" aria-hidden="true">
          {Object.entries(words)
            .filter(([state]) => used.has(state))
            .map(([state, { sign, ...names }]) => (
              <span key={state}>
                <i className={state.toLowerCase()}>{sign}</i> {names[language]}
              </span>
            ))}
        </p>
      )}
    </div>
  );
}

function Box({ month, language }: { readonly month: StripMonth; readonly language: 'id' | 'en' }) {
  const state = stateOf(month);
  const number = Number(month.month.slice(5, 7));
  const name = monthNames(language).format(new Date(`${month.month.slice(0, 7)}-01T00:00:00Z`));
  const program = month.program ? `, ${month.program.name}` : '';
  const text = `${name} ${month.month.slice(0, 4)}: ${words[state]?.[language] ?? state}${program}`;
  return (
    <li className={state.toLowerCase()} title={text}>
      <span aria-hidden="true">
        {short[language][number - 1]}
        <small>{words[state]?.sign}</small>
      </span>
      <span className="payung-hidden">{text}</span>
    </li>
  );
}

function ofYear(months: readonly StripMonth[], year: string): readonly StripMonth[] {
  return months.filter(({ month }) => month.startsWith(year));
}

function stateOf({ state, isElsewhere, isPaidTwice }: StripMonth): string {
  if (isPaidTwice) return 'DOUBLE';
  return isElsewhere ? 'ELSEWHERE' : state;
}
