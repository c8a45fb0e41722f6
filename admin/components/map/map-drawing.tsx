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
        const { step, value, note } = cellOf(region.code);
        const { column, row } = places.get(region.code) ?? { column: 1, row: 1 };
        return (
          <li key={region.code} style={{ gridColumn: column, gridRow: row }}>
            <a {...linkOf(region, point)} className={stepClass(step)}>
              <span>{syllabled(region.name)}</span> <b>{value}</b>
              <span className="payung-hidden">, {note}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

type Outlined = Props & { readonly shapes: readonly Shape[] };

function Choropleth({ regions, shapes, cellOf, point }: Outlined) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is a list of links, each with a name; a title would be a tooltip
    <svg className="payung-outlines" viewBox={`0 0 ${drawing.width} ${drawing.height}`}>
      {shapes.map((shape) => {
        const region = regions.find(({ code }) => code === shape.code);
        if (!region) return null;
        const { step, value, note } = cellOf(shape.code);
        return (
          <a
            key={shape.code}
            {...linkOf(region, point, `${shortName(region.name)} ${value}, ${note}`)}
            className={stepClass(step)}
          >
            <path d={shape.path} />
          </a>
        );
      })}
      <Labels {...{ regions, shapes, cellOf }} />
    </svg>
  );
}

/** Words lie above every outline: a city within a regency would cover the regency's. */
function Labels({ regions, shapes, cellOf }: Omit<Outlined, 'places' | 'point'>) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of an SVG takes no focus, and the links say the same
    <g aria-hidden="true">
      {shapes.map(({ code, x, y, isRoomy }) => {
        const region = isRoomy ? regions.find((one) => one.code === code) : undefined;
        if (!region) return null;
        const { step, value } = cellOf(code);
        return (
          <text key={code} className={stepClass(step)} x={x} y={y} textAnchor="middle">
            <tspan x={x}>{shortName(region.name)}</tspan>
            <tspan x={x} dy="1.2em" fontWeight="600">
              {value}
            </tspan>
          </text>
        );
      })}
    </g>
  );
}

function linkOf(region: MapRegion, point: Props['point'], name?: string) {
  return {
    href: region.href,
    'data-code': region.code,
    'aria-label': name,
    // what was pointed at stays until another is: words that vanish would move the page under the next click
    onMouseEnter: () => point(region.code),
    onFocus: () => point(region.code),
  };
}

function stepClass(step: number | null): string {
  return step === null ? 'step-none' : `step-${step}`;
}

/** "Kabupaten Serang" -> "Kab. Serang": a tile is narrow; what the link is called begins with what it shows (WCAG 2.5.3). */
function shortName(name: string): string {
  return name.replace(/^Kabupaten /, 'Kab. ').replace(/^Kota Administrasi /, 'Kota Adm. ');
}

function syllabled(name: string): string {
  return shortName(name).replace(/\p{L}{9,}/gu, syllables);
}

/** Soft hyphens between the syllables of a long name: "Pan-de-glang" where a line has to break. */
function syllables(word: string): string {
  return word.replace(/([aiueo](?:[nmrslktp](?=[^aiueog]))?)(?=[^aiueo]{1,2}[aiueo])/gi, '$1\u00AD');
}
