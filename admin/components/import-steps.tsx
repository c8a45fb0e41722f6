import React from 'react';
import { useLanguage } from './page-parts';

const names = {
  id: ['Unggah', 'Petakan kolom', 'Periksa', 'Simpan', 'Hasil'],
  en: ['Hand in', 'Columns', 'Check', 'Save', 'Result'],
} as const;
const stepOfState: Readonly<Record<string, number>> = {
  UPLOAD: 0,
  MAPPING: 1,
  CHECKING: 2,
  READY: 2,
  COMMITTING: 3,
};

/** Where in the five steps an import is. */
export function ImportSteps({ state }: { readonly state: string }) {
  const language = useLanguage();
  const now = stepOfState[state] ?? 4;
  return (
    <ol className="payung-wizard" aria-label={language === 'id' ? 'Langkah impor' : 'Steps of the import'}>
      {names[language].map((name, step) => (
        <li
          key={name}
          className={step < now ? 'done' : undefined}
          aria-current={step === now ? 'step' : undefined}
        >
          {name}
        </li>
      ))}
    </ol>
  );
}
