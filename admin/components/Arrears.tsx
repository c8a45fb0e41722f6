import React from 'react';
import { useLocation } from 'react-router-dom';
import { arrearsAges } from '../money-choices';
import { DataTable } from './data-table';
import { MoneyBars } from './money-bars';
import { named } from './mou-facts';
import { PageState, Panel, rupiah, useLanguage, usePageData, whole } from './page-parts';

interface ArrearsData {
  readonly arrears: readonly {
    readonly age: string;
    readonly persons: number | null;
    readonly personMonths: number | null;
    readonly rupiah: string | null;
    readonly program: { readonly id: string; readonly name: string } | null;
    readonly region: { readonly displayName: string } | null;
  }[];
  readonly region?: { readonly displayName: string } | null;
}

const query = `query ($ids: [ID!], $id: ID!, $narrowed: Boolean!) {
  arrears(filter: { regionIds: $ids }) { age persons personMonths rupiah program { id name } region { displayName } }
  region(id: $id) @include(if: $narrowed) { displayName } }`;
const ages = Object.keys(arrearsAges);

/** Months that ended and are not paid, by how many lie in a row: after more than three the membership lapses. */
export default function Arrears() {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const id = new URLSearchParams(useLocation().search).get('region');
  const { data, fault } = usePageData<ArrearsData>(query, {
    ids: id && [id],
    id: id ?? '',
    narrowed: id !== null,
  });
  if (!data) return <PageState fault={fault} isAbsent={false} />;
  const sum = (age: string) =>
    String(
      data.arrears
        .filter((row) => row.age === age)
        .reduce((total, row) => total + BigInt(row.rupiah ?? '0'), 0n),
    );
  const bars = ages.map((age) => ({
    label: named(arrearsAges, age, language),
    ceilingRupiah: sum(age),
    parts: [{ name: isIndonesian ? 'Belum dibayar' : 'Not paid', rupiah: sum(age), colour: 'open' }],
  }));
  const heads = isIndonesian
    ? ['Program', 'Daerah', 'Umur', 'Orang', 'Bulan-orang', 'Rupiah']
    : ['Program', 'Region', 'Age', 'Persons', 'Person-months', 'Rupiah'];
  const hidden = isIndonesian ? 'kurang dari 5' : 'fewer than 5';
  return (
    <div className="payung-record">
      <Panel title={isIndonesian ? 'Tunggakan iuran menurut umur' : 'Arrears by age'}>
        {data.region ? (
          <p>
            {isIndonesian ? 'Hanya' : 'Only'} {data.region.displayName}.{' '}
            <a href="/admin/resources/bill/actions/arrears">
              {isIndonesian ? 'Tampilkan semua daerah' : 'Show all regions'}
            </a>
          </p>
        ) : null}
        <MoneyBars
          hasCeiling={false}
          bars={bars}
          caption={
            isIndonesian
              ? 'Bulan yang sudah lewat dan belum dibayar, menurut deretan bulan terpanjang. Lebih dari tiga bulan berturut-turut, kepesertaan gugur.'
              : 'Months that have ended and are not paid, by the longest run. After more than three in a row the membership lapses.'
          }
        />
        <DataTable
          heads={heads}
          rows={data.arrears.map((row) => ({
            key: `${row.program?.id}:${row.age}`,
            cells: [
              row.program ? (
                <a key="program" href={`/admin/resources/program/records/${row.program.id}/show`}>
                  {row.program.name}
                </a>
              ) : (
                '–'
              ),
              row.region?.displayName ?? '–',
              named(arrearsAges, row.age, language),
              whole(row.persons, language) ?? hidden,
              whole(row.personMonths, language) ?? hidden,
              rupiah(row.rupiah, language) ?? hidden,
            ],
          }))}
        />
      </Panel>
    </div>
  );
}
