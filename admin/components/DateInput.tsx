import React from 'react';
import { Field, type FieldProps } from './field';

/** A day by the browser's own picker: what is chosen is sent as it is, without a time zone in between. */
export default function DateInput({ property, record, onChange }: FieldProps) {
  const value: unknown = record.params[property.path];
  return (
    <Field property={property} record={record}>
      <input
        type="date"
        className="payung-input"
        id={property.path}
        value={typeof value === 'string' ? value.slice(0, 10) : ''}
        onChange={(event) => onChange(property.path, event.target.value === '' ? null : event.target.value)}
      />
    </Field>
  );
}
