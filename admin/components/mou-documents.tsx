import React, { type DragEvent, useState } from 'react';
import { attachDocument } from './graphql-client';
import type { MouPartProps } from './mou-facts';
import { longInstant } from './mou-page-texts';

const kinds = ['SIGNED_TEXT', 'DRAFT_TEXT', 'ATTACHMENT', 'TERMINATION'] as const;

/** Attached papers, and a place to drop another one. */
export function MouDocuments({
  mou,
  texts,
  language,
  onAttached,
}: MouPartProps & { readonly onAttached: () => Promise<void> }) {
  return (
    <section className="payung-panel">
      <h2>{texts.documents}</h2>
      {mou.documents.length === 0 ? <p>{texts.noDocuments}</p> : null}
      <ul className="payung-documents">
        {mou.documents.map(({ id, kind, fileName, sizeBytes, createdAt, downloadPath }) => (
          <li key={id}>
            <a href={downloadPath}>{fileName}</a>{' '}
            <small>
              {texts.documentKinds[kind as keyof typeof texts.documentKinds]} ·{' '}
              {(sizeBytes / 1024 / 1024).toFixed(1)} MB · {longInstant(createdAt, language)} ·{' '}
              <code>{id}</code>
            </small>
          </li>
        ))}
      </ul>
      <DropPlace mou={mou} texts={texts} onAttached={onAttached} />
    </section>
  );
}

function DropPlace({
  mou,
  texts,
  onAttached,
}: Pick<MouPartProps, 'mou' | 'texts'> & { readonly onAttached: () => Promise<void> }) {
  const [kind, setKind] = useState<string>('SIGNED_TEXT');
  const [message, setMessage] = useState<string | null>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setMessage(texts.uploading);
    const problems = await attachDocument(mou.id, kind, file);
    setMessage(problems.length > 0 ? problems.map((problem) => problem.message).join(' ') : texts.attached);
    if (problems.length === 0) await onAttached();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  };
  return (
    <section
      className="payung-drop"
      aria-label={texts.drop}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <label>
        {texts.documentKind}{' '}
        <select value={kind} onChange={(event) => setKind(event.target.value)}>
          {kinds.map((value) => (
            <option key={value} value={value}>
              {texts.documentKinds[value]}
            </option>
          ))}
        </select>
      </label>{' '}
      <span>{texts.drop}</span>{' '}
      <label className="payung-file">
        {texts.choose}
        <input
          type="file"
          accept="application/pdf,.pdf"
          onChange={(event) => void send(event.target.files?.[0])}
        />
      </label>
      <p role="status">{message}</p>
    </section>
  );
}
