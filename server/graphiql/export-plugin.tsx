import { type GraphiQLPlugin, useGraphiQL } from '@graphiql/react';
import { type FormEvent, useRef, useState } from 'react';
import { handOver, type Received, received } from '../../admin/components/list-file-run';
import { say } from './language';

/** Downloads the list that the editor asks for, all of it. */
export const exportPlugin: GraphiQLPlugin = {
  title: 'Unduh / Download',
  icon: () => <span aria-hidden="true">↓</span>,
  content: Download,
};

interface Outcome {
  readonly isWorking: boolean;
  readonly message: string;
}

function Download() {
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const operationName = useGraphiQL((state) => state.operationName);
  const [outcome, setOutcome] = useState<Outcome>({ isWorking: false, message: '' });
  const leaving = useRef<AbortController | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const controller = new AbortController();
    leaving.current = controller;
    setOutcome({ isWorking: true, message: say('Mengunduh …', 'Downloading …') });
    const onProgress = (so: Received): void => setOutcome({ isWorking: true, message: progressOf(so) });
    try {
      const sent = { query: query?.getValue() ?? '', variables: read(variables?.getValue()), operationName };
      const order = { ...sent, ...optionsOf(form) };
      const { file, name } = await received(order, { signal: controller.signal, onProgress });
      handOver(file, name);
      setOutcome({ isWorking: false, message: `${say('Selesai', 'Done')}: ${name}` });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = controller.signal.aborted
        ? say('Dibatalkan; tidak ada berkas.', 'Cancelled; there is no file.')
        : reason;
      setOutcome({ isWorking: false, message });
    }
  };
  return (
    <section className="payung-plugin">
      <h2>{say('Unduh seluruh daftar', 'Download the whole list')}</h2>
      <p>
        {say(
          'Operasi di penyunting harus berisi satu daftar. Semua baris diunduh, berapa pun nilai first.',
          'The operation in the editor has to hold one list. All rows are downloaded, whatever first says.',
        )}
      </p>
      <form onSubmit={(event) => void send(event)}>
        <label>
          {say('Berkas', 'File')}
          <select name="format" defaultValue="CSV">
            <option value="CSV">CSV</option>
            <option value="XLSX">Excel (XLSX)</option>
            <option value="JSONL">JSON, {say('satu objek per baris', 'one object per line')}</option>
          </select>
        </label>
        <label>
          {say('Angka dan tanggal', 'Numbers and dates')}
          <select name="writing" defaultValue="ID">
            <option value="ID">{say('Indonesia: 11/02/2026, 3,75', 'Indonesian: 11/02/2026, 3,75')}</option>
            <option value="ISO">ISO: 2026-02-11, 3.75</option>
          </select>
        </label>
        <label>
          {say(
            'Alasan melihat data pribadi (kosong: disamarkan)',
            'Reason for personal data (empty: masked)',
          )}
          <textarea name="reason" rows={3} maxLength={500} />
        </label>
        <label className="payung-check">
          <input type="checkbox" name="nik" />{' '}
          {say('NIK lengkap (tercatat satu per satu)', 'NIKs in full (each noted)')}
        </label>
        <button type="submit" disabled={outcome.isWorking}>
          {say('Unduh', 'Download')}
        </button>
        {outcome.isWorking ? (
          <button type="button" onClick={() => leaving.current?.abort()}>
            {say('Batalkan', 'Cancel')}
          </button>
        ) : null}
        <p role="status">{outcome.message}</p>
      </form>
    </section>
  );
}

function optionsOf(form: FormData): object {
  const reason = String(form.get('reason') ?? '').trim();
  return {
    format: form.get('format'),
    writing: form.get('writing'),
    sorted: true,
    nik: form.get('nik') === 'on',
    ...(reason !== '' && { reason }),
  };
}

/** @throws Error when the variables are no JSON. */
function read(text: string | undefined): object {
  return text?.trim() ? JSON.parse(text) : {};
}

function progressOf({ bytes, rows, isBroken }: Received): string {
  if (isBroken) return say('Sambungan terputus, mencoba lagi …', 'The connection broke, trying again …');
  const number = new Intl.NumberFormat(say('id-ID', 'en-GB'), { maximumFractionDigits: 1 });
  const size = `${number.format(bytes / 1_000_000)} MB`;
  return rows === null ? size : `${number.format(rows)} ${say('baris', 'rows')} · ${size}`;
}
