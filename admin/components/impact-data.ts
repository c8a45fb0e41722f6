/** People, months and money of the ledger, as the page of an impact shows them. */
export interface ImpactFigures {
  readonly persons: number;
  readonly personMonths: number;
  readonly rupiah: string;
}

export interface ImpactProgram {
  readonly id: string;
  readonly name: string;
  readonly regionName: string;
  readonly state: string;
  readonly lastMonth: string;
  readonly isLeftWithout: boolean;
  readonly activePersons: number | null;
  readonly ahead: ImpactFigures | null;
}

export interface ImpactData {
  readonly id: string;
  readonly title: string;
  readonly on: string;
  readonly recordCount: number;
  readonly records: readonly { readonly id: string; readonly concept: string; readonly title: string }[];
  readonly programCount: number;
  readonly leftWithoutCount: number;
  readonly activePersons: number | null;
  readonly ahead: ImpactFigures | null;
  readonly behind: ImpactFigures | null;
  readonly programs: readonly ImpactProgram[];
}

const figures = '{ persons personMonths rupiah }';

/** What hangs on a record from a day on. */
export const impactQuery = `query ($id: ID!, $on: CalendarDate) { impact(id: $id, on: $on) { id title on recordCount records { id concept title }
  programCount leftWithoutCount activePersons ahead ${figures} behind ${figures}
  programs { id name regionName state lastMonth isLeftWithout activePersons ahead ${figures} } } }`;
