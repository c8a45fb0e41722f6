import React from 'react';
import { claimKinds } from '../money-choices';
import type { Asked } from './ask-form';
import { AskPage } from './ask-page';
import { DataTable } from './data-table';
import { MoneyBars } from './money-bars';
import { named } from './mou-facts';
import { PageState, Panel, rupiah, useLanguage, usePageData, whole } from './page-parts';
import { thisYear } from './today';

interface RatioData {
  readonly benefitRatio: {
    readonly claimCases: number;
    readonly claimsRupiah: string;
    readonly contributionsRupiah: string;
    readonly percent: string | null;
    readonly suppressed: boolean;
  };
  readonly claimStatistics: readonly {
    readonly kind: string;
    readonly cases: number;
    readonly paidRupiah: string;
  }[];
}

const query = `query ($regionId: ID!, $from: Month!, $until: Month!) {
  benefitRatio(regionIds: [$regionId], from: $from, until: $until) { claimCases claimsRupiah contributionsRupiah percent suppressed }
  claimStatistics(filter: { regionIds: [$regionId], paidFrom: $from, paidUntil: $until }, groupBy: [KIND]) { kind cases paidRupiah } }`;
const fields = {
  regionId: { kind: 'reference', to: 'region', label: { id: 'Daerah', en: 'Region' } },
  from: { kind: 'month', label: { id: 'Bulan pertama', en: 'First month' } },
  until: { kind: 'month', label: { id: 'Bulan terakhir', en: 'Last month' } },
} as const;

/** Benefits paid out against contributions paid in the same months. */
export default function ClaimRatio() {
  const year = thisYear();
  return (
    <AskPage
      title={{ id: 'Klaim dibanding iuran', en: 'Claims against contributions' }}
      fields={fields}
      initial={{ regionId: '', from: `${year}-01`, until: `${year}-12` }}
      isComplete={(asked) => Object.values(asked).every((value) => value !== '')}
    >
      {(asked) => <Answer asked={asked} />}
    </AskPage>
  );
}

function Answer({ asked }: { readonly asked: Asked<typeof fields> }) {
  const language = useLanguage();
  const { data, fault } = usePageData<RatioData>(query, asked);
  if (!data) return <PageState fault={fault} isAbsent={false} />;
  const { benefitRatio: ratio, claimStatistics: kinds } = data;
  const isIndonesian = language === 'id';
  const [paid, received] = [
    rupiah(ratio.contributionsRupiah, language),
    rupiah(ratio.claimsRupiah, language),
  ];
  const share = ratio.percent?.replace('.', isIndonesian ? ',' : '.');
  const sentence = isIndonesian
    ? `Iuran yang dibayar ${paid}; manfaat yang dibayarkan ${received} (${whole(ratio.claimCases, language)} klaim)${share ? `, yaitu ${share} % dari iuran` : ''}.`
    : `Contributions paid ${paid}; benefits paid out ${received} (${whole(ratio.claimCases, language)} claims)${share ? `, ${share} % of the contributions` : ''}.`;
  const bar = (label: string, amount: string, colour: string) => ({
    label,
    ceilingRupiah: amount,
    parts: [{ name: 'Rupiah', rupiah: amount, colour }],
  });
  return (
    <Panel title={isIndonesian ? 'Perbandingan' : 'Comparison'}>
      <p>{sentence}</p>
      {ratio.suppressed ? (
        <p className="payung-hint">
          {isIndonesian
            ? 'Tagihan berupa jumlah atas kelompok paling sedikit lima orang, klaim dibulatkan ke kelipatan lima, tanpa yang kurang dari lima dan tanpa nota kredit, karena peserta tidak ditampilkan kepada Anda.'
            : 'Bills are sums over groups of at least five persons, claims rounded to fives, without those of fewer than five and without credit notes, since participants are not shown to you.'}
        </p>
      ) : null}
      <MoneyBars
        hasCeiling={false}
        caption={
          isIndonesian ? 'Iuran dan klaim pada bulan-bulan itu' : 'Contributions and claims in these months'
        }
        bars={[
          bar(isIndonesian ? 'Iuran' : 'Paid in', ratio.contributionsRupiah, 'paid'),
          bar(isIndonesian ? 'Klaim' : 'Claims', ratio.claimsRupiah, 'open'),
        ]}
      />
      <DataTable
        heads={isIndonesian ? ['Jenis', 'Jumlah klaim', 'Rupiah'] : ['Kind', 'Claims', 'Rupiah']}
        rows={kinds.map(({ kind, cases, paidRupiah }) => ({
          key: kind,
          cells: [named(claimKinds, kind, language), whole(cases, language), rupiah(paidRupiah, language)],
        }))}
      />
    </Panel>
  );
}
