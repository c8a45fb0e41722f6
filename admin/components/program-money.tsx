import React from 'react';
import { fundingSources } from '../money-choices';
import { DataTable } from './data-table';
import { MoneyBars } from './money-bars';
import { named } from './mou-facts';
import type { PageLanguage } from './mou-page-texts';
import { Facts, monthName, Panel, percent, rupiah, usePageData, whole } from './page-parts';
import { type ProgramFacts, type ProgramMoney, yearsQuery } from './program-page-data';

interface Props {
  readonly program: ProgramFacts;
  readonly language: PageLanguage;
}

/** Budget of each fiscal year against what was paid and what is billed but not paid, and its lines. */
export function ProgramBudget({ program, language }: Props) {
  const years = [...new Set(program.budgetLines.map(({ fiscalYear }) => fiscalYear))].sort();
  const query = years.length > 0 ? yearsQuery(years) : 'query ($id: ID!) { program(id: $id) { id } }';
  const { data } = usePageData<{ program: Readonly<Record<string, ProgramMoney>> | null }>(query, {
    id: program.id,
  });
  const words =
    language === 'id'
      ? { title: 'Anggaran', none: 'Belum ada anggaran yang dicatat.' }
      : { title: 'Budget', none: 'No budget recorded yet.' };
  const bars = years.flatMap((year) => {
    const money = data?.program?.[`y${year}`];
    return money?.billedRupiah && money.paidRupiah ? [barOf(year, money, language)] : [];
  });
  return (
    <section className="payung-panel" id="anggaran">
      <h2>{words.title}</h2>
      {years.length === 0 ? <p>{words.none}</p> : null}
      {bars.length > 0 ? (
        <MoneyBars
          bars={bars}
          caption={
            language === 'id'
              ? 'Dibayar dan ditagih dari pagu tiap tahun'
              : 'Paid and billed out of each year’s ceiling'
          }
        />
      ) : null}
      {years.length > 0 ? <BudgetLines program={program} language={language} /> : null}
    </section>
  );
}

function barOf(year: number, money: ProgramMoney, language: PageLanguage) {
  const billed = BigInt(money.billedRupiah ?? '0');
  const paid = BigInt(money.paidRupiah ?? '0');
  const words =
    language === 'id'
      ? { paid: 'Dibayar', open: 'Ditagih, belum dibayar' }
      : { paid: 'Paid', open: 'Billed, not paid' };
  return {
    label: String(year),
    ceilingRupiah: money.budgetRupiah ?? '0',
    parts: [
      { name: words.paid, rupiah: String(paid), colour: 'paid' },
      { name: words.open, rupiah: String(billed - paid), colour: 'open' },
    ],
  };
}

function BudgetLines({ program, language }: Props) {
  const heads =
    language === 'id'
      ? ['Tahun', 'Sumber dana', 'Pagu murni', 'Pagu perubahan', 'Bukan iuran', 'Dampak']
      : ['Year', 'Source', 'Original ceiling', 'Revised ceiling', 'Not for contributions', 'Impact'];
  return (
    <DataTable
      heads={heads}
      rows={program.budgetLines.map((line) => ({
        key: line.id,
        cells: [
          line.fiscalYear,
          named(fundingSources, line.fundingSource, language),
          rupiah(line.originalRupiah, language),
          rupiah(line.revisedRupiah, language) ?? '–',
          rupiah(line.nonPremiumRupiah, language) ?? '–',
          <a key="impact" href={`/admin/resources/program/records/${program.id}/impact?line=${line.id}`}>
            {language === 'id' ? 'Yang bergantung' : 'What depends on it'}
          </a>,
        ],
      }))}
    />
  );
}

/** What follows from quota, rates, budget and ledger, each with its arithmetic in words. */
export function ProgramFigures({ program: { money, quota }, language }: Props) {
  if (!money) return null;
  const isIndonesian = language === 'id';
  const of = (ratio: ProgramMoney['adequacy'], asAmount: boolean) => {
    if (!ratio) return null;
    const [one, other] = [ratio.numerator, ratio.denominator].map((value) =>
      asAmount ? rupiah(value, language) : whole(value, language),
    );
    return `${percent(ratio, language)} (${one} ${isIndonesian ? 'dari' : 'of'} ${other})`;
  };
  const required = rupiah(money.requiredRupiah, language);
  const rows = [
    [
      isIndonesian ? 'Kebutuhan menurut kuota' : 'Need by the quota',
      required && quota
        ? `${required} (${whole(quota, language)} ${isIndonesian ? 'orang × iuran ×' : 'persons × rate ×'} ${money.months} ${isIndonesian ? 'bulan' : 'months'})`
        : required,
    ],
    [isIndonesian ? 'Kecukupan anggaran' : 'Adequacy of the budget', of(money.adequacy, true)],
    [isIndonesian ? 'Serapan' : 'Absorption', of(money.absorption, true)],
    [
      isIndonesian ? 'Biaya per bulan-orang yang dibayar' : 'Cost of a paid person-month',
      rupiah(money.costPerPersonMonthRupiah, language),
    ],
    [isIndonesian ? 'Keterisian kuota' : 'Quota filled', of(money.quotaFulfilment, false)],
    [
      isIndonesian ? 'Anggaran habis' : 'Budget runs out',
      monthName(money.runsOutOn, language) ??
        (isIndonesian ? 'tidak sebelum program selesai' : 'not before the program ends'),
    ],
  ] as const;
  return (
    <section id="angka">
      <Panel title={isIndonesian ? 'Angka terhitung' : 'Computed figures'}>
        <Facts rows={rows} />
        {money.isSuppressed ? (
          <p className="payung-hint">
            {isIndonesian
              ? 'Angka kecil disembunyikan agar orang tidak dikenali.'
              : 'Small counts are hidden so that nobody can be recognised.'}
          </p>
        ) : null}
      </Panel>
    </section>
  );
}
