import { ActionButton, type ResourceJSON, useQueryParams, useTranslation } from 'adminjs';
import React from 'react';

interface Props {
  readonly resource: ResourceJSON;
}

/** An empty list says why, and what to do about it. */
export default function NoRecords({ resource }: Props) {
  const { translateButton, translateMessage } = useTranslation();
  const { filters, clearParams } = useQueryParams();
  const isFiltered = Object.keys(filters ?? {}).length > 0;
  const create = resource.resourceActions.find(({ name }) => name === 'new');
  return (
    <div style={{ padding: 32, textAlign: 'center', fontSize: 14, lineHeight: '20px' }}>
      <p style={{ fontSize: 18, lineHeight: '28px', fontWeight: 600 }}>
        {translateMessage('noRecords', resource.id)}
      </p>
      <p style={{ margin: '8px auto 24px', maxWidth: 480 }}>
        {translateMessage(isFiltered ? 'noRecordsFiltered' : 'noRecordsInResource', resource.id)}
      </p>
      {isFiltered ? (
        <button type="button" className="payung-plain" onClick={() => clearParams('filters')}>
          {translateButton('resetFilter', resource.id)}
        </button>
      ) : null}
      {create && !isFiltered ? (
        <ActionButton action={create} resourceId={resource.id}>
          <span className="payung-plain">{translateButton('createFirstRecord', resource.id)}</span>
        </ActionButton>
      ) : null}
    </div>
  );
}
