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
  /** Numbers that belong to it, each with the list behind it. */
  readonly parts?: readonly { readonly text: string; readonly href: string }[];
  readonly isWarning?: boolean;
}

/** One number with its name, what it is reckoned from, and the list behind it. */
export function Figure({ label, value, note, href, parts = [], isWarning = false }: Props) {
  return (
    <li className={isWarning ? 'warning' : undefined}>
      <a href={href}>
        <span>{label}</span>
        <b>{value ?? '–'}</b>
        {note === '' ? null : <small>{note}</small>}
      </a>
      {parts.length > 0 ? (
        <small className="payung-figure-parts">
          {parts.map(({ text, href: list }) => (
            <a key={list} href={list}>
              {text}
            </a>
          ))}
        </small>
      ) : null}
    </li>
  );
}
