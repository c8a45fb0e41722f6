import React from 'react';
import type { Asked } from './ask-form';
import { AskPage } from './ask-page';
import { PageState, useLanguage, usePageData } from './page-parts';
import { ProgramChecks } from './program-lists';
import { type FigureCheckData, figureCheckFields } from './program-page-data';

const query = `query ($regionId: ID!) { figureChecks(regionId: $regionId) { ${figureCheckFields} } }`;
const fields = {
  regionId: { kind: 'reference', to: 'region', label: { id: 'Daerah', en: 'Region' } },
} as const;

/** Reported figures of a region beside what can be computed, with the arithmetic in words. */
export default function FigureChecks() {
  return (
    <AskPage
      title={{ id: 'Angka yang diberitakan, dihitung ulang', en: 'Reported figures, reckoned again' }}
      fields={fields}
      initial={{ regionId: '' }}
      isComplete={({ regionId }) => regionId !== ''}
    >
      {(asked) => <Answer asked={asked} />}
    </AskPage>
  );
}

function Answer({ asked }: { readonly asked: Asked<typeof fields> }) {
  const language = useLanguage();
  const { data, fault } = usePageData<{ figureChecks: readonly FigureCheckData[] }>(query, asked);
  if (!data) return <PageState fault={fault} isAbsent={false} />;
  if (data.figureChecks.length > 0) return <ProgramChecks checks={data.figureChecks} language={language} />;
  return (
    <p>
      {language === 'id'
        ? 'Belum ada angka yang dapat dihitung ulang.'
        : 'No figure can be reckoned again yet.'}
    </p>
  );
}
