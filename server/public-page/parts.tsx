import React, { type ReactNode } from 'react';
import { longDay } from '../../admin/components/mou-page-texts';
import type { AskError } from './client';
import type { CitedFragment } from './operations';
import type { AskedPages } from './use-answer';

/** What went wrong, in words, and asking again. */
export function Fault({ fault, again }: { readonly fault: AskError; readonly again: () => void }) {
  const wait = fault.retrySeconds === null ? '' : ` Coba lagi dalam ${fault.retrySeconds} detik.`;
  return (
    <p className="fault" role="alert">
      {fault.message}
      {wait}
      <button type="button" onClick={again}>
        Coba lagi
      </button>
    </p>
  );
}

interface ListProps<Node> {
  readonly pages: AskedPages<Node>;
  /** Said when there is nothing to list. */
  readonly none: string;
  readonly entry: (node: Node) => ReactNode;
}

/** Entries of a list, and a button for those that follow. */
export function Entries<Node extends { readonly id: string }>({ pages, none, entry }: ListProps<Node>) {
  const { nodes, totalCount, hasMore, isAsking, fault, more } = pages;
  if (fault && nodes.length === 0) return <Fault fault={fault} again={more} />;
  if (isAsking && nodes.length === 0) return <p className="wait">Memuat…</p>;
  if (nodes.length === 0) return <p className="wait">{none}</p>;
  return (
    <>
      <ol className="entries">
        {nodes.map((node) => (
          <li key={node.id}>{entry(node)}</li>
        ))}
      </ol>
      {fault ? <Fault fault={fault} again={more} /> : null}
      {hasMore && !fault ? (
        <p className="more">
          <button type="button" onClick={more} disabled={isAsking}>
            {isAsking ? 'Memuat…' : `Tampilkan berikutnya (${nodes.length} dari ${totalCount ?? '…'})`}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** Where a fact was read; every entry of the register names its sources. */
export function Sources({ citations }: { readonly citations: readonly CitedFragment[] }) {
  const sources = [...new Map(citations.map(({ source }) => [source.id, source])).values()];
  if (sources.length === 0) return null;
  return (
    <details>
      <summary>{sources.length === 1 ? '1 sumber' : `${sources.length} sumber`}</summary>
      <ul>
        {sources.map(({ id, title, publisher, publishedOn, url }) => (
          <li key={id}>
            {url && /^https?:/.test(url) ? (
              <a href={url} rel="noreferrer">
                {title ?? url}
              </a>
            ) : (
              title
            )}{' '}
            {publisher}
            {publishedOn ? `, ${longDay(publishedOn, 'id')}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Badge({ colour, children }: { readonly colour: string; readonly children: ReactNode }) {
  return <span className={`badge ${colour}`}>{children}</span>;
}
