import { ApiClient, useCurrentAdmin, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { DashboardOverview } from './dashboard-overview';
import { type Count, DashboardTasks } from './dashboard-tasks';
import { usePageTitle } from './page-heading';
import { useLanguage, whole } from './page-parts';
import { ProvinceSelect, useProvince } from './province-choice';

interface Summary {
  readonly regions: readonly { readonly role: string; readonly names: readonly string[] | null }[];
  readonly counts: readonly Count[];
}

/** Start page: where my regions stand, what waits, and what there is; every number leads to its list. */
export default function Dashboard() {
  const { translateComponent, translateLabel } = useTranslation();
  usePageTitle([translateLabel('dashboard')]);
  const [admin] = useCurrentAdmin();
  const summary = useSummary();
  const { own, province, provinces, fault } = useProvince();
  const home = own ?? province;
  const seesPeople = admin?.seesPeople === true;
  const tasks =
    summary === 'failed' ? [] : (summary?.counts.filter(({ isTask, count }) => isTask && count > 0) ?? []);
  const waiting =
    summary === 'failed' ? (
      <p role="alert">{translateComponent('Dashboard.failed')}</p>
    ) : (
      <DashboardTasks tasks={tasks} isReady={summary !== null} />
    );
  return (
    <div className="payung-page payung-record payung-home">
      <header>
        <h1>{translateComponent('Dashboard.greeting', { name: admin?.name })}</h1>
        {summary && summary !== 'failed' ? <Regions regions={summary.regions} /> : null}
      </header>
      {own === null && province ? <ProvinceSelect province={province} provinces={provinces} /> : null}
      {home ? (
        <DashboardOverview key={home.id} home={home} seesPeople={seesPeople}>
          {waiting}
        </DashboardOverview>
      ) : (
        fault !== null && waiting
      )}
      {summary && summary !== 'failed' ? (
        <Counts counts={summary.counts.filter(({ isTask }) => !isTask)} />
      ) : null}
    </div>
  );
}

function useSummary(): Summary | 'failed' | null {
  const [summary, setSummary] = useState<Summary | 'failed' | null>(null);
  useEffect(() => {
    new ApiClient()
      .getDashboard<Summary>()
      .then(({ data }) => setSummary(data))
      .catch(() => setSummary('failed'));
  }, []);
  return summary;
}

function Regions({ regions }: Pick<Summary, 'regions'>) {
  const { translateComponent } = useTranslation();
  if (regions.length === 0) return <p>{translateComponent('Dashboard.noRegions')}</p>;
  return (
    <ul className="payung-chips" aria-label={translateComponent('Dashboard.regions')}>
      {regions.map(({ role, names }) => (
        <li key={`${role}:${names?.join()}`} className="payung-badge blue">
          {role}: {names ? names.join(', ') : translateComponent('Dashboard.everywhere')}
        </li>
      ))}
    </ul>
  );
}

function Counts({ counts }: Pick<Summary, 'counts'>) {
  const { translateComponent } = useTranslation();
  const language = useLanguage();
  return (
    <section>
      <h2>{translateComponent('Dashboard.counts')}</h2>
      <div className="payung-cards">
        {counts.map(({ label, href, count }) => (
          <Link key={href} to={href} className="payung-card">
            <b>{whole(count, language)}</b>
            {label}
          </Link>
        ))}
      </div>
    </section>
  );
}
