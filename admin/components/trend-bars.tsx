import React from 'react';
import { DataTable } from './data-table';
import type { PageLanguage } from './mou-page-texts';
import { monthName, whole } from './page-parts';
import type { TrendMonth } from './region-figures';

interface Props {
  readonly trend: readonly TrendMonth[];
  readonly language: PageLanguage;
  /** The list of those covered in a month. Null: the reader may not see people. */
  readonly hrefOf: (month: string) => string | null;
}

/** People covered month by month: a bar each, the same as a table, and what it says in a sentence. */
export function TrendBars({ trend, language, hrefOf }: Props) {
  const isIndonesian = language === 'id';
  const most = trend.reduce((largest, { persons }) => (persons > largest ? persons : largest), 1n);
  // 24 bars would be targets too small for a finger; the table below has the links
  const numberOf = ({ month, persons }: TrendMonth) => {
    const href = persons > 0n ? hrefOf(month) : null;
    const count = whole(String(persons), language);
    return href ? <a href={href}>{count}</a> : count;
  };
  const words = ({ month, persons }: TrendMonth) =>
    `${monthName(month, language)}: ${whole(String(persons), language)} ${isIndonesian ? 'orang' : 'persons'}`;
  return (
    <figure className="payung-trend">
      <figcaption>{sentence(trend, language)}</figcaption>
      <ol aria-hidden="true">
        {trend.map((point) => (
          <li key={point.month} title={words(point)}>
            <span>
              <i style={{ height: `${Number((point.persons * 1000n) / most) / 10}%` }} />
            </span>
            <small>{point.month.endsWith('-01') ? point.month.slice(0, 4) : ''}</small>
          </li>
        ))}
      </ol>
      <details>
        <summary>{isIndonesian ? 'Angka sebagai tabel' : 'Numbers as a table'}</summary>
        <DataTable
          heads={isIndonesian ? ['Bulan', 'Orang terlindungi'] : ['Month', 'Persons covered']}
          rows={[...trend].reverse().map(({ month, persons }) => ({
            key: month,
            cells: [monthName(month, language), numberOf({ month, persons })],
          }))}
        />
      </details>
    </figure>
  );
}

function sentence(trend: readonly TrendMonth[], language: PageLanguage): string {
  const covered = trend.filter(({ persons }) => persons > 0n);
  const [first, last] = [covered[0], covered.at(-1)];
  if (!first || !last)
    return language === 'id'
      ? 'Dalam 24 bulan terakhir belum ada orang yang terlindungi.'
      : 'Nobody was covered in the last 24 months.';
  const most = covered.reduce((highest, point) => (point.persons > highest.persons ? point : highest));
  const say = ({ month, persons }: TrendMonth) =>
    `${whole(String(persons), language)} ${language === 'id' ? 'pada' : 'in'} ${monthName(month, language)}`;
  return language === 'id'
    ? `Orang terlindungi tiap bulan: ${say(first)}, ${say(last)}; paling banyak ${say(most)}.`
    : `Persons covered each month: ${say(first)}, ${say(last)}; at most ${say(most)}.`;
}
