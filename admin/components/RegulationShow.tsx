import { type ActionProps, BasePropertyComponent } from 'adminjs';
import React from 'react';
import { documentFields, type MouPageData } from './mou-page-data';
import { mouPageTexts } from './mou-page-texts';
import { PageState, useLanguage, usePageData } from './page-parts';
import { RecordDocuments } from './record-documents';

const query = `query ($id: ID!) { regulation(id: $id) { documents { ${documentFields} } } }`;

/** The page of a regulation: its facts, and its text as attached files. */
export default function RegulationShow({ record, resource }: ActionProps) {
  const language = useLanguage();
  const { data, fault, reload } = usePageData<{ regulation: Pick<MouPageData, 'documents'> | null }>(query, {
    id: record?.id ?? '',
  });
  const isKept = record?.recordActions.some(({ name }) => name === 'edit') ?? false;
  return (
    <div className="payung-record">
      <section className="payung-values">
        {resource.showProperties.map((property) => (
          <BasePropertyComponent
            key={property.propertyPath}
            where="show"
            property={property}
            resource={resource}
            {...(record && { record })}
          />
        ))}
      </section>
      {record && data?.regulation ? (
        <RecordDocuments
          recordId={record.id}
          documents={data.regulation.documents}
          kinds={isKept ? ['REGULATION_TEXT', 'ATTACHMENT'] : []}
          none={none[language]}
          texts={mouPageTexts[language]}
          language={language}
          onAttached={reload}
        />
      ) : (
        <PageState fault={fault} isAbsent={data !== null} />
      )}
    </div>
  );
}

const none = {
  id: 'Belum ada naskah. Unggah salinan resminya sebagai PDF.',
  en: 'No text yet. Upload its official copy as a PDF.',
} as const;
