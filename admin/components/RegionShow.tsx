import { type ActionProps, useCurrentAdmin } from 'adminjs';
import React from 'react';
import { OverviewFigures } from './overview-figures';
import { OverviewTable } from './overview-table';
import { Facts, PageState, Panel, useLanguage, usePageData } from './page-parts';
import { Letterhead, PrintButtons, Signature } from './paper';
import { ProgramChecks } from './program-lists';
import { type FigureCheckData, figureCheckFields } from './program-page-data';
import { useRegionsOverview } from './region-figures';
import { RegionMoney } from './region-money';
import {
  governing,
  type RegionFacts,
  type RegionMoneyData,
  regionFactsQuery,
  regionMoneyQuery,
} from './region-page-data';
import { RegionReadiness } from './region-readiness';
import { RegionRegister } from './region-register';
import { today } from './today';

const checksQuery = `query ($id: ID!) { figureChecks(regionId: $id) { ${figureCheckFields} } }`;

/** Everything about one region on one page, on screen and on paper. */
export default function RegionShow({ record }: ActionProps) {
  const day = today();
  const { data, fault } = usePageData<{ region: RegionFacts | null }>(regionFactsQuery, {
    id: record?.id,
    today: day,
  });
  if (!data?.region) return <PageState fault={fault} isAbsent={data !== null} />;
  if (!governing.includes(data.region.level)) return <SmallRegion region={data.region} />;
  return <Government region={data.region} year={Number(day.slice(0, 4))} />;
}

function Government({ region, year }: { readonly region: RegionFacts; readonly year: number }) {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const [admin] = useCurrentAdmin();
  const seesPeople = admin?.seesPeople === true;
  const { overview, fault } = useRegionsOverview(region.id);
  const money = usePageData<RegionMoneyData>(regionMoneyQuery, { id: region.id, year });
  const checks = usePageData<{ figureChecks: readonly FigureCheckData[] }>(checksQuery, { id: region.id });
  const own = overview?.regions.find(({ id }) => id === region.id);
  const province = region.ancestors[0] ?? region;
  const about = isIndonesian
    ? 'Ringkasan perlindungan jaminan sosial ketenagakerjaan'
    : 'Summary of employment social security cover';
  return (
    <div className="payung-record payung-paper">
      <Letterhead lines={[`Pemerintah ${region.displayName}`, province.displayName, about]} />
      <p className="payung-screen-only payung-tools">
        <PrintButtons />
        <a className="payung-plain" href={`/admin/resources/region/actions/compare?codes=${region.code}`}>
          {isIndonesian ? 'Bandingkan dengan daerah lain' : 'Compare with other regions'}
        </a>
        <a className="payung-plain" href={`/admin/resources/region/actions/map?province=${province.code}`}>
          {isIndonesian ? 'Lihat peta' : 'See the map'}
        </a>
      </p>
      {overview ? (
        <>
          <OverviewFigures {...{ overview, scopeId: region.id, language, seesPeople }} />
          {own ? <RegionReadiness region={own} language={language} /> : null}
          {overview.regions.length > 1 ? (
            <Panel title={isIndonesian ? 'Daerah di dalamnya' : 'Regions within'}>
              <OverviewTable {...{ overview, language, seesPeople }} />
            </Panel>
          ) : null}
        </>
      ) : (
        <PageState fault={fault} isAbsent={false} />
      )}
      {money.data ? (
        <RegionMoney {...{ region, money: money.data, year, language }} />
      ) : (
        <PageState fault={money.fault} isAbsent={false} />
      )}
      <RegionRegister region={region} language={language} />
      {checks.data ? <ProgramChecks checks={checks.data.figureChecks} language={language} /> : null}
      <Panel title={isIndonesian ? 'Tentang daerah ini' : 'About the region'}>
        <About region={region} />
      </Panel>
      <Signature place={region.name} />
    </div>
  );
}

function SmallRegion({ region }: { readonly region: RegionFacts }) {
  const isIndonesian = useLanguage() === 'id';
  return (
    <div className="payung-record">
      <Panel title={region.displayName}>
        <About region={region} />
        <p className="payung-hint">
          {isIndonesian
            ? 'Perjanjian, program, dan anggaran dicatat pada kabupaten, kota, atau provinsinya.'
            : 'Agreements, programs and budgets are recorded with its regency, city or province.'}
        </p>
      </Panel>
    </div>
  );
}

function About({ region }: { readonly region: RegionFacts }) {
  const isIndonesian = useLanguage() === 'id';
  const link = (
    concept: string,
    { id, displayName }: { readonly id: string; readonly displayName: string },
  ) => (
    <a key={id} className="payung-line" href={`/admin/resources/${concept}/records/${id}/show`}>
      {displayName}
    </a>
  );
  const rows = [
    [isIndonesian ? 'Kode Kemendagri' : 'Code', region.code],
    [
      isIndonesian ? 'Berada di' : 'Lies in',
      region.ancestors.length > 0 ? region.ancestors.map((above) => link('region', above)) : 'Indonesia',
    ],
    [
      isIndonesian ? 'Kantor BPJS Ketenagakerjaan' : 'BPJS Ketenagakerjaan offices',
      region.offices.nodes.length > 0 ? region.offices.nodes.map((office) => link('office', office)) : null,
    ],
  ] as const;
  return <Facts rows={rows} />;
}
