import React, { useState } from 'react';
import { branchVerdicts } from '../branch-choices';
import type { BranchOutcomeData } from './branch-data';
import { verdicts } from './branch-outcomes';
import { DataTable } from './data-table';
import type { PageLanguage } from './mou-page-texts';
import { PageState, Panel, rupiah, usePageData, whole } from './page-parts';

const pageSize = 20;
const longestPage = 100;

const texts = {
  id: {
    title: 'Baris-barisnya',
    group: 'Kelompok',
    number: 'Nomor di daftar kita',
    answerRow: 'Baris di jawaban cabang',
    heads: ['Orang', 'Nomor KPJ dari cabang', 'Iuran kita', 'Iuran cabang', 'Yang dikatakan'],
    silent: 'Cabang tidak menyebut alasan.',
    applied: 'Diterapkan.',
    stranger: 'tidak ada di daftar kita',
    more: 'Tampilkan lebih banyak',
  },
  en: {
    title: 'The rows',
    group: 'Group',
    number: 'Number on our list',
    answerRow: 'Row in the answer',
    heads: ['Person', 'KPJ number of the branch', 'Our amount', 'Amount of the branch', 'What is said'],
    silent: 'The branch gives no reason.',
    applied: 'Applied.',
    stranger: 'not on our list',
    more: 'Show more',
  },
} as const;

interface RowData {
  readonly id: string;
  readonly rowNumber: number;
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly branchReason: string | null;
  readonly oursRupiah: string | null;
  readonly theirsRupiah: string | null;
  readonly appliedAt: string | null;
  readonly problem: { readonly message: string } | null;
  readonly enrollment: {
    readonly id: string;
    readonly beneficiary: { readonly name: string; readonly nik: string };
  } | null;
}

interface Answer {
  readonly branchList: { readonly rows: { readonly nodes: readonly RowData[] } } | null;
}

const query = `query ($id: ID!, $verdict: BranchVerdict!, $first: Int!) { branchList(id: $id) {
  rows(first: $first, filter: { verdicts: [$verdict] }) { nodes { id rowNumber nik kpj branchReason oursRupiah theirsRupiah appliedAt
    problem { message } enrollment { id beneficiary { name nik } } } } } }`;

interface Props {
  readonly id: string;
  readonly outcomes: readonly BranchOutcomeData[];
  readonly language: PageLanguage;
}

/** First rows of one group at a time; beginning with those that somebody has to look at. */
export function BranchRows({ id, outcomes, language }: Props) {
  const words = texts[language];
  const present = verdicts.filter((verdict) => outcomes.some((one) => one.verdict === verdict));
  const [verdict, setVerdict] = useState(
    present.find((one) => one !== 'ACCEPTED') ?? present[0] ?? 'ACCEPTED',
  );
  return (
    <Panel title={words.title}>
      <p className="payung-form">
        <label>
          {words.group}{' '}
          <select
            className="payung-input"
            value={verdict}
            onChange={({ target }) => setVerdict(present.find((one) => one === target.value) ?? verdict)}
          >
            {present.map((one) => (
              <option key={one} value={one}>
                {branchVerdicts[one][language]} (
                {whole(outcomes.find((x) => x.verdict === one)?.count, language)})
              </option>
            ))}
          </select>
        </label>
      </p>
      <Rows key={verdict} {...{ id, verdict, language }} />
    </Panel>
  );
}

function Rows({ id, verdict, language }: Pick<Props, 'id' | 'language'> & { readonly verdict: string }) {
  const words = texts[language];
  const [first, setFirst] = useState(pageSize);
  const { data, fault } = usePageData<Answer>(query, { id, verdict, first });
  if (!data?.branchList) return <PageState fault={fault} isAbsent={data !== null} />;
  const { nodes } = data.branchList.rows;
  const isOfAnswer = verdict === 'THEIRS_NOT_OURS' || verdict === 'UNREADABLE';
  const rows = nodes.map((row) => ({
    key: row.id,
    cells: [
      String(row.rowNumber),
      <Person key="person" row={row} stranger={verdict === 'THEIRS_NOT_OURS' ? words.stranger : null} />,
      row.kpj ?? '–',
      rupiah(row.oursRupiah, language) ?? '–',
      rupiah(row.theirsRupiah, language) ?? '–',
      [
        row.branchReason ?? (verdict === 'REJECTED' ? words.silent : null),
        row.problem?.message,
        row.appliedAt ? words.applied : null,
      ]
        .filter(Boolean)
        .join(' · ') || '–',
    ],
  }));
  return (
    <>
      <DataTable heads={[isOfAnswer ? words.answerRow : words.number, ...words.heads]} rows={rows} />
      {nodes.length === first && first < longestPage ? (
        <p className="payung-buttons">
          <button type="button" className="payung-plain" onClick={() => setFirst(first + pageSize)}>
            {words.more}
          </button>
        </p>
      ) : null}
    </>
  );
}

function Person({
  row: { enrollment, nik },
  stranger,
}: {
  readonly row: RowData;
  /** What is said of somebody whom our list does not have. Null: nothing is known about that. */
  readonly stranger: string | null;
}) {
  if (!enrollment)
    return (
      <>
        {nik ?? '–'} {stranger ? <small>({stranger})</small> : null}
      </>
    );
  return (
    <>
      <a href={`/admin/resources/enrollment/records/${enrollment.id}/show`}>{enrollment.beneficiary.name}</a>
      <br />
      <small>{enrollment.beneficiary.nik}</small>
    </>
  );
}
