import React, { type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { agreementLevel, agreementLevels } from './agreement-level';
import type { PageLanguage } from './mou-page-texts';
import { monthName, PageState, Panel, rupiah, shareOf, useLanguage, whole } from './page-parts';
import { Letterhead, PrintButtons, Signature } from './paper';
import { type Place, useProvince } from './province-choice';
import { type RegionFigures, type RegionsOverview, useRegionsOverview } from './region-figures';
import { Scroll } from './scroll';

const most = 5;

/** Up to five regencies and cities side by side; which ones stands in the address. */
export default function RegionCompare() {
  const { province, fault } = useProvince();
  if (!province) return <PageState fault={fault} isAbsent={false} />;
  return <Comparison key={province.id} province={province} />;
}

function Comparison({ province }: { readonly province: Place }) {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const { search } = useLocation();
  const navigate = useNavigate();
  const { overview, fault } = useRegionsOverview(province.id);
  if (!overview) return <PageState fault={fault} isAbsent={false} />;
  const asked = new URLSearchParams(search).get('codes')?.split(',') ?? [];
  const chosen = overview.regions.filter(({ code }) => asked.includes(code)).slice(0, most);
  const codes = chosen.map(({ code }) => code);
  const toggle = (code: string): void => {
    const wanted = codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code];
    navigate({ search: `?province=${province.code}&codes=${wanted.join(',')}` });
  };
  const title = isIndonesian ? 'Perbandingan daerah' : 'Comparison of regions';
  return (
    <div className="payung-record payung-paper">
      <Letterhead lines={[province.displayName, title]} />
      <div className="payung-screen-only">
        <Panel title={isIndonesian ? `Pilih sampai ${most} daerah` : `Choose up to ${most} regions`}>
          <fieldset className="payung-checks">
            <legend className="payung-hidden">{title}</legend>
            {overview.regions.map(({ code, name }) => (
              <label key={code}>
                <input
                  type="checkbox"
                  checked={codes.includes(code)}
                  disabled={codes.length >= most && !codes.includes(code)}
                  onChange={() => toggle(code)}
                />
                {name}
              </label>
            ))}
          </fieldset>
          {chosen.length > 0 ? (
            <p className="payung-tools">
              <PrintButtons />
            </p>
          ) : null}
        </Panel>
      </div>
      {chosen.length > 0 ? (
        <Panel title={`${title}, ${overview.year}`}>
          <Table regions={chosen} language={language} overview={overview} />
        </Panel>
      ) : null}
      <Signature place={province.displayName} />
    </div>
  );
}

interface Line {
  readonly name: string;
  readonly value: (region: RegionFigures) => ReactNode;
}

function Table({
  regions,
  language,
  overview,
}: {
  readonly regions: readonly RegionFigures[];
  readonly language: PageLanguage;
  readonly overview: RegionsOverview;
}) {
  return (
    <Scroll>
      <table className="payung-table payung-compare">
        <thead>
          <tr>
            <td />
            {regions.map(({ id, name }) => (
              <th key={id} scope="col">
                <a href={`/admin/resources/region/records/${id}/show`}>{name}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(language, overview).map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {regions.map((region) => (
                <td key={region.id}>{value(region) ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function linesOf(language: PageLanguage, { year, month }: RegionsOverview): readonly Line[] {
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const list = (concept: string, filters: string, text: ReactNode) => (
    <a href={`/admin/resources/${concept}?${filters}`}>{text}</a>
  );
  const persons = (count: bigint) => `${whole(String(count), language)} ${say('orang', 'persons')}`;
  const money = (amount: bigint) => rupiah(String(amount), language);
  return [
    {
      name: `${say('Terlindungi', 'Covered')} ${monthName(month, language)}`,
      value: ({ id, persons: count }) =>
        count === null
          ? say('kurang dari 5 orang', 'fewer than 5 persons')
          : list('enrollment', `filters.region=${id}&filters.coveredIn=${month}`, persons(count)),
    },
    {
      name: say('Sasaran', 'Target'),
      value: ({ target }) => (target === 0n ? null : persons(target)),
    },
    {
      name: say('Dari sasaran', 'Of the target'),
      value: ({ persons: count, target }) => (count === null ? null : shareOf(count, target, language)),
    },
    {
      name: say(`Pagu ${year}`, `Budget ${year}`),
      value: ({ id, budgetRupiah }) =>
        budgetRupiah === 0n
          ? null
          : list(
              'program',
              `filters.region=${id}&filters.fiscalYear=${year}&filters.state=DECIDED`,
              money(budgetRupiah),
            ),
    },
    {
      name: say('Iuran dibayar', 'Contributions paid'),
      value: ({ id, paidRupiah }) =>
        paidRupiah === null
          ? null
          : list('bill', `filters.region=${id}&filters.state=PAID&filters.year=${year}`, money(paidRupiah)),
    },
    {
      name: say('Serapan', 'Absorption'),
      value: ({ paidRupiah, budgetRupiah }) =>
        paidRupiah === null ? null : shareOf(paidRupiah, budgetRupiah, language),
    },
    {
      name: say('Sisa anggaran', 'Budget left'),
      value: ({ paidRupiah, budgetRupiah }) =>
        paidRupiah === null || budgetRupiah === 0n ? null : money(budgetRupiah - paidRupiah),
    },
    {
      name: say('Kesiapan', 'Readiness'),
      value: ({ failedTests }) => `${5 - failedTests.length} ${say('dari', 'of')} 5`,
    },
    {
      name: say('Perjanjian ditandatangani', 'Signed agreements'),
      value: ({ id, phases }) =>
        list('mou', `filters.region=${id}&filters.state=SIGNED`, String(phases.length)),
    },
    {
      name: say('Keadaan perjanjian', 'State of agreements'),
      value: (region) => agreementLevels[agreementLevel(region)]?.[language],
    },
  ];
}
