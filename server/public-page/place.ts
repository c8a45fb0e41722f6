import { useEffect, useState } from 'react';

/** A region as the page names it. */
export interface Place {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
}

/** What the page is about; ids for filters, one name for headings. */
export interface Scope {
  readonly name: string;
  readonly regionIds: readonly string[];
}

const codeForm = /^#(\d{2}(?:\.\d{2})?)$/;

/** Code after the # of the address: a province or one of its regions; shared and bookmarked with it. Null: none. */
export function useCodeInAddress(): string | null {
  const [code, setCode] = useState(readCode);
  useEffect(() => {
    const changed = (): void => setCode(readCode());
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return code;
}

function readCode(): string | null {
  return codeForm.exec(window.location.hash)?.[1] ?? null;
}
