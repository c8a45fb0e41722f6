import React from 'react';
import { importStateColours, importStates } from '../import-choices';
import { importAddress } from './import-data';
import { named } from './mou-facts';
import { longInstant, type PageLanguage } from './mou-page-texts';
import { Badge, Panel, whole } from './page-parts';
import type { ProgramFacts, ProgramImport } from './program-page-data';

const texts = {
  id: {
    title: 'Daftar peserta yang diunggah',
    none: 'Belum ada daftar yang diunggah untuk program ini.',
    upload: 'Unggah daftar peserta',
    all: 'Semua daftar',
    of: 'dari',
    rows: 'baris tersimpan',
  },
  en: {
    title: 'Rosters handed in',
    none: 'No roster was handed in for this program yet.',
    upload: 'Hand in a roster',
    all: 'All rosters',
    of: 'of',
    rows: 'rows saved',
  },
} as const;

interface Props {
  readonly program: ProgramFacts;
  readonly language: PageLanguage;
}

/** The latest rosters of the program, and the way to hand in the next one. */
export function ProgramImports({ program: { id, state, imports, viewerCan }, language }: Props) {
  const words = texts[language];
  const canUpload = state === 'APPROVED' && viewerCan.revise;
  if (imports.totalCount === 0 && !canUpload) return null;
  return (
    <Panel title={words.title}>
      {imports.totalCount === 0 ? <p>{words.none}</p> : null}
      <ul>
        {imports.nodes.map((batch) => (
          <Batch key={batch.id} batch={batch} language={language} />
        ))}
      </ul>
      <p className="payung-buttons">
        {canUpload ? (
          <a className="payung-plain" href={`/admin/resources/import/actions/upload?program=${id}`}>
            {words.upload}
          </a>
        ) : null}
        {imports.totalCount > imports.nodes.length ? (
          <a href={`/admin/resources/import?filters.program=${id}`}>
            {words.all} ({whole(imports.totalCount, language)})
          </a>
        ) : null}
      </p>
    </Panel>
  );
}

function Batch({ batch, language }: { readonly batch: ProgramImport; readonly language: PageLanguage }) {
  const { of, rows } = texts[language];
  const { id, fileName, state, rowCount, committedCount, createdAt } = batch;
  const colour = importStateColours[state as keyof typeof importStateColours] ?? 'grey';
  return (
    <li>
      <a href={importAddress(id)}>{fileName}</a>{' '}
      <Badge colour={colour}>{named(importStates, state, language)}</Badge>{' '}
      <small>
        {longInstant(createdAt, language)}
        {rowCount === null
          ? null
          : ` · ${whole(committedCount, language)} ${of} ${whole(rowCount, language)} ${rows}`}
      </small>
    </li>
  );
}
