import React from 'react';
import { importFields, importVerdicts } from '../import-choices';
import { DataTable } from './data-table';
import type { ImportPartProps } from './import-data';
import { ImportRows } from './import-rows';
import { named } from './mou-facts';
import type { PageLanguage } from './mou-page-texts';
import { PageState, Panel, usePageData, whole } from './page-parts';

const texts = {
  id: { title: 'Sebabnya', heads: ['Kolom', 'Sebab', 'Baris'], example: 'Misalnya baris' },
  en: { title: 'Reasons', heads: ['Column', 'Reason', 'Rows'], example: 'For instance row' },
} as const;

interface Reason {
  readonly verdict: string;
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly count: number;
  readonly rowNumbers: readonly number[];
}

interface Answer {
  readonly importBatch: { readonly reasons: readonly Reason[] } | null;
}

const query =
  'query ($id: ID!) { importBatch(id: $id) { reasons { verdict field code message count rowNumbers } } }';

/** Why rows cannot be taken, the most frequent reason first, and the rows themselves. */
export function ImportFindings({ batch: { id, counts }, language }: Omit<ImportPartProps, 'reload'>) {
  const { data, fault } = usePageData<Answer>(query, { id });
  if (!counts) return null;
  if (!data?.importBatch) return <PageState fault={fault} isAbsent={data !== null} />;
  return (
    <>
      <Reasons reasons={data.importBatch.reasons} language={language} />
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
                <small>
                  {words.example} {rowNumbers.join(', ')}
                </small>
              </React.Fragment>,
              whole(count, language),
            ],
          }))}
        />
      </div>
    </Panel>
  );
}
