import React, { useState } from 'react';
import { importObstacles } from '../import-choices';
import { decideImport, type ImportPartProps } from './import-data';
import { DropRoster, Faults } from './import-drop';
import { ImportFindings } from './import-findings';
import { ImportGroups } from './import-groups';
import { named } from './mou-facts';
import { PageState, Panel, usePageData, whole } from './page-parts';

const texts = {
  id: {
    saved: 'baris tersimpan',
    undone: 'baris ditarik kembali',
    mended: 'baris salah sudah kembali diperbaiki',
    allBack: 'Semua yang disimpan dari daftar ini sudah ditarik kembali',
    people: 'Lihat kepesertaan program ini',
    bad: 'Baris yang belum masuk',
    badHelp:
      'Unduh, perbaiki sel yang berwarna, lalu unggah lagi di sini; baris yang sudah tersimpan tidak terulang.',
    download: 'Unduh baris yang salah (XLSX)',
    found: 'Yang ditemukan saat diperiksa',
    undo: 'Tarik kembali…',
    undoTitle: 'Bila ditarik kembali',
    enrollments: 'kepesertaan dihapus',
    registrations: 'pendaftaran dihapus, karena tidak dipakai hal lain',
    restored: 'pendaftaran kembali berisi seperti sebelumnya',
    blocked: 'Tidak dapat ditarik kembali:',
    rows: 'baris',
    confirm: 'Ya, tarik kembali',
    close: 'Tidak jadi',
  },
  en: {
    saved: 'rows saved',
    undone: 'rows taken back',
    mended: 'bad rows came back mended',
    allBack: 'Everything that was saved of this roster was taken back',
    people: 'See the enrollments of this program',
    bad: 'Rows that are not in yet',
    badHelp:
      'Download, mend the coloured cells, and hand the file in here; rows that are saved do not repeat.',
    download: 'Download the bad rows (XLSX)',
    found: 'What was found in the check',
    undo: 'Take back…',
    undoTitle: 'When it is taken back',
    enrollments: 'enrollments are removed',
    registrations: 'registrations are removed, because nothing else uses them',
    restored: 'registrations say again what they said before',
    blocked: 'Cannot be taken back:',
    rows: 'rows',
    confirm: 'Yes, take it back',
    close: 'Leave it',
  },
} as const;

/** What came of a roster, its bad rows to be mended, and taking it back. */
export function ImportResult(props: ImportPartProps) {
  const { batch, language } = props;
  const words = texts[language];
  const { committedCount, undoneCount, mendedCount, giveBackPath, program, viewerCan } = batch;
  const isBack = batch.state === 'UNDONE';
  const counts = [
    isBack ? words.allBack : `${whole(committedCount - undoneCount, language)} ${words.saved}`,
    undoneCount > 0 ? `${whole(undoneCount, language)} ${words.undone}` : null,
    mendedCount > 0 ? `${whole(mendedCount, language)} ${words.mended}` : null,
  ];
  return (
    <>
      <section className={`payung-callout ${isBack ? 'amber' : 'green'}`}>
        <p>
          <b>{counts.filter((part) => part !== null).join('. ')}.</b>
        </p>
        <p>
          <a href={`/admin/resources/enrollment?filters.program=${program.id}`}>{words.people}</a>
        </p>
      </section>
      {giveBackPath && !isBack ? (
        <Panel title={words.bad}>
          <p>{words.badHelp}</p>
          <p className="payung-buttons">
            <a className="payung-plain" href={giveBackPath} download>
              {words.download}
            </a>
          </p>
          <DropRoster programId={program.id} />
        </Panel>
      ) : null}
      {viewerCan.undo ? <TakeBack {...props} /> : null}
      {batch.state === 'READY' ? null : <Found {...props} />}
    </>
  );
}

/** What was found before it was saved. */
function Found(props: ImportPartProps) {
  const { batch, language } = props;
  if (!batch.counts) return null;
  return (
    <>
      <Panel title={texts[language].found}>
        <ImportGroups counts={batch.counts} language={language} />
      </Panel>
      <ImportFindings {...props} />
    </>
  );
}

interface UndoData {
  readonly importBatch: {
    readonly undo: {
      readonly enrollmentCount: number;
      readonly registrationCount: number;
      readonly restoredCount: number;
      readonly obstacles: readonly { readonly kind: string; readonly count: number }[];
    } | null;
  } | null;
}

const undoQuery = `query ($id: ID!) { importBatch(id: $id) {
  undo { enrollmentCount registrationCount restoredCount obstacles { kind count } } } }`;

function TakeBack(props: ImportPartProps) {
  const [isOpen, setIsOpen] = useState(false);
  const words = texts[props.language];
  if (isOpen) return <UndoPreview {...props} close={() => setIsOpen(false)} />;
  return (
    <p className="payung-buttons">
      <button type="button" className="payung-plain" onClick={() => setIsOpen(true)}>
        {words.undo}
      </button>
    </p>
  );
}

function UndoPreview({ batch, language, reload, close }: ImportPartProps & { readonly close: () => void }) {
  const words = texts[language];
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const { data, fault } = usePageData<UndoData>(undoQuery, { id: batch.id });
  if (!data?.importBatch?.undo) return <PageState fault={fault} isAbsent={data !== null} />;
  const { enrollmentCount, registrationCount, restoredCount, obstacles } = data.importBatch.undo;
  const takeBack = async () => {
    setIsBusy(true);
    const errors = await decideImport('importUndo', batch).catch((error: unknown) => [
      { message: String(error) },
    ]);
    setFaults(errors.map(({ message }) => message));
    setIsBusy(false);
    await reload();
  };
  return (
    <section className="payung-callout red" aria-busy={isBusy}>
      <h2>{words.undoTitle}</h2>
      <ul>
        <li>
          {whole(enrollmentCount, language)} {words.enrollments}
        </li>
        <li>
          {whole(registrationCount, language)} {words.registrations}
        </li>
        {restoredCount > 0 ? (
          <li>
            {whole(restoredCount, language)} {words.restored}
          </li>
        ) : null}
      </ul>
      {obstacles.length > 0 ? (
        <p>
          {words.blocked}{' '}
          {obstacles
            .map(
              ({ kind, count }) =>
                `${whole(count, language)} ${words.rows} ${named(importObstacles, kind, language)}`,
            )
            .join('; ')}
          .
        </p>
      ) : null}
      <Faults messages={faults} />
      <p className="payung-buttons">
        {obstacles.length === 0 ? (
          <button type="button" className="payung-danger" disabled={isBusy} onClick={() => void takeBack()}>
            {words.confirm}
          </button>
        ) : null}
        <button type="button" className="payung-plain" disabled={isBusy} onClick={close}>
          {words.close}
        </button>
      </p>
    </section>
  );
}
