import type { ActionProps } from 'adminjs';
import React, { useEffect, useRef, useState } from 'react';
import { FilterWords, filtersIn } from './filter-words';
import { askGraphql } from './graphql-client';
import { useListAnswer } from './list-answer';
import { countOf, type FileWish, type ListFile, orderOf } from './list-file-data';
import { ListFileForm } from './list-file-form';
import { handOver, type Received, received } from './list-file-run';
import { PageState, useLanguage, whole } from './page-parts';

const texts = {
  id: {
    title: 'Yang diunduh',
    everything: 'Seluruh daftar yang boleh Anda lihat, tanpa saringan.',
    narrow: 'Ubah saringan di daftar',
    rows: 'baris',
    about: 'sekitar',
    run: 'Unduh',
    cancel: 'Batalkan',
    progress: 'Kemajuan unduhan',
    of: 'dari',
    done: 'Selesai dan disimpan di folder unduhan:',
    cancelled: 'Dibatalkan; tidak ada berkas yang disimpan.',
    resumed:
      'Sambungan sempat terputus dan unduhan dilanjutkan; berkasnya utuh, tanpa baris ganda atau hilang.',
    broken: 'Sambungan terputus; unduhan dilanjutkan begitu tersambung lagi.',
    failed: 'Unduhan gagal, tidak ada berkas yang disimpan. Coba lagi. ',
    noted: 'Setiap unduhan tercatat: siapa, daftar apa, berapa baris, dan alasannya.',
  },
  en: {
    title: 'What is downloaded',
    everything: 'The whole list that you may see, unfiltered.',
    narrow: 'Change the filter in the list',
    rows: 'rows',
    about: 'about',
    run: 'Download',
    cancel: 'Cancel',
    progress: 'Progress of the download',
    of: 'of',
    done: 'Done, and kept in your folder of downloads:',
    cancelled: 'Cancelled; no file was kept.',
    resumed:
      'The connection broke and the download went on; the file is whole, with no row twice or missing.',
    broken: 'The connection broke; the download goes on as soon as there is one again.',
    failed: 'The download failed, and no file was kept. Try again. ',
    noted: 'Every download is noted: who, which list, how many rows, and why.',
  },
} as const;

/** The list as a file: exactly what its filter shows, in the columns and the writing that the person chooses. */
export default function ListDownload({ resource }: ActionProps) {
  const { answer, fault } = useListAnswer(resource.id, 'download');
  if (!answer) return <PageState fault={fault} isAbsent={false} />;
  return <Download list={answer.file} resource={resource} search={window.location.search} />;
}

interface Props {
  readonly list: ListFile;
  readonly resource: ActionProps['resource'];
  readonly search: string;
}

function Download({ list, resource, search }: Props) {
  const language = useLanguage();
  const words = texts[language];
  const filters = filtersIn(search);
  const { total, isEstimated } = useTotal(list);
  const counted = total === null ? '…' : `${whole(total, language)} ${words.rows}`;
  const [wish, setWish] = useState<FileWish>(() => firstWish(list));
  const { progress, message, isFault, isRunning, run, cancel } = useDownload(list, words);
  return (
    <div className="payung-record">
      <section className="payung-panel payung-form">
        <h2>{words.title}</h2>
        {filters.length > 0 ? (
          <FilterWords resource={resource} filters={filters} />
        ) : (
          <p>{words.everything}</p>
        )}
        <p>
          <b>{isEstimated ? `${words.about} ${counted}` : counted}</b>{' '}
          <a href={`/admin/resources/${resource.id}${search}`}>{words.narrow}</a>
        </p>
        <fieldset disabled={isRunning} className="payung-plain-fieldset">
          <ListFileForm list={list} wish={wish} change={(part) => setWish({ ...wish, ...part })} />
        </fieldset>
        <p className="payung-buttons">
          <button
            type="button"
            className="payung-main"
            disabled={isRunning || wish.columns.length === 0}
            onClick={() => void run(wish)}
          >
            {words.run}
          </button>
          {isRunning ? (
            <button type="button" className="payung-plain" onClick={cancel}>
              {words.cancel}
            </button>
          ) : null}
        </p>
        {isRunning ? (
          <progress className="payung-progress" aria-label={words.progress} {...shareOf(progress, total)} />
        ) : null}
        <p role={isFault ? 'alert' : 'status'} className={isFault ? 'payung-callout red' : ''}>
          {isRunning ? progressWords(progress, total, language) : message}
        </p>
        <p className="payung-hint">{words.noted}</p>
      </section>
    </div>
  );
}

function firstWish({ columns }: ListFile): FileWish {
  const shown = columns.filter(({ isShown }) => isShown).map(({ name }) => name);
  return { format: 'XLSX', writing: 'ID', columns: shown, reason: '', nik: false };
}

interface Counted {
  readonly totalCount: number;
  readonly isTotalEstimated: boolean;
}

/** How many rows the file will have, by estimate where they are many; null until it is known. */
function useTotal(list: ListFile): { readonly total: number | null; readonly isEstimated: boolean } {
  const [counted, setCounted] = useState<Counted | null>(null);
  useEffect(() => {
    const { query, variables } = countOf(list);
    askGraphql<Readonly<Record<string, Counted>>>(query, variables)
      .then((data) => setCounted(data[list.listName] ?? null))
      .catch(() => setCounted(null)); // the file itself says what stands against it
  }, [list]);
  return { total: counted?.totalCount ?? null, isEstimated: counted?.isTotalEstimated ?? false };
}

type Words = (typeof texts)['id' | 'en'];
const nothing: Received = { bytes: 0, rows: null, isBroken: false };

function useDownload(list: ListFile, words: Words) {
  const language = useLanguage();
  const [progress, setProgress] = useState(nothing);
  const [isRunning, setRunning] = useState(false);
  const [end, setEnd] = useState({ message: '', isFault: false });
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const run = async (wish: FileWish): Promise<void> => {
    const controller = new AbortController();
    leaving.current = controller;
    setProgress(nothing);
    setRunning(true);
    try {
      const { file, name, breaks } = await received(orderOf(list, wish), {
        signal: controller.signal,
        onProgress: setProgress,
      });
      handOver(file, name);
      const done = `${words.done} ${name} (${sizeOf(file.size, language)})`;
      setEnd({ message: breaks > 0 ? `${done}. ${words.resumed}` : done, isFault: false });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setEnd(
        controller.signal.aborted
          ? { message: words.cancelled, isFault: false }
          : { message: `${words.failed}${reason}`, isFault: true },
      );
    }
    setRunning(false);
  };
  return { progress, isRunning, ...end, run, cancel: () => leaving.current?.abort() };
}

/** How full the bar is; empty: nobody knows. */
function shareOf({ rows }: Received, total: number | null): { max?: number; value?: number } {
  return rows === null || total === null || total === 0 ? {} : { max: total, value: Math.min(rows, total) };
}

function progressWords(
  { bytes, rows: received, isBroken }: Received,
  total: number | null,
  language: 'id' | 'en',
): string {
  const { of, rows, broken } = texts[language];
  if (isBroken) return broken;
  const size = sizeOf(bytes, language);
  if (received === null || total === null) return size;
  return `${whole(Math.min(received, total), language)} ${of} ${whole(total, language)} ${rows} · ${size}`;
}

function sizeOf(bytes: number, language: 'id' | 'en'): string {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}
