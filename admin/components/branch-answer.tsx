import React, { type DragEvent, useState } from 'react';
import { type BranchListData, sendAnswer } from './branch-data';
import { Faults } from './import-drop';
import { longInstant, type PageLanguage } from './mou-page-texts';
import { Panel } from './page-parts';

const texts = {
  id: {
    title: 'Jawaban cabang',
    place: 'Tempat meletakkan jawaban cabang',
    drop: 'Letakkan berkas jawaban cabang (Excel atau CSV, paling besar 10 MB) di sini, atau',
    again: 'Ada jawaban yang lebih baru? Letakkan di sini sebelum diterapkan, atau',
    choose: 'Pilih berkas',
    help: 'Kolom yang dibaca: NIK atau KPJ, status (diterima atau ditolak), alasan, iuran. Belum ada yang diubah sebelum Anda menekan "Terapkan jawaban".',
    sending: 'Membaca dan membandingkan…',
    applied: 'Jawaban sudah diterapkan',
    read: 'dibaca',
  },
  en: {
    title: 'Answer of the branch',
    place: 'Place for the answer of the branch',
    drop: 'Drop the answer of the branch (Excel or CSV, 10 MB at most) here, or',
    again: 'Is there a newer answer? Drop it here before it is applied, or',
    choose: 'Choose a file',
    help: 'Columns that are read: NIK or KPJ, status (accepted or rejected), reason, contribution. Nothing is changed before you press "Apply the answer".',
    sending: 'Reading and comparing…',
    applied: 'The answer was applied',
    read: 'read',
  },
} as const;

interface Props {
  readonly list: BranchListData;
  readonly language: PageLanguage;
  readonly reload: () => Promise<void>;
}

/** Which answer there is, and the place for one. */
export function BranchAnswer({ list, language, reload }: Props) {
  const words = texts[language];
  const { answerFileName, answeredAt, appliedAt, viewerCan } = list;
  return (
    <Panel title={words.title}>
      {answerFileName && answeredAt ? (
        <p>
          <b>{answerFileName}</b>, {words.read} {longInstant(answeredAt, language)}
          {appliedAt ? `. ${words.applied} ${longInstant(appliedAt, language)}` : null}.
        </p>
      ) : null}
      {viewerCan.answer ? <Drop list={list} language={language} reload={reload} /> : null}
    </Panel>
  );
}

function Drop({ list, language, reload }: Props) {
  const words = texts[language];
  const [isBusy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const found = await sendAnswer(list.id, file).catch((error: Error) => [error.message]);
    setFaults(found);
    setBusy(false);
    // the buttons above belong to the state of the list: the whole page is read again
    if (found.length === 0 && list.answeredAt === null) window.location.reload();
    else await reload();
  };
  const over = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  };
  return (
    <>
      <p className="payung-hint">{words.help}</p>
      <section
        className="payung-drop"
        aria-label={words.place}
        aria-busy={isBusy}
        onDragOver={over}
        onDrop={drop}
      >
        <span>{list.answeredAt ? words.again : words.drop}</span>{' '}
        <label className="payung-file">
          {words.choose}
          <input
            type="file"
            accept=".xlsx,.csv,.tsv,.txt"
            disabled={isBusy}
            onChange={(event) => {
              void send(event.target.files?.[0]);
              event.target.value = ''; // the same file can be chosen again once it is mended
            }}
          />
        </label>
        <div role="status">{isBusy ? <p>{words.sending}</p> : null}</div>
        <Faults messages={faults} />
      </section>
    </>
  );
}
