import React from 'react';
import { RegionMap } from './map/region-map';
import { PageState, Panel, useLanguage } from './page-parts';
import { ProvinceSelect, useProvince } from './province-choice';
import { useRegionFigures } from './region-figures';
import { regionMapViews } from './region-map-views';

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

function Drawn({ province }: { readonly province: { readonly id: string; readonly code: string } }) {
  const language = useLanguage();
  const year = new Date().getFullYear();
  const { figures, fault } = useRegionFigures({ parentId: province.id }, year);
  if (!figures) return <PageState fault={fault} isAbsent={false} />;
  const regions = figures.map(({ id, code, name }) => ({
    code,
    name,
    href: `/admin/resources/region/records/${id}/show`,
  }));
  const views = regionMapViews(figures, year, language);
  return <RegionMap province={province.code} regions={regions} views={views} language={language} />;
}
