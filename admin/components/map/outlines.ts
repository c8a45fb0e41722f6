import { geoIdentity, geoPath } from 'd3-geo';
import { useEffect, useState } from 'react';
import type { Spot } from './tile-layout';

/** GeoJSON of the installation (`PAYUNG_GEOJSON`), as the server has checked it. */
export interface Outlines {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly properties: { readonly code: string };
    readonly geometry: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: never };
  }[];
}

/** A region drawn: its outline as an SVG path, its middle, and whether its name fits into it. */
export interface Shape extends Spot {
  readonly path: string;
  readonly isRoomy: boolean;
}

export const drawing = { width: 640, height: 420, margin: 8 } as const;

/** Outlines of all regions once they are there. Null: not yet, or the installation has none. */
export function useOutlines(): Outlines | null {
  const [outlines, setOutlines] = useState<Outlines | null>(null);
  useEffect(() => {
    let isWanted = true;
    fetch('/map.geojson')
      .then(async (answer) => (answer.status === 200 ? ((await answer.json()) as Outlines) : null))
      .then((known) => isWanted && setOutlines(known))
      .catch(() => undefined); // the schematic map is there already and stays
    return () => {
      isWanted = false;
    };
  }, []);
  return outlines;
}

/** These regions on a drawing of their own. Null: the outlines do not have all of them. */
export function shapesOf(outlines: Outlines | null, codes: readonly string[]): readonly Shape[] | null {
  if (!outlines || codes.length === 0) return null;
  const features = outlines.features.filter(({ properties }) => codes.includes(properties.code));
  if (new Set(features.map(({ properties }) => properties.code)).size < codes.length) return null;
  const { width, height, margin } = drawing;
  const shown = { type: 'FeatureCollection' as const, features: [...features] };
  // this near to the equator degrees are as good as a projection, and no matter which way round a ring was drawn
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      shown,
    );
  const path = geoPath(projection).digits(1);
  return features.map((feature) => {
    const [x, y] = path.centroid(feature);
    const [[left, top], [right, bottom]] = path.bounds(feature);
    const isRoomy = right - left > 80 && bottom - top > 44;
    return { code: feature.properties.code, path: path(feature) ?? '', x, y, isRoomy };
  });
}
