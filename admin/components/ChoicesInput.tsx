import { flat, type PropertyJSON, type RecordJSON, useTranslation } from 'adminjs';
import React from 'react';
import { Field } from './field';

interface Props {
  readonly property: PropertyJSON;
  readonly record: RecordJSON;
  readonly onChange: (path: string, values: readonly string[]) => void;
}

/** Several of the values of the screen, each with a box to tick. */
export default function ChoicesInput({ property, record, onChange }: Props) {
  const { translateLabel } = useTranslation();
  const held: unknown = flat.get(record.params, property.path);
  const chosen: readonly string[] = Array.isArray(held) ? held : [];
  const options = (property.availableValues ?? []).map(({ value }) => String(value));
  const toggle = (value: string) =>
    onChange(
      property.path,
      options.filter((option) => chosen.includes(option) !== (option === value)),
    );
  return (
    <Field property={property} record={record}>
      <div className="payung-chips">
        {options.map((value) => (
          <label key={value} className="payung-plain">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />{' '}
            {translateLabel(`${property.propertyPath}.${value}`, property.resourceId)}
          </label>
        ))}
      </div>
    </Field>
  );
}
