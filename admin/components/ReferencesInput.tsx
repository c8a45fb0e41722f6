import { flat, type PropertyJSON, type RecordJSON } from 'adminjs';
import React, { useState } from 'react';
import { Field } from './field';
import { useLanguage } from './page-parts';
import { ReferenceSelect } from './reference-select';

interface Props {
  readonly property: PropertyJSON;
  readonly record: RecordJSON;
  readonly onChange: (path: string, values: readonly string[]) => void;
}

/** Several links to records of another screen: those that are there, each to be taken off, and a field for one more. */
export default function ReferencesInput({ property, record, onChange }: Props) {
  const isIndonesian = useLanguage() === 'id';
  const { path } = property;
  const held: unknown = flat.get(record.params, path);
  const ids: readonly string[] = Array.isArray(held) ? held.map(String).filter((id) => id !== '') : [];
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(ids.map((id, place) => [id, record.populated[`${path}.${place}`]?.title ?? id])),
  );
  const add = (id: string, title: string): void => {
    if (id === '' || ids.includes(id)) return;
    setTitles({ ...titles, [id]: title });
    onChange(path, [...ids, id]);
  };
  return (
    <Field property={property} record={record}>
      {ids.length > 0 ? (
        <ul className="payung-chips payung-links">
          {ids.map((id) => (
            <li key={id}>
              <button
                type="button"
                className="payung-plain"
                aria-label={`${isIndonesian ? 'Lepaskan' : 'Take off'} ${titles[id] ?? id}`}
                onClick={() =>
                  onChange(
                    path,
                    ids.filter((other) => other !== id),
                  )
                }
              >
                {titles[id] ?? id} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {/* a key of its own for each length, so that the field is empty again after a choice */}
      <ReferenceSelect
        key={ids.length}
        inputId={path}
        resourceId={property.reference ?? ''}
        value=""
        onChange={add}
      />
    </Field>
  );
}
