import { ApiClient, useCurrentAdmin, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';

interface Count {
  readonly label: string;
  readonly href: string;
  readonly count: number;
  readonly isTask: boolean;
}

interface Summary {
  readonly regions: readonly { readonly role: string; readonly names: readonly string[] | null }[];
  readonly counts: readonly Count[];
}

/** Start page: where I work, what waits, and what there is; every number leads to its list. */
export default function Dashboard() {
  const [summary, setSummary] = useState<Summary | 'failed' | null>(null);
  const { translateComponent } = useTranslation();
  const [admin] = useCurrentAdmin();
  useEffect(() => {
    new ApiClient()
      .getDashboard<Summary>()
      .then(({ data }) => setSummary(data))
      .catch(() => setSummary('failed'));
  }, []);
  if (summary === 'failed')
    return <main className="payung-page">{translateComponent('Dashboard.failed')}</main>;
  if (summary === null) return <main className="payung-page" aria-busy="true" />;
  const tasks = summary.counts.filter(({ isTask, count }) => isTask && count > 0);
  return (
    <main className="payung-page">
      <h1>{translateComponent('Dashboard.greeting', { name: admin?.name })}</h1>
      <Regions regions={summary.regions} />
      <section>
        <h2>{translateComponent('Dashboard.tasks')}</h2>
        {tasks.length > 0 ? <Cards counts={tasks} /> : <p>{translateComponent('Dashboard.noTasks')}</p>}
      </section>
      <section>
        <h2>{translateComponent('Dashboard.counts')}</h2>
        <Cards counts={summary.counts.filter(({ isTask }) => !isTask)} />
      </section>
    </main>
  );
}

function Regions({ regions }: Pick<Summary, 'regions'>) {
  const { translateComponent } = useTranslation();
  return (
    <section>
      <h2>{translateComponent('Dashboard.regions')}</h2>
      {regions.length === 0 ? <p>{translateComponent('Dashboard.noRegions')}</p> : null}
      <ul className="payung-chips">
        {regions.map(({ role, names }) => (
          <li key={`${role}:${names?.join()}`} className="payung-badge blue">
            {role}: {names ? names.join(', ') : translateComponent('Dashboard.everywhere')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cards({ counts }: Pick<Summary, 'counts'>) {
  return (
    <div className="payung-cards">
      {counts.map(({ label, href, count, isTask }) => (
        <Link key={href} to={href} className={isTask ? 'payung-card task' : 'payung-card'}>
          <b>{count}</b>
          {label}
        </Link>
      ))}
    </div>
  );
}
