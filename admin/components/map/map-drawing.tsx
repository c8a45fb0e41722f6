import React from 'react';
import type { MapCell, MapRegion } from './map-types';
import { drawing, type Shape } from './outlines';
import type { TilePlace } from './tile-layout';

interface Props {
  readonly regions: readonly MapRegion[];
  /** Outlines. Null: tiles. */
  readonly shapes: readonly Shape[] | null;
  readonly places: ReadonlyMap<string, TilePlace>;
  readonly cellOf: (code: string) => MapCell;
  /** Told which region mouse or focus came to. */
  readonly point: (code: string) => void;
}

/** The regions as links in reading order, coloured by their step. */
export function MapDrawing(props: Props) {
  return props.shapes ? <Choropleth {...props} shapes={props.shapes} /> : <Tiles {...props} />;
}

function Tiles({ regions, places, cellOf, point }: Props) {
  const columns = Math.max(...[...places.values()].map(({ column }) => column));
  return (
    <ul className="payung-tiles" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {regions.map((region) => {
        const { step, value } = cellOf(region.code);
        const { column, row } = places.get(region.code) ?? { column: 1, row: 1 };
        return (
          <li key={region.code} style={{ gridColumn: column, gridRow: row }}>
            <a {...linkOf(region, cellOf(region.code), point)} className={stepClass(step)}>
              <span aria-hidden="true">{shortName(region.name)}</span>
              <b aria-hidden="true">{value}</b>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function Choropleth({ regions, shapes, cellOf, point }: Props & { readonly shapes: readonly Shape[] }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is a list of links, each with a name; a title would be a tooltip
    <svg className="payung-outlines" viewBox={`0 0 ${drawing.width} ${drawing.height}`}>
      {shapes.map((shape) => {
        const region = regions.find(({ code }) => code === shape.code);
        if (!region) return null;
        const cell = cellOf(shape.code);
        return (
          <a key={shape.code} {...linkOf(region, cell, point)} className={stepClass(cell.step)}>
            <path d={shape.path} />
            {shape.isRoomy ? (
              <text x={shape.x} y={shape.y} textAnchor="middle">
                <tspan x={shape.x}>{shortName(region.name)}</tspan>
                <tspan x={shape.x} dy="16" fontWeight="600">
                  {cell.value}
                </tspan>
              </text>
            ) : null}
          </a>
        );
      })}
    </svg>
  );
}

function linkOf(region: MapRegion, { value, note }: MapCell, point: Props['point']) {
  return {
    href: region.href,
    'data-code': region.code,
    'aria-label': `${region.name}: ${value}, ${note}`,
    // what was pointed at stays until another is: words that vanish would move the page under the next click
    onMouseEnter: () => point(region.code),
    onFocus: () => point(region.code),
  };
}

function stepClass(step: number | null): string {
  return step === null ? 'step-none' : `step-${step}`;
}

/** "Kabupaten Serang" -> "Kab. Serang": a tile is narrow, and the link's name has the whole. */
function shortName(name: string): string {
  const short = name.replace(/^Kabupaten /, 'Kab. ').replace(/^Kota Administrasi /, 'Kota Adm. ');
  return short.replace(/\p{L}{9,}/gu, syllables);
}

/** Soft hyphens between the syllables of a long name: "Pan-de-glang" where a line has to break. */
function syllables(word: string): string {
  return word.replace(/([aiueo](?:[nmrslktp](?=[^aiueog]))?)(?=[^aiueo]{1,2}[aiueo])/gi, '$1\u00AD');
}
