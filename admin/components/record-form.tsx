import { Button } from '@adminjs/design-system';
import { type ActionProps, ApiClient, BasePropertyComponent, useRecord, useTranslation } from 'adminjs';
import React, { type FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useKeptDraft } from './kept-draft';
import { longInstant } from './mou-page-texts';
import { useLanguage } from './page-parts';
import { merged, type Params } from './record-diff';
import { RecordMerge } from './record-merge';
import { offerRevisionUndo } from './record-undo';
import { tellSignedOut } from './session-events';

const api = new ApiClient();
const words = {
  id: {
    restored: (at: string) => `Isian yang belum disimpan dari ${at} dipulihkan.`,
    discard: 'Buang isian itu',
    lost: 'Belum tersimpan: server tidak terjangkau. Isian Anda tetap di sini; tekan Simpan lagi nanti.',
    kept: ' Isian juga disimpan di tab ini.',
    undo: 'Perubahan disimpan.',
    discarded: 'Isian yang belum disimpan dibuang.',
  },
  en: {
    restored: (at: string) => `What you had typed until ${at} and not saved is back.`,
    discard: 'Throw it away',
    lost: 'Not saved: the server cannot be reached. What you typed stays here; press Save again later.',
    kept: ' It is kept in this tab as well.',
    undo: 'The change was saved.',
    discarded: 'What was not saved is thrown away.',
  },
} as const;

/**
 * Form of a new or an existing record. What is typed survives a lost connection; what somebody else saved meanwhile is
 * joined field by field; a saved change can be taken back for ten seconds.
 */
export function RecordForm({ record: initial, resource, action }: ActionProps) {
  const language = useLanguage();
  const texts = words[language];
  const { translateButton } = useTranslation();
  const navigate = useNavigate();
  const { record, handleChange, submit, loading, setRecord } = useRecord(initial, resource.id);
  const names = (action.layout ?? []).flatMap(({ properties }) => properties);
  const fields = names.filter((name) => name !== 'formKey');
  const base = useRef<Params>(initial?.params ?? {});
  const [theirs, setTheirs] = useState<typeof record | null>(null);
  const [isLost, setLost] = useState(false);
  const kept = { initial, record, setRecord, resourceId: resource.id, fields, base };
  const draft = useKeptDraft({ ...kept, discarded: texts.discarded });
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setLost(false);
    try {
      const { data } = await submit();
      if (data.redirectUrl) {
        draft.drop();
        const change = { before: base.current, after: record, fields, resource, action };
        if (initial?.id) offerRevisionUndo({ ...change, label: texts.undo });
        return navigate(`${data.redirectUrl}?refresh=true`);
      }
      if (initial?.id && data.record?.errors?.version?.type === 'STALE_VERSION') await compare(initial.id);
    } catch {
      tellSignedOut();
      setLost(true);
    }
  };
  const compare = async (recordId: string): Promise<void> => {
    const answer = await api.recordAction({ resourceId: resource.id, recordId, actionName: 'edit' });
    setTheirs(answer.data.record);
  };
  const join = (keepsMine: (field: string) => boolean): void => {
    if (!theirs) return;
    const ways = { base: base.current, mine: record.params, theirs: theirs.params };
    base.current = theirs.params;
    const populated = { ...theirs.populated, ...record.populated };
    setRecord({ ...theirs, populated, errors: {}, params: merged(ways, fields, keepsMine) });
    setTheirs(null);
  };

  return (
    <form onSubmit={(event) => void send(event)} className="payung-record-form">
      {draft.restoredAt ? (
        <p className="payung-callout amber" role="status">
          {texts.restored(longInstant(draft.restoredAt, language))}{' '}
          <button type="button" className="payung-plain" onClick={draft.discard}>
            {texts.discard}
          </button>
        </p>
      ) : null}
      {names.map((name) => {
        const property = resource.properties[name];
        return property ? (
          <BasePropertyComponent
            key={name}
            where="edit"
            onChange={handleChange}
            property={property}
            resource={resource}
            record={record}
          />
        ) : null;
      })}
      {isLost ? (
        <p className="payung-callout red" role="alert">
          {texts.lost}
          {draft.isKept ? texts.kept : ''}
        </p>
      ) : null}
      {theirs ? (
        <RecordMerge
          ways={{ base: base.current, mine: record.params, theirs: theirs.params }}
          fields={fields}
          resource={resource}
          populated={{ ...theirs.populated, ...record.populated }}
          onMerge={join}
        />
      ) : null}
      <Button
        variant="contained"
        type="submit"
        disabled={loading || theirs !== null}
        data-testid="button-save"
      >
        {translateButton('save', resource.id)}
      </Button>
    </form>
  );
}
