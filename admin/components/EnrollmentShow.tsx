import type { ActionProps } from 'adminjs';
import React from 'react';
import { endReasons, enrollmentStates, enrollmentWarnings } from '../people-choices';
import { MonthsStrip, type StripMonth } from './months-strip';
import { named } from './mou-facts';
import { longDay } from './mou-page-texts';
import { Badge, Facts, PageState, Panel, useLanguage, usePageData } from './page-parts';
import { thisYear } from './today';

interface Link {
  readonly id: string;
  readonly beneficiary: { readonly name: string };
}

interface EnrollmentData {
  readonly id: string;
  readonly state: string;
  readonly post: string | null;
  readonly decree: string | null;
  readonly cohort: string | null;
  readonly kpj: string | null;
  readonly enteredOn: string;
  readonly warnings: readonly string[];
  readonly beneficiary: { readonly id: string; readonly name: string; readonly nik: string };
  readonly program: { readonly id: string; readonly name: string };
  readonly category: { readonly name: string };
  readonly ending: { readonly on: string | null; readonly reason: string | null } | null;
  readonly replaces: Link | null;
  readonly replacedBy: Link | null;
  readonly coverage: readonly StripMonth[];
}

const query = `query ($id: ID!, $from: Int!, $until: Int!) {
  enrollment(id: $id) {
    id state post decree cohort kpj enteredOn warnings beneficiary { id name nik } program { id name } category { name }
    ending { on reason } replaces { id beneficiary { name } } replacedBy { id beneficiary { name } }
    coverage(fromYear: $from, untilYear: $until) { month state isElsewhere isPaidTwice program { name } }
  }
}`;
const colours: Readonly<Record<string, string>> = {
  ACTIVE: 'green',
  REJECTED: 'red',
  PROPOSED: 'amber',
  VERIFIED: 'amber',
};

/** The page of one person in one program: state, post, replacement, and the months. */
export default function EnrollmentShow({ record }: ActionProps) {
  const language = useLanguage();
  const entered = Number(String(record?.params.enteredOn ?? '').slice(0, 4)) || thisYear();
  const until = Math.min(thisYear(), entered + 4);
  const variables = { id: record?.id, from: entered, until };
  const { data, fault } = usePageData<{ enrollment: EnrollmentData | null }>(query, variables);
  if (!data?.enrollment) return <PageState fault={fault} isAbsent={data !== null} />;
  const { enrollment } = data;
  const isIndonesian = language === 'id';
  const link = (other: Link | null) =>
    other && <a href={`/admin/resources/enrollment/records/${other.id}/show`}>{other.beneficiary.name}</a>;
  const { ending, replaces, replacedBy, warnings } = enrollment;
  const rows = [
    ['NIK', enrollment.beneficiary.nik],
    [
      isIndonesian ? 'Program' : 'Program',
      <a key="program" href={`/admin/resources/program/records/${enrollment.program.id}/show`}>
        {enrollment.program.name}
      </a>,
    ],
    [isIndonesian ? 'Kategori pekerja' : 'Category', enrollment.category.name],
    [isIndonesian ? 'Jabatan' : 'Post', enrollment.post ?? '–'],
    [isIndonesian ? 'Masuk pada' : 'Entered on', longDay(enrollment.enteredOn, language)],
    [isIndonesian ? 'Nomor SK' : 'Decree', enrollment.decree],
    [isIndonesian ? 'Gelombang' : 'Cohort', enrollment.cohort ?? '–'],
    [isIndonesian ? 'Nomor KPJ' : 'KPJ number', enrollment.kpj],
    ...(ending?.on
      ? [
          [
            isIndonesian ? 'Berakhir' : 'Ended',
            `${longDay(ending.on, language)}, ${named(endReasons, ending.reason ?? '', language)}`,
          ] as const,
        ]
      : []),
    ...(replaces ? [[isIndonesian ? 'Menggantikan' : 'Replaces', link(replaces)] as const] : []),
    ...(replacedBy ? [[isIndonesian ? 'Digantikan oleh' : 'Replaced by', link(replacedBy)] as const] : []),
  ] as const;
  return (
    <div className="payung-record">
      {warnings.length > 0 ? (
        <section className="payung-callout amber">
          <h2>{isIndonesian ? 'Perlu diperiksa' : 'To be checked'}</h2>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{named(enrollmentWarnings, warning, language)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="payung-panel">
        <h2>
          <a href={`/admin/resources/beneficiary/records/${enrollment.beneficiary.id}/show`}>
            {enrollment.beneficiary.name}
          </a>{' '}
          <Badge colour={colours[enrollment.state] ?? 'grey'}>
            {named(enrollmentStates, enrollment.state, language)}
          </Badge>
        </h2>
        <Facts rows={rows} />
      </section>
      <Panel title={isIndonesian ? 'Bulan yang dilindungi' : 'Covered months'}>
        <MonthsStrip months={enrollment.coverage} />
      </Panel>
    </div>
  );
}
