import { Button } from '@adminjs/design-system';
import {
  type ActionProps,
  ApiClient,
  BasePropertyComponent,
  useNotice,
  useRecord,
  useTranslation,
} from 'adminjs';
import React, { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Consequences } from './consequences';
import { RecordChanges } from './record-changes';
import { offerDecisionUndo } from './record-undo';

const api = new ApiClient();

/** Form of a decision on one record: what will happen, its fields, one button. */
export default function VerbForm({ record: initial, resource, action }: ActionProps) {
  const { record, handleChange, setRecord } = useRecord(initial, resource.id);
  const [isBusy, setBusy] = useState(false);
  /** The record as it was opened, and as somebody else has changed it since. */
  const [opened, setOpened] = useState(initial);
  const [changed, setChanged] = useState<typeof initial>();
  const { translateMessage, translateAction } = useTranslation();
  const addNotice = useNotice();
  const navigate = useNavigate();
  const names: readonly string[] = action.custom.properties ?? [];
  const fields = names.flatMap((name) => resource.properties[name] ?? []);

  // what was typed stays; everything else is as it is now, so that pressing again is a decision on that
  const compare = async (): Promise<void> => {
    const target = { resourceId: resource.id, recordId: record.id, actionName: 'show' };
    const { data } = await api.recordAction(target);
    if (!data.record?.params?.version) return;
    const typed = Object.entries(record.params).filter(([key]) => key.startsWith(`${action.name}_`));
    setOpened(changed ?? opened);
    setChanged(data.record);
    setRecord({
      ...data.record,
      errors: {},
      params: { ...data.record.params, ...Object.fromEntries(typed) },
    });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const data = formOf(record.params);
      const answer = await api.recordAction({
        resourceId: resource.id,
        recordId: record.id,
        actionName: action.name,
        data,
      });
      const { notice, redirectUrl } = answer.data;
      const errors = answer.data.record?.errors;
      if (errors?.version?.type === 'STALE_VERSION') return await compare();
      if (notice) addNotice(notice);
      if (redirectUrl) {
        const label = translateAction(action.name, resource.id);
        if (opened) offerDecisionUndo({ before: changed ?? opened, resource, action, label });
        return navigate(redirectUrl);
      }
      setRecord({ ...record, errors });
    } catch {
      addNotice({
        message: 'There was an error updating record, Check out console to see more information.',
        type: 'error',
      });
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={submit} className="payung-record-form">
      <p>{translateMessage(`${action.name}Guard`, resource.id)}</p>
      <Consequences
        resourceId={resource.id}
        actionName={action.name}
        recordId={record.id}
        params={record.params}
      />
      {opened && changed ? <RecordChanges before={opened} now={changed} resource={resource} /> : null}
      {fields.map((property) => (
        <BasePropertyComponent
          key={property.propertyPath}
          where="edit"
          property={property}
          resource={resource}
          record={record}
          onChange={handleChange}
        />
      ))}
      <Button
        type="submit"
        variant="contained"
        color={action.variant === 'danger' ? 'danger' : 'primary'}
        disabled={isBusy}
      >
        {translateAction(action.name, resource.id)}
      </Button>
    </form>
  );
}

function formOf(params: Record<string, unknown>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && typeof value !== 'object') data.set(name, String(value));
  }
  return data;
}
