import { FormGroup } from '@adminjs/design-system';
import { type PropertyJSON, PropertyLabel } from 'adminjs';
import React from 'react';
import { Field, type FieldProps } from './field';

/** What the browser's own picker chooses, and how much of a value it takes: "2026-01-31" or "2026-01". */
const pickers = { date: { length: 10 }, month: { length: 7, placeholder: '2026-01' } } as const;

interface Picker {
  readonly type: keyof typeof pickers;
}

export interface PickerFilterProps {
  readonly property: PropertyJSON;
  readonly filter: Record<string, string>;
  readonly onChange: (path: string, value: string) => void;
}

/** What is chosen is sent as it is, without a time zone in between. */
export function PickerInput({ type, property, record, onChange }: FieldProps & Picker) {
  const value: unknown = record.params[property.path];
  const { length, ...hint } = pickers[type];
  return (
    <Field property={property} record={record}>
      <input
        type={type}
        {...hint}
        className="payung-input"
        id={property.path}
        value={typeof value === 'string' ? value.slice(0, length) : ''}
        onChange={(event) => onChange(property.path, event.target.value === '' ? null : event.target.value)}
      />
    </Field>
  );
}

/** Narrows a list to what holds on one day or in one month. */
export function PickerFilter({ type, property, filter, onChange }: PickerFilterProps & Picker) {
  return (
    <FormGroup variant="filter">
      <PropertyLabel property={property} filter />
      <input
        type={type}
        className="payung-input"
        id={`filter-${property.path}`}
        value={filter[property.path] ?? ''}
        onChange={(event) => onChange(property.path, event.target.value)}
      />
    </FormGroup>
  );
}
