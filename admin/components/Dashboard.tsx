import { ApiClient, useCurrentAdmin, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { DashboardOverview, type Home } from './dashboard-overview';
import { type Count, DashboardTasks } from './dashboard-tasks';
import { usePageData } from './page-parts';

interface Summary {
  readonly regions: readonly { readonly role: string; readonly names: readonly string[] | null }[];
  readonly counts: readonly Count[];
}

interface HomeData {
  readonly viewer: { readonly grants: readonly { readonly region: Home | null }[] } | null;
  readonly programs: { readonly nodes: readonly { readonly region: { readonly code: string } }[] };
  readonly regions: { readonly nodes: readonly Home[] };
}

const homeQuery = `{ viewer { grants { region { id code displayName level } } }
  programs(first: 1) { nodes { region { code } } }
  regions(first: 100, filter: { levels: [PROVINCE] }) { nodes { id code displayName level } } }`;

/** Start page: where my regions stand, what waits, and what there is; every number leads to its list. */
export default function Dashboard() {
  const { translateComponent } = useTranslation();
  const [admin] = useCurrentAdmin();
  const summary = useSummary();
  const { home, isKnown } = useHome();
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
    <main className="payung-page payung-record payung-home">
      <header>
        <h1>{translateComponent('Dashboard.greeting', { name: admin?.name })}</h1>
        {summary && summary !== 'failed' ? <Regions regions={summary.regions} /> : null}
      </header>
      {home ? (
        <DashboardOverview home={home} seesPeople={seesPeople}>
          {waiting}
        </DashboardOverview>
      ) : (
        isKnown && waiting
      )}
      {summary && summary !== 'failed' ? (
        <Counts counts={summary.counts.filter(({ isTask }) => !isTask)} />
      ) : null}
    </main>
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

/** The region of the reader's first role; for all of Indonesia, the province of the latest program. */
function useHome(): { readonly home: Home | null; readonly isKnown: boolean } {
  const { data, fault } = usePageData<HomeData>(homeQuery, {});
  if (!data) return { home: null, isKnown: fault !== null };
  const own = data.viewer?.grants.find(({ region }) => region !== null)?.region;
  const code = data.programs.nodes[0]?.region.code.slice(0, 2);
  const busiest = data.regions.nodes.find((province) => province.code === code);
  return { home: own ?? busiest ?? null, isKnown: true };
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
  return (
    <section>
      <h2>{translateComponent('Dashboard.counts')}</h2>
      <div className="payung-cards">
        {counts.map(({ label, href, count }) => (
          <Link key={href} to={href} className="payung-card">
            <b>{count}</b>
            {label}
          </Link>
        ))}
      </div>
    </section>
  );
}
