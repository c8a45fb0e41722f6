import React from 'react';
import { RegionMap } from '../../admin/components/map/region-map';
import { agreementsView } from './map-views';
import type { ProvinceQuery } from './operations';
import type { Place } from './place';

type Region = ProvinceQuery['regions']['nodes'][number];

interface Props {
  readonly province: Place;
  readonly provinces: readonly Place[];
  /** The region that was chosen. Null: the whole province. */
  readonly region: Region | null;
  readonly regions: readonly Region[];
}

/** Which province, its map, and what was chosen on it. */
export function Overview({ province, provinces, region, regions }: Props) {
  const places = regions.map(({ code, displayName }) => ({ code, name: displayName, href: `#${code}` }));
  return (
    <section>
      <h2>{(region ?? province).displayName}</h2>
      <p className="about">
        {region ? (
          <>
            Daftar di bawah hanya tentang {region.displayName}.{' '}
            <a href={`#${province.code}`}>Tampilkan seluruh {province.displayName}</a>
          </>
        ) : (
          'Pilih satu daerah pada peta untuk melihat daftarnya sendiri.'
        )}
      </p>
      <div className="where">
        <label>
          Provinsi
          <select
            value={province.code}
            onChange={({ target }) => {
              window.location.hash = target.value;
            }}
          >
            {provinces.map(({ code, displayName }) => (
              <option key={code} value={code}>
                {displayName}
              </option>
            ))}
          </select>
        </label>
      </div>
      <RegionMap province={province.code} regions={places} views={[agreementsView(regions)]} language="id" />
    </section>
  );
}
