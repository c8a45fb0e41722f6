import React, { type ReactNode, useState } from 'react';
import { importFields, importVerdicts } from '../import-choices';
import { nikFindings } from '../people-choices';
import { DataTable } from './data-table';
import type { Counts } from './import-data';
import { countOf, type Verdict, verdicts } from './import-groups';
import { named } from './mou-facts';
import type { PageLanguage } from './mou-page-texts';
import { PageState, Panel, usePageData, whole } from './page-parts';

const texts = {
  id: {
    title: 'Baris-barisnya',
    heads: ['Baris', 'Nama dan NIK (disamarkan)', 'Yang ditemukan'],
    none: 'tidak ada',
    mended: 'sudah kembali diperbaiki',
    more: 'Tampilkan 20 baris berikutnya',
    before: 'kosong',
  },
  en: {
    title: 'The rows',
    heads: ['Row', 'Name and NIK (masked)', 'What was found'],
    none: 'none',
    mended: 'came back mended',
    more: 'Show the next 20 rows',
    before: 'empty',
  },
} as const;

interface RowData {
  readonly id: string;
  readonly rowNumber: number;
  readonly nik: string | null;
  readonly name: string | null;
  readonly isMended: boolean;
  readonly nikFindings: readonly string[];
  readonly problems: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly changes: readonly { readonly field: string; readonly from: string | null; readonly to: string }[];
}

interface Answer {
  readonly importBatch: { readonly rows: { readonly nodes: readonly RowData[] } } | null;
}

const query = `query ($id: ID!, $verdict: ImportVerdict!, $first: Int!) { importBatch(id: $id) {
  rows(first: $first, filter: { verdicts: [$verdict] }) { nodes {
    id rowNumber nik name isMended nikFindings problems { field code message } changes { field from to } } } } }`;
const pageSize = 20;
const longestPage = 100;

interface Props {
  readonly id: string;
  readonly counts: Counts;
  readonly language: PageLanguage;
}

/** First rows of each group, opened one group at a time. */
export function ImportRows({ id, counts, language }: Props) {
  const groups = verdicts.filter((verdict) => countOf(counts, verdict) > 0);
  const [open, setOpen] = useState<readonly Verdict[]>(groups.includes('ERROR') ? ['ERROR'] : []);
  return (
    <Panel title={texts[language].title}>
      {groups.map((verdict) => (
        <details
          key={verdict}
          className="payung-group"
          open={open.includes(verdict)}
          onToggle={({ currentTarget }) =>
            setOpen(currentTarget.open ? [...open, verdict] : open.filter((one) => one !== verdict))
          }
        >
          <summary>
            {importVerdicts[verdict][language]} ({whole(countOf(counts, verdict), language)})
          </summary>
          {open.includes(verdict) ? <Group id={id} verdict={verdict} language={language} /> : null}
        </details>
      ))}
    </Panel>
  );
}

function Group({ id, verdict, language }: Omit<Props, 'counts'> & { readonly verdict: Verdict }) {
  const words = texts[language];
  const [first, setFirst] = useState(pageSize);
  const { data, fault } = usePageData<Answer>(query, { id, verdict, first });
  if (!data?.importBatch) return <PageState fault={fault} isAbsent={data !== null} />;
  const { nodes } = data.importBatch.rows;
  return (
    <div className="payung-rows">
      <DataTable
        heads={words.heads}
        rows={nodes.map((row) => ({
          key: row.id,
          cells: [
            // as a spreadsheet numbers its rows: it is looked up there
            String(row.rowNumber),
            <React.Fragment key="person">
              {row.name ?? '–'}
              <small className="payung-nik">{row.nik ?? '–'}</small>
            </React.Fragment>,
            findings(row, language),
          ],
        }))}
      />
      {nodes.length === first && first < longestPage ? (
        <button type="button" className="payung-plain" onClick={() => setFirst(first + pageSize)}>
          {words.more}
        </button>
      ) : null}
    </div>
  );
}

/** What is wrong with the row, what it changes, and where NIK and other data disagree. */
function findings(row: RowData, language: PageLanguage): ReactNode {
  const words = texts[language];
  const lines = [
    ...(row.isMended ? [words.mended] : []),
    ...row.problems.map(({ field, message }) => `${named(importFields, field, language)}: ${message}`),
    ...row.changes.map(
      ({ field, from, to }) => `${named(importFields, field, language)}: ${from ?? words.before} → ${to}`,
    ),
    ...row.nikFindings.map((finding) => named(nikFindings, finding, language)),
  ];
  if (lines.length === 0) return <small key="none">{words.none}</small>;
  return (
    <ul key="findings">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
