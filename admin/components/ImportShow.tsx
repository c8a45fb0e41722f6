import type { ActionProps } from 'adminjs';
import React, { useEffect } from 'react';
import { importFields, importStateColours, importStates } from '../import-choices';
import {
  type ImportData,
  type ImportPartProps,
  importAddress,
  importQuery,
  movingStates,
} from './import-data';
import { ImportMapping } from './import-mapping';
import { ImportPreview } from './import-preview';
import { ImportProgress } from './import-progress';
import { ImportResult } from './import-result';
import { ImportSteps } from './import-steps';
import { named } from './mou-facts';
import { longInstant } from './mou-page-texts';
import { Badge, Facts, PageState, Panel, rupiah, useLanguage, usePageData, whole } from './page-parts';

const lookAgainMs = 700;

/** The page of a roster: whatever comes next for it, from its columns to taking it back. */
export default function ImportShow({ record }: ActionProps) {
  const language = useLanguage();
  const { data, fault, reload } = usePageData<{ importBatch: ImportData | null }>(importQuery, {
    id: record?.id,
  });
  const batch = data?.importBatch;
  const isMoving = batch ? movingStates.includes(batch.state) : false;
  useEffect(() => {
    if (!isMoving) return;
    const clock = setInterval(() => void reload(), lookAgainMs);
    return () => clearInterval(clock);
  }, [isMoving, reload]);
  if (!batch) return <PageState fault={fault} isAbsent={data !== null} />;
  const shared = { batch, language, reload };
  return (
    <div className="payung-record">
      <ImportSteps state={batch.state} />
      <p className="payung-hidden" role="status">
        {named(importStates, batch.state, language)}
      </p>
      {fault ? <p role="alert">{fault}</p> : null}
      {batch.failure ? (
        <p className="payung-callout red" role="alert">
          {batch.failure.message}
        </p>
      ) : null}
      {batch.state === 'MAPPING' ? <ImportMapping {...shared} /> : null}
      {isMoving ? <ImportProgress {...shared} /> : null}
      {batch.state === 'READY' ? <ImportPreview {...shared} /> : null}
      {batch.committedCount > 0 && !isMoving ? <ImportResult {...shared} /> : null}
      <About batch={batch} language={language} />
    </div>
  );
}

function About({ batch, language }: Omit<ImportPartProps, 'reload'>) {
  const isIndonesian = language === 'id';
  const { program, continues, state } = batch;
  const colour = importStateColours[state as keyof typeof importStateColours] ?? 'grey';
  const rows = [
    [
      isIndonesian ? 'Keadaan' : 'State',
      <Badge key="state" colour={colour}>
        {named(importStates, state, language)}
      </Badge>,
    ],
    [
      'Program',
      <a key="program" href={`/admin/resources/program/records/${program.id}/show`}>
        {program.name}
      </a>,
    ],
    [
      isIndonesian ? 'Diunggah' : 'Handed in',
      `${longInstant(batch.createdAt, language)}, ${batch.createdByName}`,
    ],
    [isIndonesian ? 'Baris berisi orang' : 'Rows with people', whole(batch.rowCount, language)],
    [isIndonesian ? 'Iuran sebulan' : 'Cost of a month', rupiah(batch.monthlyRupiah, language)],
    [
      isIndonesian ? 'Sidik berkas (SHA-256)' : 'Hash of the file (SHA-256)',
      <code key="sha">{batch.sha256.slice(0, 16)}…</code>,
    ],
    // while they are being chosen they stand above
    ...(state === 'MAPPING'
      ? []
      : [
          [
            isIndonesian ? 'Kolom yang dibaca' : 'Columns that are read',
            <Columns key="columns" {...{ batch, language }} />,
          ] as const,
        ]),
    ...(continues
      ? [
          [
            isIndonesian ? 'Perbaikan dari' : 'Mends',
            <a key="continues" href={importAddress(continues.id)}>
              {continues.fileName}
            </a>,
          ] as const,
        ]
      : []),
  ] as const;
  return (
    <Panel title={batch.fileName}>
      <Facts rows={rows} />
    </Panel>
  );
}

/** How the columns are read, or were. */
function Columns({ batch: { columns }, language }: Omit<ImportPartProps, 'reload'>) {
  const read = columns.filter(({ field }) => field !== null && field !== 'IGNORE');
  return (
    <>
      {read.map(({ index, header, field }) => (
        <span key={index} className="payung-line">
          {header || index + 1} → {named(importFields, field ?? '', language)}
        </span>
      ))}
    </>
  );
}
