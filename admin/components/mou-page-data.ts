/** A neighbour of an agreement in its chain. */
export interface ChainLink {
  readonly id: string;
  readonly kind: string;
  readonly titleAsWritten: string;
  readonly state: string;
  readonly phase: string | null;
  readonly endsOn: string | null;
  readonly signing: { readonly on: string | null } | null;
  readonly period: { readonly from: string | null } | null;
}

export interface MouPageData extends ChainLink {
  readonly version: number;
  readonly subject: string | null;
  readonly missing: readonly string[];
  readonly lacking: readonly string[];
  readonly comparison: readonly {
    readonly field: string;
    readonly signed: string | null;
    readonly draft: string | null;
    readonly change: string;
  }[];
  readonly concerns: readonly string[];
  readonly daysLeft: number | null;
  readonly noticeOn: string | null;
  readonly termText: string | null;
  readonly isAutoRenewed: boolean | null;
  readonly noticeDays: number | null;
  readonly segments: readonly string[];
  readonly scope: readonly string[];
  readonly plannedBeneficiaries: number | null;
  readonly note: string | null;
  readonly returnedReason: string | null;
  readonly region: { readonly id: string; readonly displayName: string };
  readonly signing: { readonly on: string | null; readonly place: string | null } | null;
  readonly period: { readonly from: string | null; readonly until: string | null } | null;
  readonly termination: { readonly on: string | null; readonly reason: string | null } | null;
  readonly parties: readonly {
    readonly id: string;
    readonly displayName: string;
    readonly number: string | null;
    readonly office: { readonly id: string } | null;
    readonly signatory: { readonly id: string; readonly displayName: string } | null;
  }[];
  readonly legalBases: readonly {
    readonly id: string;
    readonly displayTitle: string;
    readonly subject: string | null;
  }[];
  readonly parent: (ChainLink & { readonly children: readonly ChainLink[] }) | null;
  readonly predecessor: ChainLink | null;
  readonly successors: readonly ChainLink[];
  readonly children: readonly ChainLink[];
  readonly documents: readonly {
    readonly id: string;
    readonly kind: string;
    readonly fileName: string;
    readonly sizeBytes: number;
    readonly createdAt: string;
    readonly downloadPath: string;
    readonly previewPath: string;
    readonly edition: number;
    readonly isLatest: boolean;
    readonly sha256: string;
    readonly uploadedByName: string | null;
  }[];
  readonly citations: readonly {
    readonly id: string;
    readonly field: string | null;
    readonly note: string | null;
    readonly source: {
      readonly id: string;
      readonly publisher: string;
      readonly title: string | null;
      readonly publishedOn: string | null;
      readonly url: string | null;
    };
  }[];
  readonly viewerCan: { readonly revise: boolean };
  readonly history: {
    readonly nodes: readonly {
      readonly id: string;
      readonly occurredAt: string;
      readonly actorName: string | null;
      readonly verb: string;
      readonly part: string;
      readonly operation: string;
      readonly changes: readonly {
        readonly field: string;
        readonly before: string | null;
        readonly after: string | null;
      }[];
    }[];
  };
}

const link = 'id kind titleAsWritten state phase endsOn signing { on } period { from }';

/** What a page shows of an attached file. */
export const documentFields =
  'id kind fileName sizeBytes createdAt downloadPath previewPath edition isLatest sha256 uploadedByName';

/** Everything of the page in one operation, which the server answers with one SQL statement. */
export const mouPageQuery = `query MouPage($id: ID!) {
  mou(id: $id) {
    ${link} version subject missing lacking concerns daysLeft noticeOn termText isAutoRenewed noticeDays segments scope
    plannedBeneficiaries note returnedReason region { id displayName } signing { on place } period { from until }
    termination { on reason }
    parties { id displayName number office { id } signatory { id displayName } }
    legalBases { id displayTitle subject }
    parent { ${link} children { ${link} } } predecessor { ${link} } successors { ${link} } children { ${link} }
    documents { ${documentFields} }
    comparison { field signed draft change }
    citations { id field note source { id publisher title publishedOn url } }
    viewerCan { revise }
    history(first: 50) { nodes { id occurredAt actorName verb part operation changes { field before after } } }
  }
}`;
