import React, { type ReactNode } from 'react';
import { useLanguage } from './page-parts';

/** A table that may be wider than the page: it scrolls by itself, by keyboard too. */
export function Scroll({ children }: { readonly children: ReactNode }) {
  const label = useLanguage() === 'id' ? 'Tabel, dapat digeser ke samping' : 'Table, scrolls sideways';
  return (
    // a group and no landmark: a page has many tables
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard (WCAG 2.1.1)
    <div role="group" className="payung-scroll" tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
