import { ApiClient, type ResourceJSON, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { longDay } from './mou-page-texts';
import { useLanguage } from './page-parts';

const api = new ApiClient();

/** The conditions of a list's address, as `filters.name` and its value; paging and order left out. */
export function filtersIn(search: string): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(search)].filter(
    ([key, value]) => key.startsWith('filters.') && value !== '',
  );
}

/** What the list was narrowed to, in words. */
export function FilterWords({
  resource,
  filters,
}: {
  readonly resource: ResourceJSON;
  readonly filters: readonly (readonly [string, string])[];
}) {
  const { translateProperty } = useTranslation();
  return (
    <ul className="payung-inline">
      {filters.map(([key, value]) => {
        const [name = '', side] = key.slice('filters.'.length).split('~~');
        const label = `${translateProperty(name, resource.id)}${side ? ` ${translateProperty(side)}` : ''}`;
        return (
          <li key={key}>
            {label}: <FilterValue resource={resource} name={name} value={value} />
          </li>
        );
      })}
    </ul>
  );
}

interface ValueProps {
  readonly resource: ResourceJSON;
  readonly name: string;
  readonly value: string;
}

function FilterValue({ resource, name, value }: ValueProps) {
  const language = useLanguage();
  const { translateLabel, translateComponent } = useTranslation();
  const property = resource.filterProperties.find(({ propertyPath }) => propertyPath === name);
  const title = useTitle(property?.reference ?? null, value);
  if (property?.reference) return <b>{title ?? '…'}</b>;
  if (property?.type === 'boolean') return <b>{translateComponent(`Boolean.${value}`)}</b>;
  if (property?.availableValues) return <b>{translateLabel(`${name}.${value}`, resource.id)}</b>;
  return <b>{/^\d{4}-\d{2}-\d{2}$/.test(value) ? longDay(value, language) : value}</b>;
}

/** What people know the record by; null until it is known. */
function useTitle(resourceId: string | null, recordId: string): string | null {
  const [title, setTitle] = useState<string | null>(null);
  useEffect(() => {
    if (resourceId === null) return;
    api
      .recordAction({ resourceId, recordId, actionName: 'show' })
      .then(({ data }) => setTitle(data.record?.title ?? recordId))
      .catch(() => setTitle(recordId));
  }, [resourceId, recordId]);
  return title;
}
