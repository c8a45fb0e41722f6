import React, { type DragEvent, useState } from 'react';
import { attachDocument } from './graphql-client';
import { PageHelp } from './help-line';
import type { MouPageData } from './mou-page-data';
import { longInstant, type MouPageTexts, type PageLanguage } from './mou-page-texts';

type Paper = MouPageData['documents'][number];
type PaperKind = keyof MouPageTexts['documentKinds'];

interface Props {
  readonly recordId: string;
  readonly documents: readonly Paper[];
  /** What can be attached, the likeliest first; empty: nothing, by this reader. */
  readonly kinds: readonly PaperKind[];
  /** What is said while there are none. */
  readonly none: string;
  readonly texts: MouPageTexts;
  readonly language: PageLanguage;
  readonly onAttached: () => Promise<void>;
}

/** Attached papers, the latest version of each with the earlier ones below it, and a place to drop another one. */
export function RecordDocuments({ recordId, documents, kinds, none, texts, language, onAttached }: Props) {
  const shared = { texts, language };
  const latest = documents.filter(({ isLatest }) => isLatest);
  return (
    <section className="payung-panel">
      <h2>{texts.documents}</h2>
      {documents.length === 0 ? <p>{none}</p> : null}
      <ul className="payung-documents">
        {latest.map((paper) => {
          const earlier = documents.filter((other) => isEarlier(other, paper)).reverse();
          return (
            <li key={paper.id}>
              <PaperLine paper={paper} {...shared} />
              {earlier.length > 0 ? (
                <details>
                  <summary>
                    {texts.earlierVersions} ({earlier.length})
                  </summary>
                  <ul>
                    {earlier.map((other) => (
                      <li key={other.id}>
                        <PaperLine paper={other} {...shared} />
                      </li>
                    ))}
                  </ul>
                </details>
              ) : null}
            </li>
          );
        })}
      </ul>
      {kinds.length > 0 ? (
        <DropPlace recordId={recordId} kinds={kinds} texts={texts} onAttached={onAttached} />
      ) : null}
    </section>
  );
}

/** "1,5 MB", or "12 KB" of what is small. */
function sizeOf(bytes: number, language: PageLanguage): string {
  const [value, unit] = bytes < 100 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  const digits = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 });
  return `${digits.format(value)} ${unit}`;
}

function isEarlier(other: Paper, latest: Paper): boolean {
  if (other.isLatest || other.kind !== latest.kind) return false;
  return latest.kind !== 'ATTACHMENT' || other.fileName.toLowerCase() === latest.fileName.toLowerCase();
}

/** One paper with its facts; opened in the page on request, by the browser's own viewer. */
function PaperLine({
  paper,
  texts,
  language,
}: { readonly paper: Paper } & Pick<Props, 'texts' | 'language'>) {
  const [isOpen, setOpen] = useState(false);
  const { kind, fileName, sizeBytes, createdAt, uploadedByName, downloadPath, previewPath, edition, sha256 } =
    paper;
  return (
    <>
      <a href={downloadPath}>{fileName}</a>{' '}
      <button type="button" className="payung-name" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? texts.closePreview : texts.preview}
        <span className="payung-hidden"> {fileName}</span>
      </button>{' '}
      <small>
        {texts.documentKinds[kind as keyof typeof texts.documentKinds]} · {texts.version} {edition} ·{' '}
        {sizeOf(sizeBytes, language)} · {longInstant(createdAt, language)}
        {uploadedByName ? ` · ${uploadedByName}` : ''} · SHA-256 <code>{sha256.slice(0, 16)}…</code>
      </small>
      {isOpen ? (
        <iframe className="payung-preview" src={previewPath} title={`${texts.preview} ${fileName}`} />
      ) : null}
    </>
  );
}

function DropPlace({
  recordId,
  kinds,
  texts,
  onAttached,
}: Pick<Props, 'recordId' | 'kinds' | 'texts' | 'onAttached'>) {
  const [kind, setKind] = useState<string>(kinds[0] ?? '');
  const [message, setMessage] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setMessage(texts.uploading);
    const problems = await attachDocument(recordId, kind, file);
    setMessage(problems.length > 0 ? problems.map((problem) => problem.message).join(' ') : texts.attached);
    if (problems.length === 0) await onAttached();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={isOver ? 'payung-drop over' : 'payung-drop'}
      aria-label={texts.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div>
        <label htmlFor="document-kind">{texts.documentKind}</label>
        <PageHelp of="document-kind" />
        <select id="document-kind" value={kind} onChange={(event) => setKind(event.target.value)}>
          {kinds.map((value) => (
            <option key={value} value={value}>
              {texts.documentKinds[value]}
            </option>
          ))}
        </select>
      </div>
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
