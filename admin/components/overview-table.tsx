import React from 'react';
import { DataTable } from './data-table';
import type { PageLanguage } from './mou-page-texts';
import { monthName, rupiah, whole } from './page-parts';
import type { RegionFigures, RegionsOverview } from './region-figures';
import { ShareBar } from './share-bar';

interface Props {
  readonly overview: RegionsOverview;
  readonly language: PageLanguage;
  readonly seesPeople: boolean;
}

/** Each region in a row: people of the target, months, budget; each number leads to the list behind it. */
export function OverviewTable({ overview, language, seesPeople }: Props) {
  const { month, year } = overview;
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const heads = [
    say('Daerah', 'Region'),
    `${say('Terlindungi', 'Covered')} ${monthName(month, language)}`,
    say('Dari sasaran', 'Of the target'),
    `${say('Bulan-orang', 'Person-months')} ${year}`,
    `${say('Pagu', 'Budget')} ${year}`,
    say('Sudah dibayar', 'Paid'),
    say('Sisa anggaran', 'Budget left'),
  ];
  return (
    <div className="payung-overview">
      <DataTable
        heads={heads}
        rows={overview.regions.map((region) => ({
          key: region.id,
          cells: cellsOf(region, { overview, language, seesPeople }),
        }))}
      />
    </div>
  );
}

function cellsOf(region: RegionFigures, { overview, language, seesPeople }: Props) {
  const { id, name, persons, target, personMonths, budgetRupiah, paidRupiah } = region;
  const { month, year } = overview;
  const withheld = language === 'id' ? 'kurang dari 5 orang' : 'fewer than 5 persons';
  const list = (concept: string, filters: string) =>
    `/admin/resources/${concept}?filters.region=${id}&${filters}`;
  const count = persons === null ? withheld : `${whole(String(persons), language)} ${orang(language)}`;
  const isBudgeted = budgetRupiah > 0n;
  const programs = list('program', `filters.fiscalYear=${year}&filters.state=DECIDED`);
  return [
    <a key="name" href={`/admin/resources/region/records/${id}/show`}>
      {name}
    </a>,
    seesPeople && persons !== null && persons > 0n ? (
      <a key="persons" href={list('enrollment', `filters.coveredIn=${month}`)}>
        {count}
      </a>
    ) : (
      count
    ),
    target === 0n ? (
      '–'
    ) : (
      <React.Fragment key="share">
        <ShareBar part={persons} total={target} language={language} />
        <a className="payung-line" href={list('program', `filters.activeIn=${month}&filters.state=APPROVED`)}>
          {language === 'id' ? 'dari' : 'of'} {whole(String(target), language)} {orang(language)}
        </a>
      </React.Fragment>
    ),
    seesPeople && personMonths !== null && personMonths > 0n ? (
      <a key="months" href={list('enrollment', `filters.coveredInYear=${year}`)}>
        {whole(String(personMonths), language)}
      </a>
    ) : personMonths === null ? (
      withheld
    ) : (
      whole(String(personMonths), language)
    ),
    isBudgeted ? (
      <a key="budget" href={programs}>
        {rupiah(String(budgetRupiah), language)}
      </a>
    ) : (
      '–'
    ),
    isBudgeted ? (
      <React.Fragment key="paid">
        <ShareBar part={paidRupiah} total={budgetRupiah} language={language} />
        <a className="payung-line" href={list('bill', `filters.state=PAID&filters.year=${year}`)}>
          {paidRupiah === null ? withheld : rupiah(String(paidRupiah), language)}
        </a>
      </React.Fragment>
    ) : (
      '–'
    ),
    isBudgeted && paidRupiah !== null ? (
      <a key="left" href={programs}>
        {rupiah(String(budgetRupiah - paidRupiah), language)}
      </a>
    ) : (
      '–'
    ),
  ];
}

function orang(language: PageLanguage): string {
  return language === 'id' ? 'orang' : 'persons';
}
