import React from 'react';
import { running } from '../mou-choices';
import { Figure, FigureRow } from './figure-row';
import type { PageLanguage } from './mou-page-texts';
import { monthName, rupiah, shareOf, whole } from './page-parts';
import type { RegionFigures, RegionsOverview } from './region-figures';

interface Props {
  readonly overview: RegionsOverview;
  /** Region that the lists behind the numbers are narrowed to. */
  readonly scopeId: string;
  readonly language: PageLanguage;
  readonly seesPeople: boolean;
}

interface Shown {
  readonly label: string;
  readonly value: string | null;
  readonly note: string;
  readonly href: string;
  readonly parts?: readonly { readonly text: string; readonly href: string }[];
  readonly isWarning?: boolean;
}

const runningPhases: readonly string[] = running.RUNNING.of;

/** The answers that a morning begins with: who is covered, what is left, what is agreed, what is owed. */
export function OverviewFigures(props: Props) {
  const { overview, language } = props;
  const isSuppressed = overview.regions.some((region) => region.isSuppressed);
  return (
    <div>
      <FigureRow>
        {[people, money, agreements, arrears].map((figure) => {
          const shown = figure(props);
          return <Figure key={shown.label} {...shown} />;
        })}
      </FigureRow>
      {isSuppressed ? (
        <p className="payung-hint payung-more">
          {language === 'id'
            ? 'Kelompok yang terlalu kecil tidak dihitung, agar tidak ada orang yang dapat dikenali; angka dapat sedikit berbeda.'
            : 'Groups that are too small are not counted, so that nobody can be recognised; figures may differ slightly.'}
        </p>
      ) : null}
    </div>
  );
}

function people({ overview: { month, regions }, scopeId, language, seesPeople }: Props): Shown {
  const persons = sum(regions, ({ persons: count }) => count);
  const target = sum(regions, ({ target: quota }) => quota);
  const unit = language === 'id' ? 'orang' : 'persons';
  const [have, wanted] = [whole(String(persons), language), whole(String(target), language)];
  const share = shareOf(persons, target, language);
  const filters = seesPeople
    ? `enrollment?filters.region=${scopeId}&filters.coveredIn=${month}`
    : `program?filters.region=${scopeId}&filters.activeIn=${month}&filters.state=APPROVED`;
  const known =
    language === 'id'
      ? `${share} dari sasaran ${wanted} orang`
      : `${share} of the target of ${wanted} persons`;
  const unknown = language === 'id' ? 'sasaran belum dicatat' : 'no target is recorded';
  return {
    label: `${language === 'id' ? 'Terlindungi' : 'Covered'} ${monthName(month, language)}`,
    value: `${have} ${unit}`,
    note: share === null ? unknown : known,
    href: `/admin/resources/${filters}`,
  };
}

function money({ overview: { year, regions }, scopeId, language }: Props): Shown {
  const budget = sum(regions, ({ budgetRupiah }) => budgetRupiah);
  const paid = sum(regions, ({ paidRupiah }) => paidRupiah);
  const share = shareOf(paid, budget, language);
  const ceiling = rupiah(String(budget), language);
  const known =
    language === 'id' ? `dari ${ceiling}; ${share} sudah dibayar` : `of ${ceiling}; ${share} is paid`;
  const unknown = language === 'id' ? 'anggaran belum dicatat' : 'no budget is recorded';
  return {
    label: language === 'id' ? `Sisa anggaran ${year}` : `Budget left of ${year}`,
    value: share === null ? null : rupiah(String(budget - paid), language),
    note: share === null ? unknown : known,
    href: `/admin/resources/program?filters.region=${scopeId}&filters.fiscalYear=${year}&filters.state=DECIDED`,
  };
}

function agreements({ overview: { regions }, scopeId, language }: Props): Shown {
  const phases = regions.flatMap((region) => region.phases);
  const list = (phase: string) => `/admin/resources/mou?filters.region=${scopeId}&filters.phase=${phase}`;
  const part = (phase: string, id: string, en: string) => {
    const count = phases.filter((one) => one === phase).length;
    return count === 0 ? [] : [{ text: `${count} ${language === 'id' ? id : en}`, href: list(phase) }];
  };
  const without = regions.filter((region) => region.phases.length === 0).length;
  const map = `/admin/resources/region/actions/map?province=${regions[0]?.code.slice(0, 2)}&view=agreements`;
  const absent = language === 'id' ? `${without} daerah belum punya` : `${without} regions have none`;
  return {
    label: language === 'id' ? 'Perjanjian berjalan' : 'Running agreements',
    value: whole(phases.filter((phase) => runningPhases.includes(phase)).length, language),
    note: '',
    href: list('RUNNING'),
    parts: [
      ...part('EXPIRING', 'segera berakhir', 'expiring'),
      ...part('UNDATED', 'tanpa tanggal akhir', 'without an end date'),
      ...part('EXPIRED', 'sudah berakhir', 'ended'),
      ...(without > 0 && regions.length > 1 ? [{ text: absent, href: map }] : []),
    ],
  };
}

function arrears({ overview: { regions }, scopeId, language }: Props): Shown {
  const owed = sum(regions, ({ owedRupiah }) => owedRupiah);
  return {
    label: language === 'id' ? 'Tunggakan iuran' : 'Arrears',
    value: rupiah(String(owed), language),
    note: language === 'id' ? 'bulan yang sudah lewat, belum dibayar' : 'past months that are not paid',
    href: `/admin/resources/bill/actions/arrears?region=${scopeId}`,
    isWarning: owed > 0n,
  };
}

function sum(regions: readonly RegionFigures[], value: (region: RegionFigures) => bigint | null): bigint {
  return regions.reduce((total, region) => total + (value(region) ?? 0n), 0n);
}
