import React from 'react';
import { Field, type FieldProps } from './field';
import { longInstant } from './mou-page-texts';
import { useLanguage, usePageData } from './page-parts';

interface Attached {
  readonly mou: {
    readonly documents: readonly {
      readonly id: string;
      readonly fileName: string;
      readonly createdAt: string;
    }[];
  } | null;
}

const query = 'query ($id: ID!) { mou(id: $id) { documents { id fileName createdAt } } }';

/** Chooses one of the documents of the agreement by its name. */
export default function DocumentInput({ property, record, onChange }: FieldProps) {
  const language = useLanguage();
  const { data } = usePageData<Attached>(query, { id: record.id });
  const documents = data?.mou?.documents ?? [];
  const none =
    language === 'id'
      ? 'Belum ada dokumen; unggah dahulu di halaman perjanjian.'
      : 'No documents yet; upload one on the page of the agreement first.';
  const empty = language === 'id' ? '(belum dipilih)' : '(not chosen)';
  return (
    <Field property={property} record={record}>
      <select
        id={property.path}
        className="payung-input"
        value={String(record.params[property.path] ?? '')}
        onChange={(event) => onChange(property.path, event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{empty}</option>
        {documents.map(({ id, fileName, createdAt }) => (
          <option key={id} value={id}>
            {fileName}, {longInstant(createdAt, language)}
          </option>
        ))}
      </select>
      {data && documents.length === 0 ? <p className="payung-hint">{none}</p> : null}
    </Field>
  );
}
