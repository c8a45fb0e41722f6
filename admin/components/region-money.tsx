import React from 'react';
import { claimKinds, programStates } from '../money-choices';
import { DataTable } from './data-table';
import { MoneyBars } from './money-bars';
import { named } from './mou-facts';
import type { PageLanguage } from './mou-page-texts';
import { Badge, monthName, Panel, percent, rupiah, type Words, whole } from './page-parts';
import type { ProgramMoney } from './program-page-data';
import type { RegionFacts, RegionMoneyData } from './region-page-data';

interface Props {
  readonly region: RegionFacts;
  readonly money: RegionMoneyData;
  readonly year: number;
  readonly language: PageLanguage;
}

const hidden: Words = { id: 'kurang dari 5 orang', en: 'fewer than 5 persons' };

/** Programs of a region with people and money of a fiscal year, then claims paid to its people. */
export function RegionMoney({ region, money, year, language }: Props) {
  const isIndonesian = language === 'id';
  const figures = moneyByProgram(money);
  const heads = isIndonesian
    ? ['Program', 'Masa', 'Peserta aktif', 'Dari kuota', `Pagu ${year}`, 'Dibayar', 'Serapan', 'Keadaan']
    : ['Program', 'Months', 'Active people', 'Of quota', `Budget ${year}`, 'Paid', 'Absorbed', 'State'];
  const bars = region.programs.nodes.flatMap(({ id, name }) => barOf(name, figures.get(id), language));
  return (
    <>
      <Panel title={`${isIndonesian ? 'Program, peserta, dan uang' : 'Programs, people and money'} ${year}`}>
        {bars.length > 0 ? (
          <MoneyBars
            bars={bars}
            caption={
              isIndonesian
                ? `Dibayar dan ditagih dari pagu tahun ${year}`
                : `Paid and billed out of the budget of ${year}`
            }
          />
        ) : null}
        {region.programs.nodes.length === 0 ? (
          <p>{isIndonesian ? 'Belum ada program yang dicatat.' : 'No program is recorded yet.'}</p>
        ) : (
          <DataTable
            heads={heads}
            rows={region.programs.nodes.map((program) => ({
              key: program.id,
              cells: programCells(program, figures.get(program.id), language),
            }))}
          />
        )}
        <p className="payung-screen-only payung-more">
          <a href={`/admin/resources/program?filters.region=${region.id}`}>
            {isIndonesian ? 'Buka daftarnya' : 'Open the list'}
          </a>
        </p>
      </Panel>
      <RegionClaims region={region} claims={money.claimStatistics} language={language} />
    </>
  );
}

export function moneyByProgram({ region }: RegionMoneyData): ReadonlyMap<string, ProgramMoney> {
  return new Map((region?.programs.nodes ?? []).flatMap(({ id, money }) => (money ? [[id, money]] : [])));
}

function barOf(name: string, money: ProgramMoney | undefined, language: PageLanguage) {
  if (!money?.budgetRupiah || money.billedRupiah === null || money.paidRupiah === null) return [];
  const open = String(BigInt(money.billedRupiah) - BigInt(money.paidRupiah));
  const words = language === 'id' ? ['Dibayar', 'Ditagih, belum dibayar'] : ['Paid', 'Billed, not paid'];
  return [
    {
      label: name,
      ceilingRupiah: money.budgetRupiah,
      parts: [
        { name: words[0] ?? '', rupiah: money.paidRupiah, colour: 'paid' },
        { name: words[1] ?? '', rupiah: open, colour: 'open' },
      ],
    },
  ];
}

function programCells(
  program: RegionFacts['programs']['nodes'][number],
  money: ProgramMoney | undefined,
  language: PageLanguage,
) {
  const { id, name, state, period } = program;
  const persons = language === 'id' ? 'orang' : 'persons';
  const counted = money?.isSuppressed ? hidden[language] : null;
  return [
    <a key="name" href={`/admin/resources/program/records/${id}/show`}>
      {name}
    </a>,
    `${monthName(period.from, language)} – ${monthName(period.until, language)}`,
    counted ?? (money?.enrolledCount == null ? '–' : `${whole(money.enrolledCount, language)} ${persons}`),
    percent(money?.quotaFulfilment ?? null, language) ?? '–',
    rupiah(money?.budgetRupiah, language) ?? '–',
    counted ?? rupiah(money?.paidRupiah, language) ?? '–',
    percent(money?.absorption ?? null, language) ?? '–',
    <Badge key="state" colour={state === 'APPROVED' ? 'green' : 'grey'}>
      {named(programStates, state, language)}
    </Badge>,
  ];
}

function RegionClaims({
  region,
  claims,
  language,
}: Pick<Props, 'region' | 'language'> & { readonly claims: RegionMoneyData['claimStatistics'] }) {
  const isIndonesian = language === 'id';
  return (
    <Panel title={isIndonesian ? 'Manfaat yang dibayarkan' : 'Benefits paid out'}>
      {claims.length === 0 ? (
        <p>{isIndonesian ? 'Belum ada klaim yang dicatat.' : 'No claim is recorded yet.'}</p>
      ) : (
        <DataTable
          heads={isIndonesian ? ['Tahun', 'Jenis', 'Klaim', 'Rupiah'] : ['Year', 'Kind', 'Claims', 'Rupiah']}
          rows={claims.map(({ year, kind, cases, paidRupiah }) => ({
            key: `${year}:${kind}`,
            cells: [
              String(year),
              named(claimKinds, kind, language),
              whole(cases, language),
              rupiah(paidRupiah, language),
            ],
          }))}
        />
      )}
      <p className="payung-screen-only payung-more">
        <a href={`/admin/resources/claim?filters.region=${region.id}`}>
          {isIndonesian ? 'Buka daftarnya' : 'Open the list'}
        </a>
      </p>
    </Panel>
  );
}
