import React, { useEffect } from 'react';
import { Agreements } from './agreements';
import { Awards } from './awards';
import { Law } from './law';
import { ProvinceDocument, ProvincesDocument } from './operations';
import { Overview } from './overview';
import { Fault } from './parts';
import { type Place, useCodeInAddress } from './place';
import { useAnswer } from './use-answer';

/** The page: a province, and within it the whole or one region. */
export function App() {
  const { data, fault, again } = useAnswer(ProvincesDocument, {});
  const code = useCodeInAddress();
  if (fault) return <Fault fault={fault} again={again} />;
  if (!data) return <p className="wait">Memuat…</p>;
  const provinces = data.regions.nodes;
  // without a choice, the province where an agreement was signed last: there is something to see
  const wanted = (code ?? data.mous.nodes[0]?.region.code ?? '').slice(0, 2);
  const province = provinces.find((place) => place.code === wanted) ?? provinces[0];
  if (!province) return <p className="wait">Belum ada wilayah yang dicatat.</p>;
  return <Province key={province.id} province={province} provinces={provinces} code={code} />;
}

interface Props {
  readonly province: Place;
  readonly provinces: readonly Place[];
  /** Code of the region that was chosen. */
  readonly code: string | null;
}

function Province({ province, provinces, code }: Props) {
  const { data, fault, again } = useAnswer(ProvinceDocument, { id: province.id });
  const regions = data?.regions.nodes ?? [];
  const region = regions.find((place) => place.code === code) ?? null;
  const scope = { name: (region ?? province).displayName, regionIds: [(region ?? province).id] };
  useEffect(() => {
    document.title = `${scope.name} – Payung`;
  }, [scope.name]);
  return (
    <>
      <Overview {...{ province, provinces, region, regions }} />
      {fault ? <Fault fault={fault} again={again} /> : null}
      <Agreements scope={scope} />
      <div className="pair">
        <Law scope={scope} />
        <Awards scope={scope} />
      </div>
    </>
  );
}
