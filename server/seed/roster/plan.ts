import { referenceId } from '../../../schema/kernel/identifier.js';

/** Share of a roster, out of all shares of the plan, in one category of the reference data. */
export interface CategoryShare {
  readonly key: string;
  readonly share: number;
}

/** Budget of one fiscal year, in whole rupiah. */
export interface PlannedBudget {
  readonly year: number;
  readonly source: 'APBD_REGENCY' | 'APBD_PROVINCE' | 'DBHCHT' | 'APBDES';
  readonly originalRupiah: string;
  readonly revisedRupiah: string | null;
}

/** Months that are covered together; with `bill` they are billed together, and paid when it says so. Months "2026-01". */
export interface PlannedMonths {
  readonly from: string;
  readonly until: string;
  readonly bill: {
    readonly issuedOn: string;
    readonly dueOn: string;
    readonly paidOn: string | null;
    readonly officeKey: string;
  } | null;
}

/** How many of the roster have each flaw. */
export interface PlannedFlaws {
  readonly died: number;
  /** Died, and the enrollment still runs: nobody told the agency. */
  readonly diedUnnoticed: number;
  readonly movedOut: number;
  /** Left the post; another holder of it took the place. */
  readonly replaced: number;
  /** Of 65 years in the course of the program; still entered at 64. */
  readonly turned65: number;
  /** Birth date that differs from the NIK. */
  readonly birthDateDiffers: number;
  readonly withoutKpj: number;
}

/** A program of the demo with its roster. */
export interface RosterPlan {
  readonly key: string;
  readonly regionCode: string;
  readonly name: string;
  readonly agency: string;
  readonly segment: 'BPU' | 'PU';
  readonly wageBaseRupiah: string | null;
  readonly from: string;
  readonly until: string;
  readonly state: 'APPROVED' | 'CLOSED';
  readonly quota: number;
  readonly highestDecile: number | null;
  readonly legalBasisKeys: readonly string[];
  readonly mouKeys: readonly string[];
  readonly budgets: readonly PlannedBudget[];
  readonly categories: readonly CategoryShare[];
  /** Roster whose people these are as well, in the same region: no new registrations. Null: people of their own. */
  readonly peopleOf: string | null;
  readonly size: number;
  readonly enteredOn: string;
  /** The last of the roster belong to this cohort. */
  readonly cohort: { readonly name: string; readonly size: number } | null;
  readonly flaws: PlannedFlaws;
  /** Candidates beside the roster, not yet active. */
  readonly candidates: {
    readonly PROPOSED: number;
    readonly VERIFIED: number;
    readonly APPROVED: number;
    readonly REJECTED: number;
  };
  readonly months: readonly PlannedMonths[];
  readonly note: string;
}

/** Id of the program that a plan makes. */
export const programKey = ({ key }: Pick<RosterPlan, 'key'>): string => referenceId('program', `demo-${key}`);
