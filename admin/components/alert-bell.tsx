import { useCurrentAdmin, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { askGraphql } from './graphql-client';

const everyMs = 60_000;
const waiting = '{ alerts(filter: { isWaiting: true }, first: 1) { totalCount } }';

/** How many alerts wait, in the head of every page; leads to the inbox. Counted at every page and every minute. */
export function AlertBell() {
  const { translateComponent } = useTranslation();
  const [admin] = useCurrentAdmin();
  const { pathname } = useLocation();
  const [count, setCount] = useState<number | null>(null);
  const readsAlerts = admin?.readsAlerts === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page counts anew
  useEffect(() => {
    if (!readsAlerts) return;
    const ask = (isBackground: boolean): void => {
      askGraphql<{ alerts: { totalCount: number } }>(waiting, {}, { isBackground })
        .then(({ alerts }) => setCount(alerts.totalCount))
        .catch(() => setCount(null)); // a number that is not known is not shown
    };
    ask(false);
    const timer = setInterval(() => ask(true), everyMs);
    return () => clearInterval(timer);
  }, [readsAlerts, pathname]);
  if (!readsAlerts || count === null) return null;
  return (
    <Link
      className={count > 0 ? 'payung-bell waiting' : 'payung-bell'}
      to="/admin/resources/alert?filters.isWaiting=true"
    >
      {translateComponent('Alerts.waiting', { count })}
    </Link>
  );
}
