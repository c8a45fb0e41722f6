import React from 'react';
import { fundingSources, schemes, sectors, segments } from '../money-choices';
import type { Asked } from './ask-form';
import { AskPage } from './ask-page';
import { named } from './mou-facts';
import { PageState, Panel, rupiah, useLanguage, usePageData } from './page-parts';
import { isMonth, thisMonth } from './today';

interface ContributionData {
  readonly monthlyContribution: {
    readonly jkkRupiah: string;
    readonly jkmRupiah: string;
    readonly jhtRupiah: string;
    readonly totalRupiah: string;
    readonly rules: readonly {
      readonly id: string;
      readonly scheme: string;
      readonly kind: string;
      readonly amountRupiah: string | null;
      readonly percent: string | null;
      readonly regulation: { readonly id: string; readonly displayTitle: string } | null;
    }[];
  } | null;
}

const query = `query ($segment: ContributionSegment!, $sector: ContributionSector!, $fundingSource: FundingSource!, $month: Month!,
  $wageBaseRupiah: Rupiah, $withJht: Boolean!) {
  monthlyContribution(segment: $segment, sector: $sector, fundingSource: $fundingSource, month: $month, wageBaseRupiah: $wageBaseRupiah,
    withJht: $withJht) { jkkRupiah jkmRupiah jhtRupiah totalRupiah
    rules { id scheme kind amountRupiah percent regulation { id displayTitle } } } }`;
const fields = {
  segment: { kind: 'choice', values: segments, label: { id: 'Segmen', en: 'Segment' } },
  sector: { kind: 'choice', values: sectors, label: { id: 'Sektor', en: 'Sector' } },
  fundingSource: {
    kind: 'choice',
    values: fundingSources,
    label: { id: 'Sumber dana', en: 'Source of money' },
  },
  month: { kind: 'month', label: { id: 'Bulan', en: 'Month' } },
  wageBaseRupiah: {
    kind: 'digits',
    label: { id: 'Upah sebulan (untuk PU), rupiah', en: 'Wage a month (for PU), rupiah' },
  },
  withJht: {
    kind: 'choice',
    values: { false: { id: 'Tanpa JHT', en: 'Without JHT' }, true: { id: 'Dengan JHT', en: 'With JHT' } },
    label: { id: 'Hari tua', en: 'Old age' },
  },
} as const;

/** What one person costs in a month, and by which rules. */
export default function TariffCalculator() {
  return (
    <AskPage
      title={{ id: 'Berapa iurannya sebulan?', en: 'What is the contribution a month?' }}
      fields={fields}
      initial={{
        segment: 'BPU',
        sector: 'OTHER',
        fundingSource: 'APBD_REGENCY',
        month: thisMonth(),
        wageBaseRupiah: '',
        withJht: 'false',
      }}
      isComplete={({ month, wageBaseRupiah }) => isMonth(month) && /^\d{0,15}$/.test(wageBaseRupiah)}
    >
      {(asked) => <Answer asked={asked} />}
    </AskPage>
  );
}

function Answer({ asked }: { readonly asked: Asked<typeof fields> }) {
  const language = useLanguage();
  const { withJht, wageBaseRupiah, ...rest } = asked;
  const variables = {
    ...rest,
    withJht: withJht === 'true',
    wageBaseRupiah: wageBaseRupiah === '' ? null : wageBaseRupiah,
  };
  const { data, fault } = usePageData<ContributionData>(query, variables);
  const isIndonesian = language === 'id';
  if (!data) return <PageState fault={fault} isAbsent={false} />;
  const found = data.monthlyContribution;
  if (!found)
    return (
      <p className="payung-callout amber">
        {isIndonesian
          ? 'Belum ada tarif untuk bulan dan segmen itu; untuk PU isi juga upahnya.'
          : 'No rate is known for that month and segment; for PU give the wage as well.'}
      </p>
    );
  const parts = [
    ['JKK', found.jkkRupiah],
    ['JKM', found.jkmRupiah],
    ...(found.jhtRupiah === '0' ? [] : [['JHT', found.jhtRupiah] as const]),
  ].map(([name, amount]) => `${name} ${rupiah(amount, language)}`);
  return (
    <Panel
      title={`${rupiah(found.totalRupiah, language)} ${isIndonesian ? 'per orang per bulan' : 'a person and month'}`}
    >
      <p>{parts.join(' + ')}</p>
      <h3>{isIndonesian ? 'Aturan yang berlaku' : 'Rules that applied'}</h3>
      <ul>
        {found.rules.map(({ id, scheme, amountRupiah, percent, regulation }) => (
          <li key={id}>
            <a href={`/admin/resources/tariff/records/${id}/show`}>{named(schemes, scheme, language)}</a>:{' '}
            {amountRupiah
              ? rupiah(amountRupiah, language)
              : `${percent?.replace('.', isIndonesian ? ',' : '.')} %`}
            {regulation ? `, ${regulation.displayTitle}` : ''}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
