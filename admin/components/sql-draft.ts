import { useCurrentAdmin } from 'adminjs';
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { draftKey } from './record-draft';

/** What stands in the console: kept for this tab, so that a look at another page costs nobody their statement. */
export interface SqlDraft {
  readonly text: string;
  readonly values: readonly string[];
}

export function useSqlDraft(first: SqlDraft): readonly [SqlDraft, Dispatch<SetStateAction<SqlDraft>>] {
  const [admin] = useCurrentAdmin();
  const key = draftKey(admin?.id ?? '', 'savedQuery', 'console');
  const [draft, setDraft] = useState<SqlDraft>(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null ? first : JSON.parse(kept);
  });
  useEffect(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify(draft));
    } catch {
      sessionStorage.removeItem(key); // no room: an old one must not stand for what is typed now
    }
  }, [key, draft]);
  return [draft, setDraft];
}
