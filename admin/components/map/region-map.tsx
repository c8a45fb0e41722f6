import React, { type KeyboardEvent, useId, useRef, useState } from 'react';
import { MapDrawing } from './map-drawing';
import { MapTable } from './map-table';
import { absentCell, type MapRegion, type MapView, mapWords } from './map-types';
import { shapesOf, useOutlines } from './outlines';
import { neighbour, tilePlaces } from './tile-layout';

interface Props {
  readonly province: string;
  readonly regions: readonly MapRegion[];
  readonly views: readonly MapView[];
  readonly language: 'id' | 'en';
  /** Code of the view to begin with. Absent or unknown: the first. */
  readonly first?: string | null;
}

/** Map of a province: outlines where the installation has them, tiles otherwise; each region leads to its page. */
export function RegionMap({ province, regions, views, language, first }: Props) {
  const words = mapWords[language];
  const [chosen, choose] = useState(first ?? '');
  const [pointed, point] = useState<string | null>(null);
  const figure = useRef<HTMLElement>(null);
  const codes = regions.map(({ code }) => code);
  const shapes = shapesOf(useOutlines(), codes);
  const places = tilePlaces(province, codes);
  const spots = shapes ?? [...places].map(([code, { column, row }]) => ({ code, x: column, y: row }));
  const view = views.find(({ code }) => code === chosen) ?? views[0];
  if (!view || regions.length === 0) return null;
  const cellOf = (code: string) => view.cells[code] ?? absentCell(words);
  const region = regions.find(({ code }) => code === pointed);
  const move = (event: KeyboardEvent): void => {
    const from = event.target instanceof Element ? event.target.getAttribute('data-code') : null;
    const to = from && neighbour(spots, from, event.key);
    if (!to) return;
    event.preventDefault(); // arrow keys move between regions here, not the page
    figure.current?.querySelector<HTMLElement>(`[data-code="${to}"]`)?.focus();
  };
  return (
    // only the arrow keys of the links within are heard here
    <figure className="payung-map" ref={figure} onKeyDown={move}>
      {views.length > 1 ? (
        <Switch views={views} chosen={view.code} onChoose={choose} label={words.indicator} />
      ) : null}
      <figcaption>{view.about}</figcaption>
      <div className="payung-map-body">
        <MapDrawing {...{ regions, shapes, places, cellOf, point }} />
        <div className="payung-map-side">
          <p className="payung-map-detail" aria-hidden="true">
            {region ? (
              <>
                <b>{region.name}</b>
                <strong>{cellOf(region.code).value}</strong>
                {cellOf(region.code).note}
              </>
            ) : (
              words.hint
            )}
          </p>
          <Legend steps={view.steps} unknown={words.unknown} />
        </div>
      </div>
      <MapTable {...{ regions, view, words, cellOf }} />
    </figure>
  );
}

function Switch({
  views,
  chosen,
  onChoose,
  label,
}: {
  readonly views: readonly MapView[];
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
  readonly label: string;
}) {
  const name = useId();
  return (
    <fieldset className="payung-switch">
      <legend>{label}</legend>
      {views.map((view) => (
        <label key={view.code}>
          <input
            type="radio"
            name={name}
            checked={view.code === chosen}
            onChange={() => onChoose(view.code)}
          />
          <span>{view.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Legend({ steps, unknown }: { readonly steps: readonly string[]; readonly unknown: string }) {
  return (
    <ul className="payung-map-legend">
      {steps.map((text, step) => (
        <li key={text}>
          <i className={`step-${step}`} aria-hidden="true" /> {text}
        </li>
      ))}
      <li>
        <i className="step-none" aria-hidden="true" /> {unknown}
      </li>
    </ul>
  );
}
