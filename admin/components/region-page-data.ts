import type { ProgramMoney } from './program-page-data';

export interface RegionMou {
  readonly id: string;
  readonly kind: string;
  readonly titleAsWritten: string;
  readonly subject: string | null;
  readonly state: string;
  readonly phase: string | null;
  readonly endsOn: string | null;
  readonly daysLeft: number | null;
  readonly signing: { readonly on: string | null } | null;
}

export interface RegionProgram {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly quota: number | null;
  readonly period: { readonly from: string; readonly until: string };
}

/** The register of a region: what everybody may see of it, and its programs. */
export interface RegionFacts {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
  readonly name: string;
  readonly level: string;
  readonly ancestors: readonly { readonly id: string; readonly code: string; readonly displayName: string }[];
  readonly mous: { readonly nodes: readonly RegionMou[] };
  readonly regulations: {
    readonly nodes: readonly {
      readonly id: string;
      readonly displayTitle: string;
      readonly title: string | null;
      readonly phase: string;
    }[];
  };
  readonly awards: {
    readonly nodes: readonly {
      readonly id: string;
      readonly name: string;
      readonly editionYear: number;
      readonly level: string;
      readonly category: string | null;
      readonly rank: number | null;
    }[];
  };
  readonly offices: { readonly nodes: readonly { readonly id: string; readonly displayName: string }[] };
  readonly programs: { readonly nodes: readonly RegionProgram[] };
}

export const regionFactsQuery = `query ($id: ID!, $today: CalendarDate!) { region(id: $id) {
  id code displayName name level ancestors { id code displayName }
  mous(first: 100) { nodes { id kind titleAsWritten subject state phase endsOn daysLeft signing { on } } }
  regulations(first: 100) { nodes { id displayTitle title phase } }
  awards(first: 100) { nodes { id name editionYear level category rank } }
  offices(first: 20, filter: { servesOn: $today }) { nodes { id displayName } }
  programs(first: 50) { nodes { id name state quota period { from until } } }
} }`;

/** What has to be reckoned: money of each program in a fiscal year, and claims. */
export interface RegionMoneyData {
  readonly region: {
    readonly programs: {
      readonly nodes: readonly { readonly id: string; readonly money: ProgramMoney | null }[];
    };
  } | null;
  readonly claimStatistics: readonly {
    readonly year: number;
    readonly kind: string;
    readonly cases: number;
    readonly paidRupiah: string;
  }[];
}

const ratio = '{ value numerator denominator }';

export const regionMoneyQuery = `query ($id: ID!, $year: Int!) {
  region(id: $id) { programs(first: 50, filter: { fiscalYear: $year }) { nodes { id money(fiscalYear: $year) {
    months budgetRupiah paidRupiah billedRupiah absorption ${ratio} personMonths paidPersonMonths enrolledCount
    quotaFulfilment ${ratio} requiredRupiah adequacy ${ratio} costPerPersonMonthRupiah runsOutOn isSuppressed } } } }
  claimStatistics(filter: { regionIds: [$id] }, groupBy: [YEAR, KIND]) { year kind cases paidRupiah }
}`;

/** Levels whose governments make agreements and pay programs. */
export const governing: readonly string[] = ['PROVINCE', 'REGENCY', 'CITY'];
