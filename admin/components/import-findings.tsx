import React from 'react';
import { importFields, importVerdicts } from '../import-choices';
import { nikFindings } from '../people-choices';
import { DataTable } from './data-table';
import type { ImportPartProps } from './import-data';
import { ImportRows } from './import-rows';
import { named } from './mou-facts';
import type { PageLanguage } from './mou-page-texts';
import { PageState, Panel, usePageData, whole } from './page-parts';

const texts = {
  id: {
    title: 'Sebabnya',
    heads: ['Kolom', 'Sebab', 'Baris'],
    example: 'Misalnya baris',
    warnings: 'Perlu dicocokkan dengan KTP',
    warningHeads: ['Yang ditemukan', 'Baris'],
    harmless:
      'Baris ini tetap dapat disimpan. Jika banyak tanggal lahir berbeda, mungkin bulan tertulis sebelum hari.',
  },
  en: {
    title: 'Reasons',
    heads: ['Column', 'Reason', 'Rows'],
    example: 'For instance row',
    warnings: 'To be compared with the identity card',
    warningHeads: ['What was found', 'Rows'],
    harmless: 'These rows can be saved. If many birth dates differ, the month may stand before the day.',
  },
} as const;

interface Reason {
  readonly verdict: string;
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly count: number;
  readonly rowNumbers: readonly number[];
}

interface Warning {
  readonly finding: string;
  readonly count: number;
  readonly rowNumbers: readonly number[];
}

interface Answer {
  readonly importBatch: { readonly reasons: readonly Reason[]; readonly warnings: readonly Warning[] } | null;
}

const query = `query ($id: ID!) { importBatch(id: $id) {
  reasons { verdict field code message count rowNumbers } warnings { finding count rowNumbers } } }`;

/** Why rows cannot be taken, the most frequent reason first, and the rows themselves. */
export function ImportFindings({ batch: { id, counts }, language }: Omit<ImportPartProps, 'reload'>) {
  const { data, fault } = usePageData<Answer>(query, { id });
  if (!counts) return null;
  if (!data?.importBatch) return <PageState fault={fault} isAbsent={data !== null} />;
  return (
    <>
      <Reasons reasons={data.importBatch.reasons} language={language} />
      <Warnings warnings={data.importBatch.warnings} language={language} />
      <ImportRows id={id} counts={counts} language={language} />
    </>
  );
}

function Reasons({
  reasons,
  language,
}: {
  readonly reasons: readonly Reason[];
  readonly language: PageLanguage;
}) {
  const words = texts[language];
  if (reasons.length === 0) return null;
  return (
    <Panel title={words.title}>
      <div className="payung-rows">
        <DataTable
          heads={words.heads}
          rows={reasons.map(({ verdict, field, code, message, count, rowNumbers }) => ({
            key: `${verdict}:${field}:${code}`,
            cells: [
              <React.Fragment key="field">
                {named(importFields, field, language)}
                <small>{named(importVerdicts, verdict, language)}</small>
              </React.Fragment>,
              <React.Fragment key="reason">
                {message}
                <Example rowNumbers={rowNumbers} language={language} />
              </React.Fragment>,
              whole(count, language),
            ],
          }))}
        />
      </div>
    </Panel>
  );
}

/** What is odd about rows that can be written: a file with the month before the day shows here first. */
function Warnings({
  warnings,
  language,
}: {
  readonly warnings: readonly Warning[];
  readonly language: PageLanguage;
}) {
  const words = texts[language];
  if (warnings.length === 0) return null;
  return (
    <Panel title={words.warnings}>
      <p className="payung-hint">{words.harmless}</p>
      <div className="payung-rows">
        <DataTable
          heads={words.warningHeads}
          rows={warnings.map(({ finding, count, rowNumbers }) => ({
            key: finding,
            cells: [
              <React.Fragment key="finding">
                {named(nikFindings, finding, language)}
                <Example rowNumbers={rowNumbers} language={language} />
              </React.Fragment>,
              whole(count, language),
            ],
          }))}
        />
      </div>
    </Panel>
  );
}

function Example({
  rowNumbers,
  language,
}: {
  readonly rowNumbers: readonly number[];
  readonly language: PageLanguage;
}) {
  return (
    <small>
      {texts[language].example} {rowNumbers.join(', ')}
    </small>
  );
}
