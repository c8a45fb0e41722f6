import { FormGroup } from '@adminjs/design-system';
import { type PropertyJSON, PropertyLabel } from 'adminjs';
import React from 'react';

interface Props {
  readonly property: PropertyJSON;
  readonly filter: Record<string, string>;
  readonly onChange: (path: string, value: string) => void;
}

/** Narrows a list to what holds on one day. */
export default function DayFilter({ property, filter, onChange }: Props) {
  return (
    <FormGroup variant="filter">
      <PropertyLabel property={property} filter />
      <input
        type="date"
        className="payung-input"
        id={`filter-${property.path}`}
        value={filter[property.path] ?? ''}
        onChange={(event) => onChange(property.path, event.target.value)}
      />
    </FormGroup>
  );
}
