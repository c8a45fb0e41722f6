import React from 'react';
import type { PageLanguage } from './mou-page-texts';
import { shareOf } from './page-parts';

interface Props {
  readonly part: bigint | null;
  readonly total: bigint;
  readonly language: PageLanguage;
}

/** A share as number and as a short bar; more than the whole fills it. */
export function ShareBar({ part, total, language }: Props) {
  const share = part === null ? null : shareOf(part, total, language);
  if (share === null || part === null) return <>–</>;
  const width = Math.min(100, Number((part * 100n) / total));
  return (
    <span className="payung-share">
      <span>{share}</span>
      <i aria-hidden="true">
        <i style={{ width: `${width}%` }} />
      </i>
    </span>
  );
}
