import React, { type ReactNode } from 'react';

/** Large numbers side by side. */
export function FigureRow({ children }: { readonly children: ReactNode }) {
  return <ul className="payung-figures">{children}</ul>;
}

interface Props {
  readonly label: string;
  /** Null: unknown. */
  readonly value: string | null;
  readonly note: string;
  /** The list behind the number. */
  readonly href: string;
  readonly isWarning?: boolean;
}

/** One number with its name, what it is reckoned from, and the list behind it. */
export function Figure({ label, value, note, href, isWarning = false }: Props) {
  return (
    <li className={isWarning ? 'warning' : undefined}>
      <a href={href}>
        <span>{label}</span>
        <b>{value ?? '–'}</b>
        <small>{note}</small>
      </a>
    </li>
  );
}
