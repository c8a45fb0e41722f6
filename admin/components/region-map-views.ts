import { readinessTests } from '../readiness-choices';
import { agreementLevel, agreementLevels } from './agreement-level';
import { monthName, rupiah, shareOf, whole } from './formats';
import type { MapCell, MapRegion, MapView } from './map/map-types';
import { named } from './mou-facts';
import type { PageLanguage } from './mou-page-texts';
import type { RegionFigures, RegionsOverview } from './region-figures';

const shares = ['0–24%', '25–49%', '50–74%', '75–99%', '100%'] as const;

/** The ways of colouring the map of a province. */
export function regionMapViews(
  { regions, month, year }: RegionsOverview,
  language: PageLanguage,
): readonly MapView[] {
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const cells = (cellOf: (region: RegionFigures) => MapCell) =>
    Object.fromEntries(regions.map((region) => [region.code, cellOf(region)]));
  return [
    {
      code: 'coverage',
      name: say('Perlindungan', 'Coverage'),
      about: say(
        `Orang terlindungi pada ${monthName(month, language)} dari sasaran program yang berjalan.`,
        `Persons covered in ${monthName(month, language)} of the target of the running programs.`,
      ),
      steps: shares,
      cells: cells((region) => coverageCell(region, language)),
    },
    {
      code: 'absorption',
      name: say('Serapan anggaran', 'Absorption'),
      about: say(
        `Iuran yang dibayar dari pagu tahun ${year}.`,
        `Contributions paid of the budget of ${year}.`,
      ),
      steps: shares,
      cells: cells((region) => absorptionCell(region, language)),
    },
    {
      code: 'readiness',
      name: say('Kesiapan', 'Readiness'),
      about: say(
        'Berapa dari lima yang ada: peraturan daerah, MoU payung, PKS, anggaran, peserta aktif.',
        'How many of five there are: regulation, umbrella agreement, PKS, budget, active people.',
      ),
      steps: say(
        '0–1 dari 5,2 dari 5,3 dari 5,4 dari 5,5 dari 5',
        '0–1 of 5,2 of 5,3 of 5,4 of 5,5 of 5',
      ).split(','),
      cells: cells((region) => readinessCell(region, language)),
    },
    {
      code: 'agreements',
      name: say('Perjanjian', 'Agreements'),
      about: say(
        'Perjanjian terbaik yang dimiliki pemerintah daerahnya hari ini.',
        'The best agreement that its government has today.',
      ),
      steps: agreementLevels.map((level) => level[language]),
      cells: cells((region) => agreementCell(region, language)),
    },
  ];
}

/** Regencies and cities with their pages; the province itself has no place on its map. */
export function placesOf({ regions }: RegionsOverview): readonly MapRegion[] {
  return regions
    .filter(({ code }) => code.includes('.'))
    .map(({ id, code, name }) => ({ code, name, href: `/admin/resources/region/records/${id}/show` }));
}

function coverageCell({ persons, target }: RegionFigures, language: PageLanguage): MapCell {
  const value = persons === null ? null : shareOf(persons, target, language);
  if (value === null || persons === null)
    return {
      step: null,
      value: '–',
      note: language === 'id' ? 'sasaran belum dicatat' : 'no target recorded',
    };
  const [have, wanted] = [whole(String(persons), language), whole(String(target), language)];
  return {
    step: stepOf(persons, target),
    value,
    note: language === 'id' ? `${have} dari ${wanted} orang` : `${have} of ${wanted} persons`,
  };
}

function absorptionCell({ paidRupiah, budgetRupiah }: RegionFigures, language: PageLanguage): MapCell {
  const value = paidRupiah === null ? null : shareOf(paidRupiah, budgetRupiah, language);
  if (value === null || paidRupiah === null)
    return {
      step: null,
      value: '–',
      note: language === 'id' ? 'anggaran belum dicatat' : 'no budget recorded',
    };
  const [paid, budget] = [rupiah(String(paidRupiah), language), rupiah(String(budgetRupiah), language)];
  return {
    step: stepOf(paidRupiah, budgetRupiah),
    value,
    note: language === 'id' ? `${paid} dari ${budget}` : `${paid} of ${budget}`,
  };
}

function readinessCell({ failedTests }: RegionFigures, language: PageLanguage): MapCell {
  const passed = Object.keys(readinessTests).length - failedTests.length;
  const lacking = failedTests.map((code) => named(readinessTests, code, language)).join('; ');
  const words = language === 'id' ? 'belum ada' : 'missing';
  return {
    step: Math.max(0, passed - 1),
    value: `${passed}/5`,
    note: lacking === '' ? (language === 'id' ? 'semuanya ada' : 'all of them') : `${words}: ${lacking}`,
  };
}

function agreementCell(region: RegionFigures, language: PageLanguage): MapCell {
  const step = agreementLevel(region);
  const count = region.phases.length;
  return {
    step,
    value: String(count),
    note:
      language === 'id'
        ? `${count} perjanjian ditandatangani; ${agreementLevels[step]?.id}`
        : `${count} signed agreements; ${agreementLevels[step]?.en}`,
  };
}

/** Shade of a share: four quarters, and the whole. */
function stepOf(part: bigint, total: bigint): number {
  return Math.max(0, Math.min(4, Number((part * 4n) / total)));
}
