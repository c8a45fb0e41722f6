import React from 'react';
import { branchVerdicts } from '../branch-choices';
import type { BranchListData } from './branch-data';
import type { PageLanguage } from './mou-page-texts';
import { Panel, rupiah, whole } from './page-parts';
import { Scroll } from './scroll';

const texts = {
  id: {
    title: 'Daftar kita dibandingkan dengan jawaban cabang',
    heads: ['Kelompok', 'Orang', 'Bagian', 'Iuran kita', 'Iuran cabang', 'Diterapkan'],
  },
  en: {
    title: 'Our list compared with the answer of the branch',
    heads: ['Group', 'Persons', 'Share', 'Our amount', 'Amount of the branch', 'Applied'],
  },
} as const;

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
  const largest = Math.max(1, ...outcomes.map(({ count }) => count));
  return (
    <Panel title={words.title}>
      <Scroll>
        <table className="payung-table payung-groups">
          <thead>
            <tr>
              {words.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {verdicts.map((verdict) => {
              const outcome = outcomes.find((one) => one.verdict === verdict);
              const { colour, meaning, [language]: name } = branchVerdicts[verdict];
              const count = outcome?.count ?? 0;
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
                  <td className="payung-number">{rupiah(outcome?.oursRupiah, language) ?? '–'}</td>
                  <td className="payung-number">{rupiah(outcome?.theirsRupiah, language) ?? '–'}</td>
                  <td className="payung-number">{whole(outcome?.appliedCount ?? 0, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}
