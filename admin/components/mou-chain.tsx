import React from 'react';
import { mouKinds } from '../mou-choices';
import { MouBadges, type MouPartProps, named } from './mou-facts';
import type { ChainLink, MouPageData } from './mou-page-data';
import { longDay } from './mou-page-texts';

interface Placed {
  readonly link: ChainLink;
  readonly depth: number;
}

const yearMs = 365.25 * 24 * 3600 * 1000;

/** The chain as bars on one time axis, from umbrella to addendum and from predecessor to successor. */
export function MouChain({ mou, texts, language }: MouPartProps) {
  const rows = chainOf(mou);
  const { from, until } = span(rows);
  const place = (instant: number) => ((instant - from) / (until - from)) * 100;
  const years = Array.from(
    { length: Math.round((until - from) / yearMs) + 1 },
    (_, index) => new Date(from).getUTCFullYear() + index,
  );
  return (
    <section className="payung-panel">
      <h2>{texts.chain}</h2>
      <p className="payung-hint">{texts.chainHelp}</p>
      <div className="payung-axis" aria-hidden="true">
        {years.map((year) => (
          <span key={year} style={{ left: `${place(Date.UTC(year, 0, 1))}%` }}>
            {year}
          </span>
        ))}
      </div>
      <ol className="payung-chain">
        {rows.map(({ link, depth }) => {
          const bar = barOf(link, from, until);
          const isThis = link.id === mou.id;
          return (
            <li key={link.id} style={{ paddingLeft: depth * 16 }} aria-current={isThis ? 'true' : undefined}>
              <div className="payung-chain-title">
                {isThis ? (
                  <b>{link.titleAsWritten}</b>
                ) : (
                  <a href={`/admin/resources/mou/records/${link.id}/show`}>{link.titleAsWritten}</a>
                )}{' '}
                <small>
                  {named(mouKinds, link.kind, language)}
                  {isThis ? ` · ${texts.thisOne}` : ''} ·{' '}
                  {longDay(link.period?.from ?? link.signing?.on ?? null, language) ?? texts.unknown}{' '}
                  {texts.until} {longDay(link.endsOn, language) ?? texts.unknown}
                </small>{' '}
                <MouBadges mou={link} language={language} />
              </div>
              <div className="payung-track" aria-hidden="true">
                <span
                  className={`payung-run ${bar.isOpen ? 'open' : ''} ${isThis ? 'this' : ''}`}
                  style={{
                    left: `${place(bar.from)}%`,
                    width: `${Math.max(1, place(bar.until) - place(bar.from))}%`,
                  }}
                />
                <span
                  className="payung-today"
                  title={texts.today}
                  style={{ left: `${place(Date.now())}%` }}
                />
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Every neighbour once, in the order of the chain. */
function chainOf(mou: MouPageData): readonly Placed[] {
  const rows = new Map<string, Placed>();
  const add = (link: ChainLink, depth: number): void => {
    if (!rows.has(link.id)) rows.set(link.id, { link, depth });
  };
  const own = mou.parent ? 1 : 0;
  if (mou.parent) add(mou.parent, 0);
  if (mou.predecessor) add(mou.predecessor, own);
  for (const sibling of mou.parent?.children ?? []) add(sibling.id === mou.id ? mou : sibling, own);
  add(mou, own);
  for (const child of mou.children) add(child, own + 1);
  for (const next of mou.successors) add(next, own);
  return [...rows.values()];
}

function barOf({ period, signing, endsOn }: ChainLink, from: number, until: number) {
  const start = period?.from ?? signing?.on ?? null;
  return {
    from: start ? Date.parse(start) : from,
    until: endsOn ? Date.parse(endsOn) : until,
    isOpen: endsOn === null || start === null,
  };
}

/** Whole years around everything that is dated, today included. */
function span(rows: readonly Placed[]): { from: number; until: number } {
  const known = rows
    .flatMap(({ link }) => [link.period?.from, link.signing?.on, link.endsOn])
    .filter((day) => day !== null && day !== undefined);
  const instants = [...known.map((day) => Date.parse(day)), Date.now()];
  const first = new Date(Math.min(...instants)).getUTCFullYear();
  const last = new Date(Math.max(...instants)).getUTCFullYear();
  return { from: Date.UTC(first, 0, 1), until: Date.UTC(last + 1, 0, 1) };
}
