import React from 'react';
import type { Asked } from './ask-form';
import { AskPage } from './ask-page';
import { PageState, useLanguage, usePageData, whole } from './page-parts';
import { isMonth, thisMonth } from './today';

interface ContinuityData {
  readonly continuity: {
    readonly persons: number;
    readonly belowThree: number;
    readonly lapsed: number;
    readonly decemberOnly: number;
  };
}

const query = `query ($filter: ContinuityFilter) { continuity(filter: $filter) { persons belowThree lapsed decemberOnly } }`;
const fields = {
  programId: {
    kind: 'reference',
    to: 'program',
    label: { id: 'Program (kosong: semua)', en: 'Program (empty: all)' },
  },
  month: { kind: 'month', label: { id: 'Sampai bulan', en: 'Up to the month' } },
} as const;

/** Who has fewer than three paid months in a row, who has lapsed, who fell out after the fiscal year. */
export default function Continuity() {
  return (
    <AskPage
      title={{ id: 'Kesinambungan perlindungan', en: 'Continuity of cover' }}
      fields={fields}
      initial={{ programId: '', month: thisMonth() }}
      isComplete={({ month }) => isMonth(month)}
    >
      {(asked) => <Answer asked={asked} />}
    </AskPage>
  );
}

function Answer({ asked }: { readonly asked: Asked<typeof fields> }) {
  const language = useLanguage();
  const filter = { month: asked.month, ...(asked.programId !== '' && { programIds: [asked.programId] }) };
  const { data, fault } = usePageData<ContinuityData>(query, { filter });
  if (!data) return <PageState fault={fault} isAbsent={false} />;
  const { persons, belowThree, lapsed, decemberOnly } = data.continuity;
  const isIndonesian = language === 'id';
  const program = asked.programId === '' ? '' : `&filters.program=${asked.programId}`;
  const cards = [
    [persons, isIndonesian ? 'peserta aktif' : 'active persons', 'filters.state=ACTIVE'],
    [
      belowThree,
      isIndonesian
        ? 'kurang dari tiga bulan terbayar berturut-turut: santunan kematian hanya Rp10 juta'
        : 'fewer than three paid months in a row: death benefit of Rp10 million only',
      'filters.continuity=BELOW_THREE',
    ],
    [
      lapsed,
      isIndonesian
        ? 'gugur karena lebih dari tiga bulan tidak dibayar'
        : 'lapsed after more than three unpaid months',
      'filters.continuity=LAPSED',
    ],
    [
      decemberOnly,
      isIndonesian
        ? 'dilindungi Desember, tidak Januari sampai Maret'
        : 'covered in December, not from January to March',
      'filters.continuity=DECEMBER_ONLY',
    ],
  ] as const;
  return (
    <div className="payung-cards">
      {cards.map(([count, label, filters]) => (
        <a key={filters} className="payung-card" href={`/admin/resources/enrollment?${filters}${program}`}>
          <b>{whole(count, language)}</b>
          {label}
        </a>
      ))}
    </div>
  );
}
