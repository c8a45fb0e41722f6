/** Program as the workload that creates one sends it. */
export interface DraftInput {
  readonly name: string;
  readonly regionId: string;
  readonly monthFrom: string;
  readonly monthUntil: string;
  readonly segment: string;
  readonly quota: number;
  readonly legalBasisIds: readonly string[];
  readonly mouIds: readonly string[];
  readonly budgetLines: readonly {
    readonly fiscalYear: number;
    readonly fundingSource: string;
    readonly originalRupiah: string;
  }[];
}
