import React from 'react';
import type { Asked } from './ask-form';
import { AskPage } from './ask-page';
import { DataTable } from './data-table';
import { PageState, Panel, rupiah, useLanguage, usePageData, type Words, whole } from './page-parts';
import { isMonth, thisMonth } from './today';

interface ReconciliationData {
  readonly reconciliation: {
    readonly steps: readonly {
      readonly step: string;
      readonly heads: number;
      readonly headsDifference: number | null;
      readonly rupiah: string;
      readonly rupiahDifference: string | null;
    }[];
    readonly reasons: readonly {
      readonly reason: string;
      readonly leadsTo: string;
      readonly heads: number;
      readonly rupiah: string;
      readonly message: string;
    }[];
  } | null;
}

const query = `query ($programId: ID!, $month: Month!) { reconciliation(programId: $programId, month: $month) {
  steps { step heads headsDifference rupiah rupiahDifference } reasons { reason leadsTo heads rupiah message } } }`;
const fields = {
  programId: { kind: 'reference', to: 'program', label: { id: 'Program', en: 'Program' } },
  month: { kind: 'month', label: { id: 'Bulan', en: 'Month' } },
} as const;
const steps: Readonly<Record<string, Words>> = {
  APPROVED: { id: 'Disetujui', en: 'Approved' },
  ACTIVE: { id: 'Aktif', en: 'Active' },
  COVERED: { id: 'Dilindungi', en: 'Covered' },
  BILLED: { id: 'Ditagih', en: 'Billed' },
  PAID: { id: 'Dibayar', en: 'Paid' },
};

/** Approved, active, covered, billed, paid in one month, and why each step differs from the one before. */
export default function Reconciliation() {
  return (
    <AskPage
      title={{ id: 'Rekonsiliasi satu bulan', en: 'Reconciliation of a month' }}
      fields={fields}
      initial={{ programId: '', month: thisMonth() }}
      isComplete={({ programId, month }) => programId !== '' && isMonth(month)}
    >
      {(asked) => <Answer asked={asked} />}
    </AskPage>
  );
}

function Answer({ asked }: { readonly asked: Asked<typeof fields> }) {
  const language = useLanguage();
  const { data, fault } = usePageData<ReconciliationData>(query, asked);
  if (!data?.reconciliation) return <PageState fault={fault} isAbsent={data !== null} />;
  const { steps: taken, reasons } = data.reconciliation;
  const heads =
    language === 'id'
      ? ['Langkah', 'Orang', 'Selisih', 'Rupiah', 'Selisih rupiah', 'Sebab']
      : ['Step', 'Persons', 'Difference', 'Rupiah', 'Difference in rupiah', 'Reasons'];
  const rows = taken.map((step) => ({
    key: step.step,
    cells: [
      steps[step.step]?.[language] ?? step.step,
      whole(step.heads, language),
      step.headsDifference === null ? '–' : whole(step.headsDifference, language),
      rupiah(step.rupiah, language),
      rupiah(step.rupiahDifference, language) ?? '–',
      <ul key="reasons">
        {reasons
          .filter(({ leadsTo, heads: people }) => leadsTo === step.step && people > 0)
          .map(({ reason, heads: people, rupiah: amount, message }) => (
            <li key={reason}>
              {whole(people, language)} {language === 'id' ? 'orang' : 'persons'}, {rupiah(amount, language)}:{' '}
              {message}
            </li>
          ))}
      </ul>,
    ],
  }));
  return (
    <Panel title={language === 'id' ? 'Dari disetujui sampai dibayar' : 'From approved to paid'}>
      <DataTable heads={heads} rows={rows} />
    </Panel>
  );
}
