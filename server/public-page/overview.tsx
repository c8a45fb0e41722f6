import React from 'react';
import { RegionMap } from '../../admin/components/map/region-map';
import { publicViews } from './map-views';
import { Numbers } from './numbers';
import { CoverageDocument, type ProvinceQuery } from './operations';
import { Fault } from './parts';
import type { Place } from './place';
import { useAnswer } from './use-answer';

type Region = ProvinceQuery['regions']['nodes'][number];

interface Props {
  readonly province: Place;
  readonly provinces: readonly Place[];
  /** The region that was chosen. Null: the whole province. */
  readonly region: Region | null;
  readonly regions: readonly Region[];
}

/** Which province, its numbers and its map, and what was chosen on it. */
export function Overview({ province, provinces, region, regions }: Props) {
  const { data, fault, again } = useAnswer(CoverageDocument, { scope: [province.id] });
  const places = regions.map(({ code, displayName }) => ({ code, name: displayName, href: `#${code}` }));
  return (
    <section>
      <div className="head">
        <h2>{(region ?? province).displayName}</h2>
        <ProvinceSelect province={province} provinces={provinces} />
      </div>
      {region ? (
        <p className="about">
          Angka dan daftar di bawah hanya tentang {region.displayName}.{' '}
          <a href={`#${province.code}`}>Tampilkan seluruh {province.displayName}</a>
        </p>
      ) : null}
      {fault ? <Fault fault={fault} again={again} /> : null}
      {data ? (
        <>
          <Numbers statistics={data.coverageStatistics} code={region?.code ?? null} />
          <RegionMap
            province={province.code}
            regions={places}
            views={publicViews(regions, data)}
            language="id"
          />
        </>
      ) : null}
      {data || fault ? null : <p className="wait">Memuat…</p>}
    </section>
  );
}

function ProvinceSelect({ province, provinces }: Pick<Props, 'province' | 'provinces'>) {
  return (
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
  );
}
