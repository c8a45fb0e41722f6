/** One agreement with the renewal that was drafted, would be, or why not. */
export interface Renewal {
  readonly mouId: string;
  readonly title: string;
  readonly regionName: string;
  readonly endsOn: string;
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  readonly draftId: string | null;
  readonly message: string | null;
}

/** Drafts renewals, or only says which. */
export const renewalsText = `mutation ($input: MousRenewEachInput!, $dryRun: Boolean!) { mousRenewEach(input: $input, dryRun: $dryRun) {
  results { mouId title regionName endsOn effectiveFrom effectiveUntil draftId message } userErrors { path code message } } }`;
