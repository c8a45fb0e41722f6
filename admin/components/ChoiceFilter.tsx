import { FormGroup } from '@adminjs/design-system';
import { type PropertyJSON, PropertyLabel, useTranslation } from 'adminjs';
import React from 'react';

interface Props {
  readonly property: PropertyJSON;
  readonly filter: Record<string, string>;
  readonly onChange: (path: string, value: string) => void;
}

/** Narrows a list to one value. */
export default function ChoiceFilter({ property, filter, onChange }: Props) {
  const { translateLabel, translateComponent } = useTranslation();
  const isBoolean = property.type === 'boolean';
  const values = isBoolean
    ? ['true', 'false']
    : (property.availableValues ?? []).map(({ value }) => String(value));
  const nameOf = (value: string) =>
    isBoolean
      ? translateComponent(`Boolean.${value}`)
      : translateLabel(`${property.propertyPath}.${value}`, property.resourceId);
  return (
    <FormGroup variant="filter">
      <PropertyLabel property={property} filter />
      <select
        className="payung-input"
        id={`filter-${property.path}`}
        value={filter[property.path] ?? ''}
        onChange={(event) => onChange(property.path, event.target.value)}
      >
        <option value="">{translateComponent('Choice.any')}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
