import { useTranslation } from 'adminjs';
import React from 'react';
import { InPlace, type ValueProps } from './in-place';

type Difference = readonly [field: string, before: unknown, after: unknown];

/** What a change changed: each field before and after. */
export default function AuditHistory(props: ValueProps) {
  const { translateComponent, translateProperty } = useTranslation();
  const differences = read(props.record.params[props.property.path]);
  if (props.where === 'list') {
    const names = differences.map(([field]) => translateProperty(field, props.property.resourceId));
    return <>{names.join(', ')}</>;
  }
  const value = (of: unknown) =>
    of === null || of === undefined
      ? translateComponent('AuditHistory.empty')
      : plain(of, translateComponent('AuditHistory.hidden'));
  return (
    <InPlace {...props}>
      <table className="payung-table">
        <thead>
          <tr>
            {(['field', 'before', 'after'] as const).map((column) => (
              <th key={column} scope="col">
                {translateComponent(`AuditHistory.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map(([field, before, after]) => (
            <tr key={field}>
              <th scope="row">{translateProperty(field, props.property.resourceId)}</th>
              <td>{value(before)}</td>
              <td>{value(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </InPlace>
  );
}

function plain(value: unknown, hidden: string): string {
  if (value === '***') return hidden;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The differences as the audit trail tells them: `[{ "field": "title", "before": "a", "after": "b" }]`. */
function read(value: unknown): Difference[] {
  const changes: unknown = typeof value === 'string' ? JSON.parse(value) : null;
  if (!Array.isArray(changes)) return [];
  return changes.map(({ field, before, after }) => [String(field), before, after]);
}
