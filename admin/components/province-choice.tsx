import React from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useLanguage, usePageData } from './page-parts';

export interface Place {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
  readonly level: string;
}

interface ProvinceData {
  readonly viewer: { readonly grants: readonly { readonly region: Place | null }[] } | null;
  readonly programs: { readonly nodes: readonly { readonly region: Place }[] };
  readonly regions: { readonly nodes: readonly Place[] };
}

const place = '{ id code displayName level }';
const query = `{ viewer { grants { region ${place} } } programs(first: 1) { nodes { region ${place} } }
  regions(first: 100, filter: { levels: [PROVINCE] }) { nodes ${place} } }`;

/** The province that a page is about: the address's, the reader's own, or that of the latest program; and the own place. */
export function useProvince() {
  const { data, fault } = usePageData<ProvinceData>(query, {});
  const { search } = useLocation();
  if (!data) return { own: null, province: null, provinces: [], fault };
  const provinces = data.regions.nodes;
  const candidates = [
    new URLSearchParams(search).get('province'),
    ...(data.viewer?.grants.map(({ region }) => region?.code ?? null) ?? []),
    data.programs.nodes[0]?.region.code ?? null,
  ];
  const codes = candidates.flatMap((code) => (code ? [code.slice(0, 2)] : []));
  const found = codes.map((code) => provinces.find((province) => province.code === code));
  return {
    own: data.viewer?.grants.find(({ region }) => region !== null)?.region ?? null,
    province: found.find((province) => province !== undefined) ?? provinces[0] ?? null,
    provinces,
    fault,
  };
}

/** Which province is shown; the choice stands in the address, so that it can be shared. */
export function ProvinceSelect({
  province,
  provinces,
}: {
  readonly province: Place;
  readonly provinces: readonly Place[];
}) {
  const language = useLanguage();
  const navigate = useNavigate();
  return (
    <label className="payung-choice">
      {language === 'id' ? 'Provinsi' : 'Province'}
      <select
        className="payung-input"
        value={province.code}
        onChange={({ target }) => navigate({ search: `?province=${target.value}` })}
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
