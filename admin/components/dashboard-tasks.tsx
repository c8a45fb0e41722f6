import { useCurrentAdmin, useTranslation } from 'adminjs';
import React from 'react';
import { Link } from 'react-router-dom';
import { longDay } from './mou-page-texts';
import { PageState, Panel, useLanguage, usePageData, whole } from './page-parts';

export interface Count {
  readonly label: string;
  readonly href: string;
  readonly count: number;
  readonly isTask: boolean;
}

interface AlertsData {
  readonly alerts: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly concept: string;
      readonly subjectId: string;
      readonly message: string;
      readonly dueOn: string | null;
      readonly region: { readonly displayName: string };
    }[];
  };
}

const alertsQuery = `{ alerts(first: 6, filter: { isWaiting: true }) { totalCount
  nodes { id concept subjectId message dueOn region { displayName } } } }`;
const inbox = '/admin/resources/alert?filters.isWaiting=true';

/** What waits: by kind of work, and the alerts that fall due first. */
export function DashboardTasks({
  tasks,
  isReady,
}: {
  readonly tasks: readonly Count[];
  /** Whether they were counted already. */
  readonly isReady: boolean;
}) {
  const { translateComponent } = useTranslation();
  const language = useLanguage();
  const [admin] = useCurrentAdmin();
  return (
    <div className="payung-two">
      <Panel title={translateComponent('Dashboard.tasks')}>
        {isReady ? null : <PageState fault={null} isAbsent={false} />}
        {isReady && tasks.length === 0 ? <p>{translateComponent('Dashboard.noTasks')}</p> : null}
        <ul className="payung-tasks">
          {tasks.map(({ label, href, count }) => (
            <li key={href}>
              <Link to={href}>
                <b>{whole(count, language)}</b> <span>{label}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
      {admin?.readsAlerts === true ? <Alerts /> : null}
    </div>
  );
}

function Alerts() {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const { data, fault } = usePageData<AlertsData>(alertsQuery, {});
  return (
    <Panel title={isIndonesian ? 'Peringatan yang jatuh lebih dahulu' : 'Alerts that fall due first'}>
      {data ? null : <PageState fault={fault} isAbsent={false} />}
      {data?.alerts.nodes.length === 0 ? (
        <p>{isIndonesian ? 'Tidak ada peringatan.' : 'No alerts.'}</p>
      ) : null}
      <ul className="payung-alerts">
        {data?.alerts.nodes.map(({ id, concept, subjectId, message, dueOn, region }) => (
          <li key={id}>
            <a href={`/admin/resources/${concept}/records/${subjectId}/show`}>{message}</a>
            <small>
              {region.displayName}
              {dueOn ? `, ${longDay(dueOn, language)}` : ''}
            </small>
          </li>
        ))}
      </ul>
      {data && data.alerts.totalCount > data.alerts.nodes.length ? (
        <p className="payung-more">
          <Link to={inbox}>
            {isIndonesian
              ? `Semua peringatan (${data.alerts.totalCount})`
              : `All alerts (${data.alerts.totalCount})`}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}
