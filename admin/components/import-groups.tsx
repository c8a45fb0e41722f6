import React from 'react';
import { importVerdicts } from '../import-choices';
import type { Counts } from './import-data';
import type { PageLanguage } from './mou-page-texts';
import { whole } from './page-parts';
import { Scroll } from './scroll';

const heads = {
  id: ['Kelompok', 'Baris', 'Bagian'],
  en: ['Group', 'Rows', 'Share'],
} as const;

export const verdicts = Object.keys(importVerdicts) as readonly Verdict[];
export type Verdict = keyof typeof importVerdicts;

export function countOf(counts: Counts, verdict: Verdict): number {
  const { new: fresh, changed, unchanged, duplicate, error } = counts;
  return { NEW: fresh, CHANGED: changed, UNCHANGED: unchanged, DUPLICATE: duplicate, ERROR: error }[verdict];
}

/** The five groups as a table whose bars share one scale. */
export function ImportGroups({
  counts,
  language,
}: {
  readonly counts: Counts;
  readonly language: PageLanguage;
}) {
  const largest = Math.max(1, ...verdicts.map((verdict) => countOf(counts, verdict)));
  return (
    <Scroll>
      <table className="payung-table payung-groups">
        <thead>
          <tr>
            {heads[language].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {verdicts.map((verdict) => {
            const count = countOf(counts, verdict);
            const { colour, meaning, [language]: name } = importVerdicts[verdict];
            return (
              <tr key={verdict}>
                <th scope="row">
                  {name}
                  <small>{meaning[language]}</small>
                </th>
                <td className="payung-number">{whole(count, language)}</td>
                <td className="bar">
                  <div className="payung-bar-track" aria-hidden="true">
                    <i
                      className={count === 0 ? `${colour} none` : colour}
                      style={{ width: `${(100 * count) / largest}%` }}
                    />
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
