import React from 'react';
import { useLocation } from 'react-router-dom';
import { RegionMap } from './map/region-map';
import { PageState, Panel, useLanguage } from './page-parts';
import { type Place, ProvinceSelect, useProvince } from './province-choice';
import { useRegionsOverview } from './region-figures';
import { placesOf, regionMapViews } from './region-map-views';

/** Map of a province: where each of its regencies and cities stands. */
export default function ProvinceMap() {
  const { province, provinces, fault } = useProvince();
  if (!province) return <PageState fault={fault} isAbsent={false} />;
  return (
    <div className="payung-record">
      <Panel title={province.displayName}>
        <ProvinceSelect province={province} provinces={provinces} />
        <Drawn key={province.id} province={province} />
      </Panel>
    </div>
  );
}

function Drawn({ province }: { readonly province: Place }) {
  const language = useLanguage();
  const view = new URLSearchParams(useLocation().search).get('view');
  const { overview, fault } = useRegionsOverview(province.id);
  if (!overview) return <PageState fault={fault} isAbsent={false} />;
  const regions = placesOf(overview);
  const views = regionMapViews(overview, language);
  return <RegionMap {...{ regions, views, language }} province={province.code} first={view} />;
}
