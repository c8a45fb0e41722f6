import React from 'react';
import { activeIssues, qualityIssues } from '../quality-choices';
import { named } from './mou-facts';
import { PageState, Panel, useLanguage, usePageData, whole } from './page-parts';
import type { Place } from './province-choice';

interface QualityData {
  readonly dataQuality: {
    readonly totals: {
      readonly registrations: number | null;
      readonly issues: readonly { readonly issue: string; readonly persons: number | null }[];
    };
  };
}

const query = `query ($ids: [ID!]) { dataQuality(filter: { regionIds: $ids }) {
  totals { registrations issues { issue persons } } } }`;

/** What of the data of people has to be looked at, the most frequent first. */
export function DashboardQuality({
  home,
  seesPeople,
}: {
  readonly home: Place;
  readonly seesPeople: boolean;
}) {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const { data, fault } = usePageData<QualityData>(query, { ids: [home.id] });
  const title = isIndonesian ? 'Mutu data peserta' : 'Quality of the data of people';
  if (!data)
    return (
      <Panel title={title}>
        <PageState fault={fault} isAbsent={false} />
      </Panel>
    );
  const { registrations, issues } = data.dataQuality.totals;
  const found = issues.filter(({ persons }) => (persons ?? 0) > 0);
  found.sort((one, other) => (other.persons ?? 0) - (one.persons ?? 0));
  const people = whole(registrations ?? 0, language);
  return (
    <Panel title={title}>
      <p className="payung-hint">
        {isIndonesian ? `Dari ${people} orang yang terdaftar:` : `Of ${people} registered persons:`}
      </p>
      {found.length === 0 ? (
        <p>{isIndonesian ? 'Tidak ada yang perlu diperiksa.' : 'Nothing to look at.'}</p>
      ) : null}
      <ul className="payung-tasks">
        {found.map(({ issue, persons }) => (
          <Issue
            key={issue}
            text={named(qualityIssues, issue, language)}
            count={whole(persons, language) ?? ''}
            href={seesPeople ? listOf(issue, home.id) : null}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Issue({
  text,
  count,
  href,
}: {
  readonly text: string;
  readonly count: string;
  readonly href: string | null;
}) {
  const words = (
    <>
      <b>{count}</b> <span>{text}</span>
    </>
  );
  return <li>{href ? <a href={href}>{words}</a> : <span className="payung-task">{words}</span>}</li>;
}

/** The list with the same people, or the same enrollments. */
function listOf(issue: string, regionId: string): string {
  const concept = issue in activeIssues ? 'enrollment' : 'beneficiary';
  return `/admin/resources/${concept}?filters.region=${regionId}&filters.issue=${issue}`;
}
