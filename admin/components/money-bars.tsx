import React from 'react';
import { rupiah, useLanguage } from './page-parts';
import { Scroll } from './scroll';

/** One bar: parts of a whole, in whole rupiah; what exceeds the whole is shown red. */
export interface MoneyBar {
  readonly label: string;
  /** What lies behind the bar. Absent: nothing that could be opened. */
  readonly href?: string;
  readonly ceilingRupiah: string;
  readonly parts: readonly { readonly name: string; readonly rupiah: string; readonly colour: string }[];
}

/** Bars on one scale, so that their lengths compare, and the same numbers as a table. */
export function MoneyBars({
  bars,
  caption,
  hasCeiling = true,
}: {
  readonly bars: readonly MoneyBar[];
  readonly caption: string;
  /** Whether the bars are parts of a ceiling; otherwise they stand for themselves. */
  readonly hasCeiling?: boolean;
}) {
  const language = useLanguage();
  const largest = Math.max(1, ...bars.flatMap((bar) => [Number(bar.ceilingRupiah), sumOf(bar)]));
  const names = bars[0]?.parts.map(({ name }) => name) ?? [];
  const words =
    language === 'id'
      ? { ceiling: 'Pagu', table: 'Angka sebagai tabel' }
      : { ceiling: 'Ceiling', table: 'Numbers as a table' };
  return (
    <figure className="payung-bars">
      <figcaption>{caption}</figcaption>
      {bars.map((bar) => (
        <div key={bar.label} className="payung-bar-row">
          <span>{bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}</span>
          <div className="payung-bar-track" aria-hidden="true">
            <div
              className="payung-bar-ceiling"
              style={{ width: width(Number(bar.ceilingRupiah), largest) }}
            />
            <div className="payung-bar-parts">
              {bar.parts.map(({ name, rupiah: amount, colour }) => (
                <i key={name} className={colour} style={{ width: width(Number(amount), largest) }} />
              ))}
            </div>
          </div>
          <b>{rupiah(bar.ceilingRupiah, language)}</b>
        </div>
      ))}
      <p className="payung-bar-legend" aria-hidden="true">
        {bars[0]?.parts.map(({ name, colour }) => (
          <span key={name}>
            <i className={colour} /> {name}
          </span>
        ))}
        {hasCeiling ? (
          <span>
            <i className="ceiling" /> {words.ceiling}
          </span>
        ) : null}
      </p>
      <details>
        <summary>{words.table}</summary>
        <Scroll>
          <table className="payung-table">
            <thead>
              <tr>
                <td />
                {[...(hasCeiling ? [words.ceiling] : []), ...names].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.label}>
                  <th scope="row">{bar.label}</th>
                  {hasCeiling ? <td>{rupiah(bar.ceilingRupiah, language)}</td> : null}
                  {bar.parts.map(({ name, rupiah: amount }) => (
                    <td key={name}>{rupiah(amount, language)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </figure>
  );
}

function sumOf({ parts }: MoneyBar): number {
  return parts.reduce((sum, { rupiah: amount }) => sum + Number(amount), 0);
}

function width(value: number, largest: number): string {
  return `${Math.max(0, Math.min(100, (value / largest) * 100))}%`;
}
