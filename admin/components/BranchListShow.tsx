import type { ActionProps } from 'adminjs';
import React, { useState } from 'react';
import { branchListStateColours, branchListStates } from '../branch-choices';
import { BranchAnswer } from './branch-answer';
import { type BranchListData, branchListQuery, downloadList } from './branch-data';
import { BranchOutcomes } from './branch-outcomes';
import { BranchRows } from './branch-rows';
import { Faults } from './import-drop';
import { named } from './mou-facts';
import { longInstant, type PageLanguage } from './mou-page-texts';
import {
  Badge,
  Facts,
  monthName,
  PageState,
  Panel,
  rupiah,
  useLanguage,
  usePageData,
  whole,
} from './page-parts';

const texts = {
  id: {
    title: 'Daftar peserta untuk cabang',
    month: 'Bulan iuran',
    state: 'Keadaan',
    people: 'Orang di daftar',
    total: 'Iuran sebulan',
    columns: 'Kolom',
    shipped: 'bawaan',
    reason: 'Alasan NIK lengkap keluar',
    made: 'Dibuat',
    sent: 'Dikirim',
    unsent: 'belum',
    file: 'Berkas untuk cabang',
    fileHelp: 'Memuat NIK lengkap. Setiap unduhan dicatat dengan nama Anda dan alasan di atas.',
    download: 'Unduh',
  },
  en: {
    title: 'List of people for the branch',
    month: 'Month',
    state: 'State',
    people: 'People on the list',
    total: 'Contribution of the month',
    columns: 'Columns',
    shipped: 'as shipped',
    reason: 'Why NIKs leave in full',
    made: 'Made',
    sent: 'Sent',
    unsent: 'not yet',
    file: 'File for the branch',
    fileHelp: 'Holds NIKs in full. Each download is noted with your name and the reason above.',
    download: 'Download',
  },
} as const;

/** The page of a list: the file that goes, the answer that comes, and how they compare. */
export default function BranchListShow({ record }: ActionProps) {
  const language = useLanguage();
  const { data, fault, reload } = usePageData<{ branchList: BranchListData | null }>(branchListQuery, {
    id: record?.id,
  });
  const list = data?.branchList;
  if (!list) return <PageState fault={fault} isAbsent={data !== null} />;
  return (
    <div className="payung-record">
      {fault ? <p role="alert">{fault}</p> : null}
      <About list={list} language={language} />
      {list.viewerCan.download ? <Download list={list} language={language} /> : null}
      {list.state === 'MADE' || list.state === 'DISCARDED' ? null : (
        <BranchAnswer list={list} language={language} reload={reload} />
      )}
      {list.outcomes.length > 0 ? <BranchOutcomes list={list} language={language} /> : null}
      {list.outcomes.length > 0 ? (
        <BranchRows key={list.answeredAt} id={list.id} outcomes={list.outcomes} language={language} />
      ) : null}
    </div>
  );
}

interface Props {
  readonly list: BranchListData;
  readonly language: PageLanguage;
}

function About({ list, language }: Props) {
  const words = texts[language];
  const { program, layout, state } = list;
  const colour = branchListStateColours[state as keyof typeof branchListStateColours] ?? 'grey';
  const rows = [
    [
      'Program',
      <a key="program" href={`/admin/resources/program/records/${program.id}/show`}>
        {program.name}
      </a>,
    ],
    [words.month, monthName(list.month, language)],
    [
      words.state,
      <Badge key="state" colour={colour}>
        {named(branchListStates, state, language)}
      </Badge>,
    ],
    [words.people, whole(list.heads, language)],
    [words.total, rupiah(list.totalRupiah, language)],
    [words.columns, layout?.name ?? words.shipped],
    [words.reason, list.reason],
    [words.made, `${longInstant(list.createdAt, language)}, ${list.createdByName ?? ''}`],
    [words.sent, list.sentAt ? longInstant(list.sentAt, language) : words.unsent],
  ] as const;
  return (
    <Panel title={words.title}>
      <Facts rows={rows} />
    </Panel>
  );
}

function Download({ list, language }: Props) {
  const words = texts[language];
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const fetchFile = async (format: 'XLSX' | 'CSV') => {
    setBusy(true);
    setFaults(await downloadList(list, format).catch((error: Error) => [error.message]));
    setBusy(false);
  };
  return (
    <Panel title={words.file}>
      <p>{words.fileHelp}</p>
      <p className="payung-buttons">
        {(['XLSX', 'CSV'] as const).map((format) => (
          <button
            key={format}
            type="button"
            className="payung-plain"
            disabled={isBusy}
            onClick={() => void fetchFile(format)}
          >
            {words.download} {format}
          </button>
        ))}
      </p>
      <Faults messages={faults} />
    </Panel>
  );
}
