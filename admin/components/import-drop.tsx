import React, { type DragEvent, useState } from 'react';
import { importAddress, uploadRoster } from './import-data';
import { useLanguage } from './page-parts';

const texts = {
  id: {
    place: 'Tempat meletakkan berkas daftar',
    drop: 'Letakkan berkas Excel (.xlsx) atau CSV di sini, paling besar 50 MB, atau',
    choose: 'Pilih berkas',
    first: 'Pilih programnya dahulu.',
    sending: 'Mengunggah dan membaca awal berkas…',
    known: 'Berkas yang sama sudah pernah diunggah; tidak ada yang diubah. ',
    open: 'Buka daftar itu',
    several:
      'Orang ada di beberapa lembar. Tiap lembar dibaca sebagai daftar sendiri; pilih salah satu, lalu unggah lagi berkasnya untuk lembar berikutnya.',
    read: 'Baca lembar',
  },
  en: {
    place: 'Place for the roster file',
    drop: 'Drop an Excel (.xlsx) or CSV file here, 50 MB at most, or',
    choose: 'Choose a file',
    first: 'Choose the program first.',
    sending: 'Uploading and reading the beginning of the file…',
    known: 'The same file was handed in before; nothing was changed. ',
    open: 'Open that roster',
    several:
      'Several sheets have people on them. Each is a roster of its own: choose one, and hand the file in again for the next.',
    read: 'Read sheet',
  },
} as const;

interface Props {
  /** Empty: not chosen yet. */
  readonly programId: string;
  readonly isLarge?: boolean;
}

type State =
  | { readonly kind: 'waiting' | 'sending' }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'sheets'; readonly file: File; readonly sheets: readonly string[] }
  | Failed;
interface Failed {
  readonly kind: 'failed';
  readonly problems: readonly string[];
}

/** Takes a roster by drop or by the keyboard, and goes to its page. */
export function DropRoster({ programId, isLarge = false }: Props) {
  const words = texts[useLanguage()];
  const [state, setState] = useState<State>({ kind: 'waiting' });
  const [isOver, setIsOver] = useState(false);
  const send = async (file: File | undefined, sheet = '') => {
    if (!file) return;
    if (programId === '') return setState({ kind: 'failed', problems: [words.first] });
    setState({ kind: 'sending' });
    setState(await sent(programId, file, sheet));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files[0]);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <section
      className={`payung-drop${isLarge ? ' large' : ''}${isOver ? ' over' : ''}`}
      aria-label={words.place}
      aria-busy={state.kind === 'sending'}
      onDragOver={hover}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <span>{words.drop}</span>{' '}
      <label className="payung-file">
        {words.choose}
        <input
          type="file"
          accept=".xlsx,.csv,.tsv,.txt"
          disabled={state.kind === 'sending'}
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = ''; // the same file can be chosen again once it is mended
          }}
        />
      </label>
      <div role="status">
        {state.kind === 'sending' ? <p>{words.sending}</p> : null}
        {state.kind === 'known' ? (
          <p>
            {words.known}
            <a href={importAddress(state.id)}>{words.open}</a>
          </p>
        ) : null}
        {state.kind === 'sheets' ? (
          <>
            <p>{words.several}</p>
            <p className="payung-buttons">
              {state.sheets.map((sheet) => (
                <button
                  key={sheet}
                  type="button"
                  className="payung-plain"
                  onClick={() => void send(state.file, sheet)}
                >
                  {words.read} “{sheet}”
                </button>
              ))}
            </p>
          </>
        ) : null}
      </div>
      {state.kind === 'failed' ? <Faults messages={state.problems} /> : null}
    </section>
  );
}

/** What was refused, read out at once. */
export function Faults({ messages }: { readonly messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <div className="payung-faults" role="alert">
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  );
}

async function sent(programId: string, file: File, sheet: string): Promise<State> {
  try {
    const { id, isKnown, problems, sheets } = await uploadRoster(programId, file, sheet);
    if (sheets.length > 0) return { kind: 'sheets', file, sheets };
    if (id === null) return { kind: 'failed', problems };
    if (isKnown) return { kind: 'known', id };
    window.location.assign(importAddress(id));
    return { kind: 'sending' };
  } catch (error) {
    return { kind: 'failed', problems: [error instanceof Error ? error.message : String(error)] };
  }
}
