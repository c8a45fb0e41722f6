import { agreementLevel, agreementLevels } from './agreement-level';
import { rupiah, shareOf, whole } from './formats';
import type { MapCell, MapView } from './map/map-types';
import type { PageLanguage } from './mou-page-texts';
import type { RegionFigures } from './region-figures';

const shares = ['0–24%', '25–49%', '50–74%', '75–99%', '100%'] as const;

/** The ways of colouring the map of a province. */
export function regionMapViews(
  figures: readonly RegionFigures[],
  year: number,
  language: PageLanguage,
): readonly MapView[] {
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const cells = (cellOf: (region: RegionFigures) => MapCell) =>
    Object.fromEntries(figures.map((region) => [region.code, cellOf(region)]));
  return [
    {
      code: 'coverage',
      name: say('Perlindungan', 'Coverage'),
      about: say(
        `Peserta aktif dari sasaran program tahun ${year}.`,
        `Active people of the target of the programs of ${year}.`,
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
