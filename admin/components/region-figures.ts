import { usePageData } from './page-parts';
import { thisMonth } from './today';

/** Where a region stands: people of its target in a month, money of the year, agreements. */
export interface RegionFigures {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Distinct persons covered in the month. Null: withheld, because they are too few to be told. */
  readonly persons: bigint | null;
  /** Sum of the quotas of the approved programs that run in the month; 0: no target is recorded. */
  readonly target: bigint;
  /** Person-months of the year. Null: withheld. */
  readonly personMonths: bigint | null;
  /** Ceilings of the year; 0: none is recorded. */
  readonly budgetRupiah: bigint;
  /** Contributions of the year whose bill is paid. Null: withheld. */
  readonly paidRupiah: bigint | null;
  /** Contributions of months that ended, of the last five years, whose bill is not paid. */
  readonly owedRupiah: bigint;
  /** Phases of its signed agreements. */
  readonly phases: readonly string[];
  /** Which of the five tests of readiness it fails. */
  readonly failedTests: readonly string[];
  /** Whether somebody is left out of the counts, so that they are lower bounds. */
  readonly isSuppressed: boolean;
}

/** Coverage of a month in all regions asked for. */
export interface TrendMonth {
  readonly month: string;
  readonly persons: bigint;
}

export interface RegionsOverview {
  readonly year: number;
  /** The last month with anybody covered, this one at the latest. */
  readonly month: string;
  readonly regions: readonly RegionFigures[];
  readonly trend: readonly TrendMonth[];
}

interface Row {
  readonly region: { readonly code: string | null } | null;
  readonly month: string | null;
  readonly persons: number | null;
  readonly personMonths: number | null;
  readonly contributionRupiah: string | null;
  readonly paidRupiah: string | null;
  readonly budgetRupiah: string | null;
  readonly suppressed: boolean;
}

interface OverviewData {
  readonly regions: {
    readonly nodes: readonly {
      readonly id: string;
      readonly code: string;
      readonly displayName: string;
    }[];
  };
  readonly agreements: {
    readonly rows: readonly {
      readonly region: { readonly code: string | null } | null;
      readonly phase: string | null;
      readonly agreements: number;
    }[];
  };
  readonly months: { readonly rows: readonly Row[] };
  readonly year: { readonly rows: readonly Row[] };
  readonly ended: { readonly rows: readonly Row[] };
  readonly readiness: readonly {
    readonly region: { readonly code: string | null };
    readonly failed: readonly string[];
  }[];
  readonly programs: {
    readonly rows: readonly {
      readonly region: { readonly code: string | null } | null;
      readonly quota: number | null;
    }[];
  };
}

const query = `query ($scope: [ID!], $from: Month!, $month: Month!, $yearFrom: Month!, $yearUntil: Month!, $endedFrom: Month!,
  $endedUntil: Month!) {
  regions(first: 100, filter: { withinIds: $scope, levels: [PROVINCE, REGENCY, CITY] }) { nodes { id code displayName } }
  agreements: mouStatistics(filter: { regionIds: $scope, states: [SIGNED] }, groupBy: [REGION, PHASE]) {
    rows { region { code } phase agreements } }
  months: coverageStatistics(filter: { regionIds: $scope, from: $from, until: $month }, groupBy: [REGION, MONTH]) {
    rows { region { code } month persons suppressed } }
  year: coverageStatistics(filter: { regionIds: $scope, from: $yearFrom, until: $yearUntil }, groupBy: [REGION]) {
    rows { region { code } personMonths paidRupiah budgetRupiah suppressed } }
  ended: coverageStatistics(filter: { regionIds: $scope, from: $endedFrom, until: $endedUntil }, groupBy: [REGION]) {
    rows { region { code } contributionRupiah paidRupiah suppressed } }
  readiness(filter: { regionIds: $scope }) { region { code } failed }
  programs: programStatistics(filter: { regionIds: $scope, activeIn: $month, states: [APPROVED] }, groupBy: [REGION]) {
    rows { region { code } quota } }
}`;

const trendMonths = 24;
const endedMonths = 60;

/** Figures of a province with its regencies and cities, or of one of them; null while they load. */
export function useRegionsOverview(scopeId: string): {
  readonly overview: RegionsOverview | null;
  readonly fault: string | null;
} {
  const month = thisMonth();
  const year = Number(month.slice(0, 4));
  const { data, fault } = usePageData<OverviewData>(query, {
    scope: [scopeId],
    from: monthBefore(month, trendMonths - 1),
    month,
    yearFrom: `${year}-01`,
    yearUntil: `${year}-12`,
    endedFrom: monthBefore(month, endedMonths),
    endedUntil: monthBefore(month, 1),
  });
  return { overview: data && overviewOf(data, year, month), fault };
}

function overviewOf(data: OverviewData, year: number, thisMonth: string): RegionsOverview {
  const counted = data.months.rows.filter(({ persons }) => (persons ?? 0) > 0);
  const month =
    counted.reduce((last, row) => (row.month && row.month > last ? row.month : last), '') || thisMonth;
  const regions = data.regions.nodes.map(({ id, code, displayName }) => {
    const now = data.months.rows.find((row) => row.region?.code === code && row.month === month);
    const whole = data.year.rows.find((row) => row.region?.code === code);
    const ended = data.ended.rows.find((row) => row.region?.code === code);
    const running = data.programs.rows.find(({ region }) => region?.code === code);
    return {
      id,
      code,
      name: displayName,
      persons: amount(now, now?.persons),
      target: BigInt(running?.quota ?? 0),
      personMonths: amount(whole, whole?.personMonths),
      budgetRupiah: BigInt(whole?.budgetRupiah ?? 0),
      paidRupiah: amount(whole, whole?.paidRupiah),
      owedRupiah: BigInt(ended?.contributionRupiah ?? 0) - BigInt(ended?.paidRupiah ?? 0),
      phases: data.agreements.rows.flatMap(({ region, phase, agreements }) =>
        region?.code === code && phase ? Array.from({ length: agreements }, () => phase) : [],
      ),
      failedTests: data.readiness.find(({ region }) => region.code === code)?.failed ?? [],
      isSuppressed: (now?.suppressed ?? false) || (whole?.suppressed ?? false),
    };
  });
  // a province is a region among them only when it pays or agrees itself
  const shown = regions.filter(
    ({ code, personMonths, budgetRupiah, phases }) =>
      code.includes('.') ||
      regions.length === 1 ||
      personMonths !== 0n ||
      budgetRupiah > 0n ||
      phases.length > 0,
  );
  return { year, month, regions: shown, trend: trendOf(data.months.rows, thisMonth) };
}

/** Nobody is counted where there is no row; null stands for figures that are withheld. */
function amount(row: Row | undefined, value: number | string | null | undefined): bigint | null {
  if (!row) return 0n;
  return value === null || value === undefined ? null : BigInt(value);
}

/** In a month a person is covered once, wherever; so the regions' persons of a month add up. */
function trendOf(rows: readonly Row[], until: string): readonly TrendMonth[] {
  return Array.from({ length: trendMonths }, (_, index) => {
    const month = monthBefore(until, trendMonths - 1 - index);
    const persons = rows
      .filter((row) => row.month === month)
      .reduce((sum, row) => sum + BigInt(row.persons ?? 0), 0n);
    return { month, persons };
  });
}

function monthBefore(month: string, count: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
