// Written by `npm run print:client` from schema.graphql and operations.graphql; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Level at which an award was given: by the province, or nationally. */
export type AwardLevel =
  | 'NATIONAL'
  | 'PROVINCE';

/** Kind of agreement with BPJS Ketenagakerjaan. */
export type MouKind =
  /** Change of a signed umbrella or PKS. */
  | 'ADDENDUM'
  /** Perjanjian Kerja Sama: operational agreement, usually yearly, by an agency. */
  | 'PKS'
  /** MoU, Nota Kesepakatan or Kesepakatan Bersama by the head of a region. */
  | 'UMBRELLA';

/** Phase of a signed agreement, derived from its dates, its addenda, its successor and today. */
export type MouPhase =
  /** Runs for more than 90 days from today. */
  | 'ACTIVE'
  /** Ended, and no successor is signed. */
  | 'EXPIRED'
  /** Ends within 90 days, and no successor is signed. */
  | 'EXPIRING'
  /** Ended or ending within 90 days, with a signed successor. */
  | 'RENEWED'
  /** Nobody knows when it ends. */
  | 'UNDATED'
  /** Signed, and its first day is still to come. */
  | 'UPCOMING';

/** State of an agreement as people decided it. Phases are derived from dates. */
export type MouState =
  /** Being written; visible only within its region. */
  | 'DRAFT'
  /** With the legal or cooperation office; visible only within its region. */
  | 'LEGAL_REVIEW'
  /** Signed; its content changes only by an addendum. */
  | 'SIGNED'
  /** Ended before its term, with a reason and a document. */
  | 'TERMINATED';

/** What a region needs to protect its workers, as the Paritrana award looks at it. */
export type ReadinessTest =
  /** People with an active enrollment. */
  | 'ACTIVE_PEOPLE'
  /** Budget above zero in the fiscal year, of a program that is approved. */
  | 'BUDGET'
  /** PKS running. */
  | 'PKS'
  /** Regional regulation or regulation of its head in force (Perda or Perkada). */
  | 'REGULATION'
  /** Umbrella agreement running. */
  | 'UMBRELLA';

/** Where a regulation stands on a day, derived from its dates and from those that revoke it. */
export type RegulationPhase =
  /** Not enacted. */
  | 'DRAFT'
  /** Its own last day is over. */
  | 'EXPIRED'
  /** In force on the day. */
  | 'IN_FORCE'
  /** Enacted, and its first day is still to come. */
  | 'NOT_YET_IN_FORCE'
  /** Revoked, by another regulation or as recorded. */
  | 'REVOKED';

export type CitedFragment = { readonly source: { readonly id: string, readonly title: string | null, readonly publisher: string, readonly publishedOn: string | null, readonly url: string | null } };

export type ProvincesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProvincesQuery = { readonly regions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly displayName: string }> }, readonly mous: { readonly nodes: ReadonlyArray<{ readonly region: { readonly code: string } }> } };

export type ProvinceQueryVariables = Exact<{
  id: string;
}>;


export type ProvinceQuery = { readonly regions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly displayName: string, readonly mous: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly phase: MouPhase | null }> } }> } };

export type AgreementsQueryVariables = Exact<{
  regionIds?: ReadonlyArray<string> | string | null | undefined;
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type AgreementsQuery = { readonly mous: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: MouKind, readonly titleAsWritten: string, readonly subject: string | null, readonly state: MouState, readonly phase: MouPhase | null, readonly endsOn: string | null, readonly region: { readonly code: string, readonly displayName: string }, readonly signing: { readonly on: string | null, readonly place: string | null } | null, readonly parties: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly number: string | null }>, readonly citations: ReadonlyArray<{ readonly source: { readonly id: string, readonly title: string | null, readonly publisher: string, readonly publishedOn: string | null, readonly url: string | null } }> }> } };

export type LawQueryVariables = Exact<{
  regionIds?: ReadonlyArray<string> | string | null | undefined;
  isNational?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type LawQuery = { readonly regulations: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly displayTitle: string, readonly title: string | null, readonly subject: string | null, readonly phase: RegulationPhase, readonly enactedOn: string | null, readonly promulgatedOn: string | null, readonly citations: ReadonlyArray<{ readonly source: { readonly id: string, readonly title: string | null, readonly publisher: string, readonly publishedOn: string | null, readonly url: string | null } }> }> } };

export type AwardsQueryVariables = Exact<{
  regionIds?: ReadonlyArray<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type AwardsQuery = { readonly awards: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly editionYear: number, readonly level: AwardLevel, readonly category: string | null, readonly rank: number | null, readonly recipient: { readonly code: string, readonly displayName: string }, readonly citations: ReadonlyArray<{ readonly source: { readonly id: string, readonly title: string | null, readonly publisher: string, readonly publishedOn: string | null, readonly url: string | null } }> }> } };

export type CoverageQueryVariables = Exact<{
  scope: ReadonlyArray<string> | string;
}>;


export type CoverageQuery = { readonly coverageStatistics: { readonly asOf: string, readonly from: string, readonly leastPersons: number | null, readonly rows: ReadonlyArray<{ readonly persons: number | null, readonly personMonths: number | null, readonly paidRupiah: string | null, readonly budgetRupiah: string | null, readonly region: { readonly code: string | null } | null }>, readonly totals: { readonly persons: number | null, readonly personMonths: number | null, readonly paidRupiah: string | null, readonly budgetRupiah: string | null } }, readonly readiness: ReadonlyArray<{ readonly failed: ReadonlyArray<ReadinessTest>, readonly region: { readonly code: string | null } }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CitedFragmentDoc = new TypedDocumentString(`
    fragment Cited on Citation {
  source {
    id
    title
    publisher
    publishedOn
    url
  }
}
    `, {"fragmentName":"Cited"}) as unknown as TypedDocumentString<CitedFragment, unknown>;
export const ProvincesDocument = new TypedDocumentString(`
    query Provinces {
  regions(first: 100, filter: {levels: [PROVINCE]}) {
    nodes {
      id
      code
      displayName
    }
  }
  mous(first: 1) {
    nodes {
      region {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProvincesQuery, ProvincesQueryVariables>;
export const ProvinceDocument = new TypedDocumentString(`
    query Province($id: ID!) {
  regions(first: 100, filter: {parentId: $id}) {
    nodes {
      id
      code
      displayName
      mous(first: 8) {
        totalCount
        nodes {
          phase
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProvinceQuery, ProvinceQueryVariables>;
export const AgreementsDocument = new TypedDocumentString(`
    query Agreements($regionIds: [ID!], $search: String, $after: String) {
  mous(
    first: 5
    after: $after
    filter: {regionIds: $regionIds, search: $search, states: [SIGNED, TERMINATED]}
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      kind
      titleAsWritten
      subject
      state
      phase
      endsOn
      region {
        code
        displayName
      }
      signing {
        on
        place
      }
      parties {
        id
        displayName
        number
      }
      citations {
        ...Cited
      }
    }
  }
}
    fragment Cited on Citation {
  source {
    id
    title
    publisher
    publishedOn
    url
  }
}`) as unknown as TypedDocumentString<AgreementsQuery, AgreementsQueryVariables>;
export const LawDocument = new TypedDocumentString(`
    query Law($regionIds: [ID!], $isNational: Boolean, $after: String) {
  regulations(
    first: 5
    after: $after
    filter: {issuerRegionIds: $regionIds, isNational: $isNational, phases: [IN_FORCE, NOT_YET_IN_FORCE]}
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      displayTitle
      title
      subject
      phase
      enactedOn
      promulgatedOn
      citations {
        ...Cited
      }
    }
  }
}
    fragment Cited on Citation {
  source {
    id
    title
    publisher
    publishedOn
    url
  }
}`) as unknown as TypedDocumentString<LawQuery, LawQueryVariables>;
export const AwardsDocument = new TypedDocumentString(`
    query Awards($regionIds: [ID!], $after: String) {
  awards(first: 5, after: $after, filter: {regionIds: $regionIds}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      editionYear
      level
      category
      rank
      recipient {
        code
        displayName
      }
      citations {
        ...Cited
      }
    }
  }
}
    fragment Cited on Citation {
  source {
    id
    title
    publisher
    publishedOn
    url
  }
}`) as unknown as TypedDocumentString<AwardsQuery, AwardsQueryVariables>;
export const CoverageDocument = new TypedDocumentString(`
    query Coverage($scope: [ID!]!) {
  coverageStatistics(filter: {regionIds: $scope}, groupBy: [REGION], first: 100) {
    asOf
    from
    leastPersons
    rows {
      region {
        code
      }
      persons
      personMonths
      paidRupiah
      budgetRupiah
    }
    totals {
      persons
      personMonths
      paidRupiah
      budgetRupiah
    }
  }
  readiness(filter: {regionIds: $scope}) {
    region {
      code
    }
    failed
  }
}
    `) as unknown as TypedDocumentString<CoverageQuery, CoverageQueryVariables>;