import { FormGroup } from '@adminjs/design-system';
import { type PropertyJSON, PropertyLabel, useTranslation } from 'adminjs';
import React from 'react';

interface Props {
  readonly property: PropertyJSON;
  readonly filter: Record<string, string>;
  readonly onChange: (path: string, value: string) => void;
}

/** Narrows a list to days from … until …, both included. */
export default function DaysFilter({ property, filter, onChange }: Props) {
  const { translateProperty } = useTranslation();
  return (
    <FormGroup variant="filter">
      <PropertyLabel property={property} filter />
      {(['from', 'to'] as const).map((side) => {
        const key = `${property.path}~~${side}`;
        return (
          <label key={side} style={{ display: 'block', fontSize: 12, lineHeight: '20px' }}>
            {translateProperty(side)}
            <input
              type="date"
              className="payung-input"
              value={filter[key] ?? ''}
              onChange={(event) => onChange(key, event.target.value)}
            />
          </label>
        );
      })}
    </FormGroup>
  );
}
