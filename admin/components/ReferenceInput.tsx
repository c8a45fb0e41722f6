import React from 'react';
import { Field, type FieldProps } from './field';
import { ReferenceSelect } from './reference-select';

/** A link to a record of another screen. */
export default function ReferenceInput({ property, record, onChange }: FieldProps) {
  const value: unknown = record.params[property.path];
  return (
    <Field property={property} record={record}>
      <ReferenceSelect
        inputId={property.path}
        resourceId={property.reference ?? ''}
        value={typeof value === 'string' ? value : ''}
        title={record.populated[property.path]?.title}
        onChange={(id) => onChange(property.path, id === '' ? null : id)}
      />
    </Field>
  );
}
