import { agreementLevel, agreementLevels } from '../../admin/components/agreement-level';
import { rupiah, shareOf, whole } from '../../admin/components/formats';
import type { MapCell, MapView } from '../../admin/components/map/map-types';
import { readinessTests } from '../../admin/readiness-choices';
import type { CoverageQuery, ProvinceQuery } from './operations';

type Region = ProvinceQuery['regions']['nodes'][number];
type Row = CoverageQuery['coverageStatistics']['rows'][number];

/** First number of persons of each shade; the public knows no quotas that a share could be of. */
const crowds = [1, 1_000, 5_000, 10_000, 20_000] as const;
const shares = ['0–24%', '25–49%', '50–74%', '75–99%', '100%'] as const;
const readinessSteps = ['0–1 dari 5', '2 dari 5', '3 dari 5', '4 dari 5', '5 dari 5'] as const;

/** The ways of colouring the map with what the public may see. */
export function publicViews(regions: readonly Region[], coverage: CoverageQuery): readonly MapView[] {
  const { rows, from } = coverage.coverageStatistics;
  const year = from.slice(0, 4);
  const cells = (cellOf: (row: Row | undefined) => MapCell) =>
    Object.fromEntries(
      regions.map(({ code }) => [code, cellOf(rows.find(({ region }) => region?.code === code))]),
    );
  return [
    {
      code: 'coverage',
      name: 'Orang terlindungi',
      about: `Orang yang iurannya dibayar pemerintah daerah, sedikitnya untuk satu bulan dalam tahun ${year}.`,
      steps: crowds.map((least, step) => {
        const next = crowds[step + 1];
        return next
          ? `${least === 1 ? '10' : whole(least, 'id')}–${whole(next - 1, 'id')} orang`
          : `${whole(least, 'id')} orang ke atas`;
      }),
      cells: cells(coverageCell),
    },
    {
      code: 'absorption',
      name: 'Serapan anggaran',
      about: `Iuran yang sudah dibayar dari pagu tahun ${year}.`,
      steps: shares,
      cells: cells(absorptionCell),
    },
    {
      code: 'readiness',
      name: 'Kesiapan',
      about: 'Berapa dari lima yang ada: peraturan daerah, MoU payung, PKS, anggaran, peserta aktif.',
      steps: readinessSteps,
      cells: Object.fromEntries(
        coverage.readiness.map(({ region, failed }) => [region.code ?? '', readinessCell(failed)]),
      ),
    },
    agreementsView(regions),
  ];
}

function coverageCell(row: Row | undefined): MapCell {
  if (!row?.persons) return { step: null, value: '–', note: 'tidak ada, atau kurang dari sepuluh orang' };
  const step = crowds.filter((least) => (row.persons ?? 0) >= least).length - 1;
  const months = whole(row.personMonths, 'id');
  return {
    step,
    value: whole(row.persons, 'id') ?? '–',
    note: `${whole(row.persons, 'id')} orang, ${months} bulan perlindungan`,
  };
}

function absorptionCell(row: Row | undefined): MapCell {
  const [paid, budget] = [BigInt(row?.paidRupiah ?? 0), BigInt(row?.budgetRupiah ?? 0)];
  const value = shareOf(paid, budget, 'id');
  if (value === null) return { step: null, value: '–', note: 'anggaran belum dicatat' };
  const step = Math.min(4, Number((paid * 4n) / budget));
  return { step, value, note: `${rupiah(String(paid), 'id')} dari ${rupiah(String(budget), 'id')}` };
}

function readinessCell(failed: CoverageQuery['readiness'][number]['failed']): MapCell {
  const count = Object.keys(readinessTests).length;
  const passed = count - failed.length;
  const lacking = failed.map((test) => readinessTests[test].id).join('; ');
  return {
    step: Math.max(0, passed - 1),
    value: `${passed}/${count}`,
    note: lacking === '' ? 'semuanya ada' : `belum ada: ${lacking}`,
  };
}

/** Regions by the best agreement that they have today. */
function agreementsView(regions: readonly Region[]): MapView {
  return {
    code: 'agreements',
    name: 'Perjanjian',
    about: 'Perjanjian terbaik yang dimiliki pemerintah daerahnya hari ini.',
    steps: agreementLevels.map(({ id }) => id),
    cells: Object.fromEntries(
      regions.map(({ code, mous }) => {
        const step = agreementLevel({ phases: mous.nodes.flatMap(({ phase }) => (phase ? [phase] : [])) });
        const count = mous.totalCount ?? mous.nodes.length;
        const note = `${count} perjanjian dicatat; ${agreementLevels[step]?.id}`;
        return [code, { step, value: String(count), note }];
      }),
    ),
  };
}
