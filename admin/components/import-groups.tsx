import React from 'react';
import { importVerdicts } from '../import-choices';
import { TableHead } from './data-table';
import { GroupCells } from './group-cells';
import type { Counts } from './import-data';
import type { PageLanguage } from './mou-page-texts';
import { Scroll } from './scroll';

const heads = {
  id: ['Kelompok', 'Baris', 'Bagian'],
  en: ['Group', 'Rows', 'Share'],
} as const;

const amounts = new Set([1]);

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
        <TableHead heads={heads[language]} amounts={amounts} />
        <tbody>
          {verdicts.map((verdict) => (
            <tr key={verdict}>
              <GroupCells
                group={importVerdicts[verdict]}
                count={countOf(counts, verdict)}
                largest={largest}
                language={language}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
