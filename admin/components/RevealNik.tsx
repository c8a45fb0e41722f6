import { type ActionProps, ApiClient, useTranslation } from 'adminjs';
import React, { type FormEvent, useEffect, useState } from 'react';
import { helpOf } from './field-help';
import { Panel, useLanguage } from './page-parts';

const api = new ApiClient();
const secondsShown = 60;

/** Asks for the reason and shows the NIK here, once, for a minute; neither address nor notice ever holds it. */
export default function RevealNik({ record, resource, action }: ActionProps) {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const { translateAction, translateMessage, translateProperty } = useTranslation();
  const [shown, setShown] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (shown === null) return;
    const timer = window.setTimeout(() => setShown(null), secondsShown * 1000);
    return () => window.clearTimeout(timer);
  }, [shown]);

  const ask = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setShown(null);
    try {
      const data = new FormData(form);
      const { data: answer } = await api.recordAction({
        resourceId: resource.id,
        recordId: record?.id ?? '',
        actionName: action.name,
        data,
      });
      const problems: readonly { readonly message: string }[] = Object.values(answer.record?.errors ?? {});
      const isRevealed = answer.notice?.type === 'info';
      setShown(isRevealed ? (answer.notice?.message ?? null) : null);
      setFault(isRevealed ? null : (problems[0]?.message ?? answer.notice?.message ?? ''));
      if (isRevealed) form.reset();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };

  const field = `${action.name}_reason`;
  return (
    <div className="payung-record">
      <Panel title={record?.title ?? ''}>
        <p>{translateMessage(`${action.name}Guard`, resource.id)}</p>
        <form className="payung-form" onSubmit={(event) => void ask(event)}>
          <label htmlFor={field}>{translateProperty(field, resource.id)}</label>
          <p id={`help-${field}`} className="payung-help">
            {helpOf(resource.id, field)?.[language]}
          </p>
          <textarea
            id={field}
            name={field}
            rows={3}
            required
            autoComplete="off"
            className="payung-input"
            aria-describedby={`help-${field}`}
          />
          <p className="payung-buttons">
            <button type="submit" className="payung-main" disabled={isBusy}>
              {translateAction(action.name, resource.id)}
            </button>
          </p>
        </form>
        <div role="status">
          {fault ? <p className="payung-callout red">{fault}</p> : null}
          {shown === null ? null : (
            <p className="payung-callout amber">
              <b className="payung-secret">{shown}</b>{' '}
              <button type="button" className="payung-plain" onClick={() => setShown(null)}>
                {isIndonesian ? 'Sembunyikan' : 'Hide'}
              </button>
            </p>
          )}
        </div>
      </Panel>
    </div>
  );
}
