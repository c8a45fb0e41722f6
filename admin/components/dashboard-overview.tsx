import React, { type ReactNode } from 'react';
import { DashboardMoney } from './dashboard-money';
import { RegionMap } from './map/region-map';
import { OverviewFigures } from './overview-figures';
import { OverviewTable } from './overview-table';
import { PageState, Panel, useLanguage } from './page-parts';
import type { Place } from './province-choice';
import { useRegionsOverview } from './region-figures';
import { placesOf, regionMapViews } from './region-map-views';
import { TrendBars } from './trend-bars';

interface Props {
  /** Province, or the one regency or city that the reader works for. */
  readonly home: Place;
  readonly seesPeople: boolean;
  /** What stands between the numbers and their detail. */
  readonly children: ReactNode;
}

/** Where the reader's regions stand: numbers, map, a row for each, the last two years, what is owed. */
export function DashboardOverview({ home, seesPeople, children }: Props) {
  const language = useLanguage();
  const { overview, fault } = useRegionsOverview(home.id);
  if (!overview)
    return (
      <>
        <PageState fault={fault} isAbsent={false} />
        {children}
      </>
    );
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const hrefOf = (month: string) =>
    seesPeople ? `/admin/resources/enrollment?filters.region=${home.id}&filters.coveredIn=${month}` : null;
  return (
    <>
      <OverviewFigures {...{ overview, scopeId: home.id, language, seesPeople }} />
      {children}
      {home.level === 'PROVINCE' ? (
        <Panel title={language === 'id' ? `Peta ${home.displayName}` : `Map of ${home.displayName}`}>
          <RegionMap
            province={home.code}
            regions={placesOf(overview)}
            views={regionMapViews(overview, language)}
            language={language}
          />
        </Panel>
      ) : null}
      <Panel title={say('Perlindungan dan anggaran tiap daerah', 'Cover and budget of each region')}>
        <OverviewTable {...{ overview, language, seesPeople }} />
      </Panel>
      <Panel title={say('Orang terlindungi dalam 24 bulan', 'Persons covered in 24 months')}>
        <TrendBars trend={overview.trend} language={language} hrefOf={hrefOf} />
      </Panel>
      <DashboardMoney home={home} overview={overview} seesPeople={seesPeople} />
    </>
  );
}
