import { useTranslation } from 'adminjs';
import React, { type ReactNode, useCallback, useEffect, useState } from 'react';
import { askGraphql } from './graphql-client';
import type { PageLanguage } from './mou-page-texts';

export { monthName, percent, type Ratio, rupiah, shareOf, whole } from './formats';

/** The same words in both languages of the panel. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

const unknown = { id: 'belum diketahui', en: 'unknown' } as const;
const failed = { id: 'Halaman tidak dapat dimuat: ', en: 'The page could not be loaded: ' } as const;
const absent = {
  id: 'Data ini tidak ada, atau berada di luar wilayah Anda.',
  en: 'This record does not exist, or lies outside your region.',
} as const;

export function useLanguage(): PageLanguage {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'id';
}

/** Data of a page by GraphQL, with the rights of who reads it; `null` while it loads. */
export function usePageData<Data>(
  query: string,
  variables: object,
): { readonly data: Data | null; readonly fault: string | null; readonly reload: () => Promise<void> } {
  const language = useLanguage();
  const [data, setData] = useState<Data | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const key = JSON.stringify(variables);
  const reload = useCallback(async () => {
    try {
      setData(await askGraphql<Data>(query, JSON.parse(key)));
      setFault(null);
    } catch (error) {
      setFault(failed[language] + (error instanceof Error ? error.message : ''));
    }
  }, [query, key, language]);
  useEffect(() => void reload(), [reload]);
  return { data, fault, reload };
}

/** What stands in a page's place while it loads, or when there is none. */
export function PageState({
  fault,
  isAbsent,
}: {
  readonly fault: string | null;
  readonly isAbsent: boolean;
}) {
  const language = useLanguage();
  if (fault) return <p role="alert">{fault}</p>;
  if (isAbsent) return <p role="alert">{absent[language]}</p>;
  return <p aria-busy="true">{language === 'id' ? 'Memuat…' : 'Loading…'}</p>;
}

export function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="payung-panel">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Labels and values; what nobody knows is said in a word. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  const language = useLanguage();
  return (
    <dl className="payung-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <i className="payung-unknown">{unknown[language]}</i>}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Badge({ colour, children }: { readonly colour: string; readonly children: ReactNode }) {
  return <span className={`payung-badge ${colour}`}>{children}</span>;
}
