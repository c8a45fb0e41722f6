import { type ActionProps, useCurrentAdmin, type useRecord } from 'adminjs';
import { type MutableRefObject, useEffect, useState } from 'react';
import type { Params } from './record-diff';
import { draftKey, dropDraft, keepsDraft, restoredDraft, storeDraft } from './record-draft';
import { offerUndo } from './undo';

interface Form extends Pick<ReturnType<typeof useRecord>, 'record' | 'setRecord'> {
  readonly initial: ActionProps['record'];
  readonly resourceId: string;
  readonly fields: readonly string[];
  /** What the record was when it was opened, or joined with since. */
  readonly base: MutableRefObject<Params>;
  /** What is told when the draft is thrown away. */
  readonly discarded: string;
}

interface KeptDraft {
  /** Whether what is typed is kept in this tab at all; nothing about a person is. */
  readonly isKept: boolean;
  /** When what was typed before was kept; null: nothing came back. */
  readonly restoredAt: string | null;
  /** Throws away what came back; it can be taken back. */
  discard(): void;
  /** Keeps nothing any longer: it is saved. */
  drop(): void;
}

/** Keeps what is typed into a form, and brings it back when the form is opened again. */
export function useKeptDraft(form: Form): KeptDraft {
  const { initial, record, setRecord, resourceId, fields, base } = form;
  const [admin] = useCurrentAdmin();
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const isKept = keepsDraft(resourceId);
  const key = draftKey(admin?.id ?? '', resourceId, initial?.id ?? 'new');
  const put = (params: Params, known: Params, savedAt: string | null): void => {
    base.current = known;
    setRecord({ ...record, params: { ...params } });
    setRestoredAt(savedAt);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => {
    const draft = isKept ? restoredDraft(key, base.current) : null;
    if (draft) put(draft.params, draft.base, draft.savedAt);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is what is kept
  useEffect(() => {
    if (!isKept) return;
    const timer = setTimeout(() => storeDraft(key, base.current, record.params, fields), 400);
    return () => clearTimeout(timer);
  }, [record.params]);
  const discard = (): void => {
    const [typed, seen] = [record.params, base.current];
    const loaded = initial?.params ?? {};
    put(loaded, loaded, null);
    // kept again first: the form may not be open any more
    const run = async (): Promise<void> => {
      storeDraft(key, seen, typed, fields);
      put(typed, seen, restoredAt);
    };
    offerUndo({ label: form.discarded, run });
  };
  return { isKept, restoredAt, discard, drop: () => dropDraft(key) };
}
