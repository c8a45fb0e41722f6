import React from 'react';
import { DashboardQuality } from './dashboard-quality';
import { MoneyBars } from './money-bars';
import type { PageLanguage } from './mou-page-texts';
import { PageState, Panel, rupiah, useLanguage, usePageData, whole } from './page-parts';
import type { Place } from './province-choice';
import type { RegionsOverview } from './region-figures';

interface Props {
  readonly home: Place;
  readonly overview: RegionsOverview;
  readonly seesPeople: boolean;
}

/** Money that is missing or was paid twice; beside it, what of the data has to be looked at. */
export function DashboardMoney({ home, overview, seesPeople }: Props) {
  return (
    <div className="payung-two">
      <div className="payung-stack">
        <Arrears home={home} overview={overview} />
        {seesPeople ? <DoublePayments home={home} /> : null}
      </div>
      <DashboardQuality home={home} seesPeople={seesPeople} />
    </div>
  );
}

const arrearsPage = '/admin/resources/bill/actions/arrears';

function Arrears({ home, overview }: Pick<Props, 'home' | 'overview'>) {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const owing = overview.regions.filter(({ owedRupiah }) => owedRupiah > 0n);
  const bars = owing.map(({ id, name, owedRupiah }) => ({
    label: name,
    href: `${arrearsPage}?region=${id}`,
    ceilingRupiah: String(owedRupiah),
    parts: [
      { name: isIndonesian ? 'Belum dibayar' : 'Not paid', rupiah: String(owedRupiah), colour: 'open' },
    ],
  }));
  return (
    <Panel title={isIndonesian ? 'Tunggakan iuran' : 'Arrears'}>
      {bars.length === 0 ? (
        <p>{isIndonesian ? 'Semua bulan yang lewat sudah dibayar.' : 'All past months are paid.'}</p>
      ) : (
        <MoneyBars
          bars={bars}
          hasCeiling={false}
          caption={
            isIndonesian
              ? 'Iuran bulan yang sudah lewat dan belum dibayar'
              : 'Contributions of past months, not paid'
          }
        />
      )}
      <p className="payung-more">
        <a href={`${arrearsPage}?region=${home.id}`}>
          {isIndonesian ? 'Program yang menunggak, menurut umur' : 'Programs in arrears, by age'}
        </a>
      </p>
    </Panel>
  );
}

interface DoubleData {
  readonly doublePayments: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly paidRupiah: string }[];
  };
}

const doubleQuery = `query ($ids: [ID!]) { doublePayments(first: 100, filter: { regionIds: $ids, states: [TO_RECOVER] }) {
  totalCount nodes { paidRupiah } } }`;

function DoublePayments({ home }: Pick<Props, 'home'>) {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const { data, fault } = usePageData<DoubleData>(doubleQuery, { ids: [home.id] });
  return (
    <Panel title={isIndonesian ? 'Bulan yang dibayar dua daerah' : 'Months that two regions paid'}>
      {data ? (
        <p>
          {data.doublePayments.totalCount > 0 ? (
            <a href={`/admin/resources/doublePayment?filters.region=${home.id}&filters.state=TO_RECOVER`}>
              {doubleWords(data, language)}
            </a>
          ) : (
            doubleWords(data, language)
          )}
        </p>
      ) : (
        <PageState fault={fault} isAbsent={false} />
      )}
    </Panel>
  );
}

/** The sum is said when the page holds all of them; a part of it would mislead. */
function doubleWords({ doublePayments: { totalCount, nodes } }: DoubleData, language: PageLanguage): string {
  const isIndonesian = language === 'id';
  if (totalCount === 0)
    return isIndonesian ? 'Tidak ada yang harus kembali.' : 'Nothing has to be recovered.';
  const sum = nodes.reduce((total, { paidRupiah }) => total + BigInt(paidRupiah), 0n);
  const amount = nodes.length < totalCount ? '' : `, ${rupiah(String(sum), language)}`;
  return isIndonesian
    ? `${whole(totalCount, language)} pembayaran ganda belum dikembalikan${amount}.`
    : `${whole(totalCount, language)} double payments are not recovered${amount}.`;
}
