import React from 'react';
import { branchVerdicts } from '../branch-choices';
import type { BranchListData } from './branch-data';
import { TableHead } from './data-table';
import { GroupCells } from './group-cells';
import type { PageLanguage } from './mou-page-texts';
import { Panel, rupiah, whole } from './page-parts';
import { Scroll } from './scroll';

const texts = {
  id: {
    title: 'Daftar kita dibandingkan dengan jawaban cabang',
    heads: ['Kelompok', 'Orang', 'Bagian', 'Iuran kita', 'Iuran cabang', 'Diterapkan'],
    numberless:
      'orang diterima tanpa nomor KPJ. Mereka tetap dapat menjadi peserta aktif; mintalah nomornya kepada cabang.',
  },
  en: {
    title: 'Our list compared with the answer of the branch',
    heads: ['Group', 'Persons', 'Share', 'Our amount', 'Amount of the branch', 'Applied'],
    numberless:
      'people are accepted without a KPJ number. They can be active all the same; ask the branch for it.',
  },
} as const;

const amounts = new Set([1, 3, 4, 5]);

export const verdicts = Object.keys(branchVerdicts) as readonly (keyof typeof branchVerdicts)[];

/** The comparison as a table whose bars share one scale. */
export function BranchOutcomes({
  list: { outcomes },
  language,
}: {
  readonly list: BranchListData;
  readonly language: PageLanguage;
}) {
  const words = texts[language];
  const numberless = outcomes.reduce((sum, { withoutKpjCount }) => sum + withoutKpjCount, 0);
  const largest = Math.max(1, ...outcomes.map(({ count }) => count));
  return (
    <Panel title={words.title}>
      <Scroll>
        <table className="payung-table payung-groups">
          <TableHead heads={words.heads} amounts={amounts} />
          <tbody>
            {verdicts.map((verdict) => {
              const outcome = outcomes.find((one) => one.verdict === verdict);
              return (
                <tr key={verdict}>
                  <GroupCells
                    group={branchVerdicts[verdict]}
                    count={outcome?.count ?? 0}
                    largest={largest}
                    language={language}
                  />
                  <td className="payung-number">{rupiah(outcome?.oursRupiah, language) ?? '–'}</td>
                  <td className="payung-number">{rupiah(outcome?.theirsRupiah, language) ?? '–'}</td>
                  <td className="payung-number">{whole(outcome?.appliedCount ?? 0, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      {numberless > 0 ? (
        <p className="payung-callout amber">
          {whole(numberless, language)} {words.numberless}
        </p>
      ) : null}
    </Panel>
  );
}
