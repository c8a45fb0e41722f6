import type { PropertyJSON, RecordJSON } from 'adminjs';
import React from 'react';
import { Link } from 'react-router-dom';

interface Props {
  readonly property: PropertyJSON;
  readonly record: RecordJSON;
}

/** The title as a link to the record's page: rows can only be clicked, links can also be reached by keyboard. */
export default function TitleCell({ property, record }: Props) {
  const text = String(record.params[property.path] ?? record.id);
  if (!record.recordActions.some(({ name }) => name === 'show')) return <>{text}</>;
  return (
    <Link
      to={`/admin/resources/${property.resourceId}/records/${record.id}/show`}
      style={{ color: '#0b5d56' }}
    >
      {text}
    </Link>
  );
}
