import React from 'react';
import { Figure, FigureRow } from './figure-row';
import type { PageLanguage } from './mou-page-texts';
import { rupiah, shareOf, whole } from './page-parts';
import { moneyByProgram } from './region-money';
import type { RegionFacts, RegionMoneyData } from './region-page-data';

interface Props {
  readonly region: RegionFacts;
  readonly money: RegionMoneyData;
  readonly year: number;
  readonly language: PageLanguage;
}

/** The answer in five numbers, each with the list behind it. */
export function RegionSummary({ region, money, year, language }: Props) {
  const isIndonesian = language === 'id';
  const say = (id: string, en: string) => (isIndonesian ? id : en);
  const list = (concept: string, filters = '') =>
    `/admin/resources/${concept}?filters.region=${region.id}${filters}`;
  const sums = sumsOf(region, money);
  const valid = region.mous.nodes.filter(({ phase }) => phase === 'ACTIVE' || phase === 'EXPIRING').length;
  const arrears = money.arrears.reduce((sum, { rupiah: amount }) => sum + BigInt(amount ?? '0'), 0n);
  return (
    <FigureRow>
      <Figure
        label={say('Terlindungi dari sasaran', 'Protected of the target')}
        value={shareOf(sums.enrolled, sums.quota, language)}
        note={
          sums.quota === 0n
            ? say('sasaran belum dicatat', 'no target recorded')
            : say(
                `${whole(String(sums.enrolled), language)} dari ${whole(String(sums.quota), language)} orang`,
                `${whole(String(sums.enrolled), language)} of ${whole(String(sums.quota), language)} persons`,
              )
        }
        href={list('enrollment', '&filters.state=ACTIVE')}
      />
      <Figure
        label={say(`Sisa anggaran ${year}`, `Budget left of ${year}`)}
        value={sums.budget === 0n ? null : rupiah(String(sums.budget - sums.paid), language)}
        note={say(
          `dari ${rupiah(String(sums.budget), language)}; dibayar ${shareOf(sums.paid, sums.budget, language) ?? '–'}`,
          `of ${rupiah(String(sums.budget), language)}; ${shareOf(sums.paid, sums.budget, language) ?? '–'} paid`,
        )}
        href={list('program', `&filters.fiscalYear=${year}`)}
      />
      <Figure
        label={say('Perjanjian berlaku', 'Agreements in force')}
        value={whole(valid, language)}
        note={say(`dari ${region.mous.nodes.length} yang dicatat`, `of ${region.mous.nodes.length} recorded`)}
        href={list('mou')}
      />
      <Figure
        label={say('Tunggakan iuran', 'Arrears')}
        value={rupiah(String(arrears), language)}
        note={say('bulan lewat yang belum dibayar', 'past months that are not paid')}
        href="/admin/resources/bill/actions/arrears"
        isWarning={arrears > 0n}
      />
    </FigureRow>
  );
}

/** Sums over the approved programs of the year. */
function sumsOf(region: RegionFacts, money: RegionMoneyData) {
  const figures = moneyByProgram(money);
  const sums = { enrolled: 0n, quota: 0n, budget: 0n, paid: 0n };
  for (const { id, quota, state } of region.programs.nodes) {
    const own = figures.get(id);
    if (!own) continue;
    sums.budget += BigInt(own.budgetRupiah ?? '0');
    sums.paid += BigInt(own.paidRupiah ?? '0');
    if (state !== 'APPROVED' || quota === null) continue;
    sums.quota += BigInt(quota);
    sums.enrolled += BigInt(own.enrolledCount ?? 0);
  }
  return sums;
}
