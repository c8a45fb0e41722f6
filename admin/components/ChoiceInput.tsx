import { useTranslation } from 'adminjs';
import React from 'react';
import { Field, type FieldProps } from './field';

/** One of the values of the screen, by the browser's own list. */
export default function ChoiceInput({ property, record, onChange }: FieldProps) {
  const { translateLabel, translateComponent } = useTranslation();
  const value: unknown = record.params[property.path];
  return (
    <Field property={property} record={record}>
      <select
        className="payung-input"
        id={property.path}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(property.path, event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{translateComponent('Choice.none')}</option>
        {(property.availableValues ?? []).map((option) => (
          <option key={option.value} value={option.value}>
            {translateLabel(`${property.propertyPath}.${option.value}`, property.resourceId)}
          </option>
        ))}
      </select>
    </Field>
  );
}
