/**
 * Shapes of the reference data. Calendar days are `YYYY-MM-DD`; `…Until` and `closedUntil` include their day;
 * null always means "not known", never "none". Region codes are Kemendagri codes ("36", "36.72").
 * Notes are short and in Indonesian, because users read them.
 */

/** Publication in which a fact was read. */
export interface ReferenceSource {
  /** Short stable name by which the other files cite it, for example "seed-002" or "f22". */
  readonly key: string;
  /** Name of the site or publisher. */
  readonly publisher: string;
  /** Title as printed; null when it was not recorded. */
  readonly title: string | null;
  /** Author as printed; null when not printed or not recorded. */
  readonly author: string | null;
  /** Day of publication; null when not recorded. */
  readonly publishedOn: string | null;
  /** Address; null when the address is not known. */
  readonly url: string | null;
  /** Remark on the source in Indonesian. */
  readonly note: string | null;
}

/** Family of worker categories; the two families differ in tariff, data source and replacement. */
export type CategoryFamily = 'GOVERNMENT_ECOSYSTEM' | 'VULNERABLE';

/** Worker category as programs name it. */
export interface ReferenceCategory {
  /** Short stable name. */
  readonly key: string;
  /** Business code in SCREAMING_SNAKE. */
  readonly code: string;
  /** Indonesian name. */
  readonly name: string;
  /** English name. */
  readonly nameEn: string;
  /** Family to which the category belongs. */
  readonly family: CategoryFamily;
  /** Key of the wider category; null at the top. */
  readonly parentKey: string | null;
  /** Whether the category is in the transport sector of PP 50/2025. */
  readonly isTransport: boolean;
  /** Whether the cover belongs to a post, so that a successor replaces the person. */
  readonly isPostHolder: boolean;
  /** Other words for the same work found in texts. */
  readonly aliases: readonly string[];
  /** Keys of the sources. */
  readonly sources: readonly string[];
}

/** Level of a BPJS Ketenagakerjaan office. */
export type OfficeLevel = 'HEAD_OFFICE' | 'KANWIL' | 'KC' | 'KCP';

/** Region served by an office during a period. */
export interface ReferenceServiceArea {
  /** Code of the served region. */
  readonly regionCode: string;
  /** First day of the service; null when the start is not known. */
  readonly from: string | null;
  /** Last day of the service, included; null when no end is known. */
  readonly until: string | null;
  /** Remark on the evidence in Indonesian. */
  readonly note: string | null;
  /** Keys of the sources. */
  readonly sources: readonly string[];
}

/** Office of BPJS Ketenagakerjaan. */
export interface ReferenceOffice {
  /** Short stable name. */
  readonly key: string;
  /** Level of the office. */
  readonly level: OfficeLevel;
  /** Name of the office. */
  readonly name: string;
  /** Internal branch code (letter and two digits); null when not known. */
  readonly code: string | null;
  /** Key of the parent office; null at the top. */
  readonly parentKey: string | null;
  /** Code of the region in which the office stands; null when not known. */
  readonly regionCode: string | null;
  /** Street address; null when not known. */
  readonly address: string | null;
  /** First day of the office; null when not known. */
  readonly openedFrom: string | null;
  /** Last day of the office, included; null when not closed. */
  readonly closedUntil: string | null;
  /** Remark in Indonesian. */
  readonly note: string | null;
  /** Regions the office serves or served. */
  readonly serviceAreas: readonly ReferenceServiceArea[];
  /** Keys of the sources. */
  readonly sources: readonly string[];
}

/** Organisation in which a post exists. */
export interface ReferenceOrganisation {
  /** REGION for the regional government itself, AGENCY for a regional agency, OFFICE for a BPJSTK office. */
  readonly kind: 'REGION' | 'AGENCY' | 'OFFICE';
  /** Code of the region; null for an office. */
  readonly regionCode: string | null;
  /** Name of the agency; null unless the kind is AGENCY. */
  readonly agency: string | null;
  /** Key of the office; null unless the kind is OFFICE. */
  readonly officeKey: string | null;
}

/** Person in one post; somebody with two posts has two rows. */
export interface ReferenceOfficial {
  /** Short stable name. */
  readonly key: string;
  /** Name of the person. */
  readonly name: string;
  /** Spellings found in texts that differ from the name. */
  readonly nameVariants: readonly string[];
  /** Title of the post. */
  readonly post: string;
  /** Organisation of the post. */
  readonly organisation: ReferenceOrganisation;
  /** Whether the post was held in an acting capacity (Pj, Plt, Pjs). */
  readonly isActing: boolean;
  /** First day of the term; null when not known. */
  readonly termFrom: string | null;
  /** Last day of the term, included; null when not known. */
  readonly termUntil: string | null;
  /** Earliest exact day on which a source names the person in the post; null when no exact day is recorded. */
  readonly evidencedFrom: string | null;
  /** Latest exact day on which a source names the person in the post; null when no exact day is recorded. */
  readonly evidencedUntil: string | null;
  /** Remark in Indonesian. */
  readonly note: string | null;
  /** Keys of the sources. */
  readonly sources: readonly string[];
}

/** Kind of legal instrument; the Indonesian abbreviations of the law. */
export type RegulationKind =
  | 'UU'
  | 'PP'
  | 'PERPRES'
  | 'INPRES'
  | 'PERMEN'
  | 'PERBAN'
  | 'PERDIR'
  | 'SE'
  | 'PERDA'
  | 'PERGUB'
  | 'PERBUP'
  | 'PERWAL'
  | 'KEPGUB'
  | 'KEPBUP'
  | 'KEPWAL';

/** Kind of relation from one instrument to an older one. */
export type RegulationRelationKind = 'AMENDS' | 'REVOKES' | 'IMPLEMENTS' | 'BASED_ON' | 'REFERS_TO';

/** Relation that the owning regulation has to another: {this} AMENDS {to}. */
export interface ReferenceRegulationRelation {
  /** Kind of the relation. */
  readonly kind: RegulationRelationKind;
  /** Key of the other regulation. */
  readonly toKey: string;
  /** Remark in Indonesian; says so when the relation is not verified. */
  readonly note: string | null;
}

/** Legal instrument, national or regional. */
export interface ReferenceRegulation {
  /** Short stable name. */
  readonly key: string;
  /** Kind of the instrument. */
  readonly kind: RegulationKind;
  /** Code of the issuing region; null for a national instrument. */
  readonly issuerRegionCode: string | null;
  /** Name of the issuer where the kind does not say it, for example "Menteri Ketenagakerjaan". */
  readonly issuerName: string | null;
  /** Number as text; null when not numbered or not known. */
  readonly number: string | null;
  /** Year of the instrument; null when not known. */
  readonly year: number | null;
  /** Title (after "tentang"); null when not read. */
  readonly title: string | null;
  /** What matters in it for this work, in Indonesian; null when its subject was not read. */
  readonly subject: string | null;
  /** Day of enactment (ditetapkan); null when not known. */
  readonly enactedOn: string | null;
  /** Day of promulgation (diundangkan); null when not known. */
  readonly promulgatedOn: string | null;
  /** First day in force; null when not known. */
  readonly effectiveFrom: string | null;
  /** Last day in force, included; null when no end is known. */
  readonly effectiveUntil: string | null;
  /** State of the instrument. */
  readonly state: 'DRAFT' | 'ENACTED' | 'REVOKED';
  /** Remark in Indonesian. */
  readonly note: string | null;
  /** Relations to other instruments. */
  readonly relations: readonly ReferenceRegulationRelation[];
  /** Keys of the sources. */
  readonly sources: readonly string[];
}

/** Participation segment of BPJS Ketenagakerjaan: wage-receiving, non-wage, construction, migrant. */
export type Segment = 'PU' | 'BPU' | 'JAKON' | 'PMI';

/** Party of an agreement, in the order of the document. */
export interface ReferenceMouParty {
  /** REGION for a regional government, AGENCY for a regional agency, OFFICE for a BPJSTK office. */
  readonly kind: 'REGION' | 'AGENCY' | 'OFFICE';
  /** Code of the region; null for an office. */
  readonly regionCode: string | null;
  /** Name of the agency; null unless the kind is AGENCY. */
  readonly agency: string | null;
  /** Key of the office; null unless the kind is OFFICE. */
  readonly officeKey: string | null;
  /** Document number of this party; null when not known. */
  readonly number: string | null;
  /** Key of the official who signed; null when no source says who signed. */
  readonly signatoryKey: string | null;
}

/** Source of one field of an agreement. */
export interface ReferenceFieldSource {
  /** Name of the field. */
  readonly field: string;
  /** Key of the source. */
  readonly source: string;
}

/** Agreement between a region and BPJS Ketenagakerjaan. */
export interface ReferenceMou {
  /** Short stable name. */
  readonly key: string;
  /** Place in the chain: umbrella agreement, operational agreement, addendum. */
  readonly kind: 'UMBRELLA' | 'PKS' | 'ADDENDUM';
  /** Kind as the source writes it. */
  readonly titleAsWritten: string;
  /** Subject (tentang); null when not stated. */
  readonly subject: string | null;
  /** Code of the region that owns the agreement. */
  readonly regionCode: string;
  /** Key of the agreement above; null for an umbrella or when not known. */
  readonly parentKey: string | null;
  /** Key of the agreement that this one continues; null when there is none or it is not known. */
  readonly predecessorKey: string | null;
  /** Whether it was signed or is still being prepared. */
  readonly state: 'SIGNED' | 'DRAFT';
  /** Day of signing; null when not known or not signed. */
  readonly signedOn: string | null;
  /** Place of signing; null when not known. */
  readonly signedPlace: string | null;
  /** First day of validity; null when not known. */
  readonly effectiveFrom: string | null;
  /** Last day of validity, included; null when not known. */
  readonly effectiveUntil: string | null;
  /** Term in the words of the document; null when not known. */
  readonly termText: string | null;
  /** Notice before the end, in days; null when not known. */
  readonly noticeDays: number | null;
  /** Segments named. */
  readonly segments: readonly Segment[];
  /** Scope in short Indonesian phrases. */
  readonly scope: readonly string[];
  /** Number of persons the agreement plans to cover; null when not stated. */
  readonly plannedBeneficiaries: number | null;
  /** Remark in Indonesian. */
  readonly note: string | null;
  /** Parties in the order of the document. */
  readonly parties: readonly ReferenceMouParty[];
  /** Keys of the regulations named as basis. */
  readonly legalBasisKeys: readonly string[];
  /** Keys of the sources. */
  readonly sources: readonly string[];
  /** Sources of single fields. */
  readonly fieldSources: readonly ReferenceFieldSource[];
}

/** Unit of a reported figure. */
export type ObservationUnit = 'PERSON' | 'PERCENT' | 'RUPIAH' | 'MONTH' | 'FAMILY' | 'CASE';

/** What a reported percentage is a share of. */
export type DenominatorKind = 'POPULATION' | 'LABOUR_FORCE' | 'WORKERS';

/** Figure that can be reported. */
export interface ReferenceIndicator {
  /** Business code in SCREAMING_SNAKE. */
  readonly code: string;
  /** Indonesian name. */
  readonly name: string;
  /** English name. */
  readonly nameEn: string;
  /** Unit of all observations of the indicator. */
  readonly unit: ObservationUnit;
  /** What is counted, in Indonesian. */
  readonly description: string;
}

/** Figure as somebody reported it; contradicting ones stand side by side. */
export interface ReferenceObservation {
  /** Short stable name. */
  readonly key: string;
  /** Code of the indicator. */
  readonly indicator: string;
  /** Code of the region; null for Indonesia as a whole. */
  readonly regionCode: string | null;
  /** Value as a decimal string in the unit. */
  readonly value: string;
  /** Unit of the value. */
  readonly unit: ObservationUnit;
  /** Day for which, or on which, the figure was reported; null when not stated. */
  readonly asOf: string | null;
  /** Period in words, for example "TA 2026"; null when the day says it all or nothing is stated. */
  readonly period: string | null;
  /** Indonesian sentence saying exactly what is reported. */
  readonly label: string;
  /** Denominator of a percentage; null when not applicable or not stated. */
  readonly denominatorKind: DenominatorKind | null;
  /** Remark in Indonesian. */
  readonly note: string | null;
  /** Keys of the sources. */
  readonly sources: readonly string[];
}

/** Award given to a regional government. */
export interface ReferenceAward {
  /** Short stable name. */
  readonly key: string;
  /** Name of the award. */
  readonly name: string;
  /** Year of the edition, which may precede the ceremony. */
  readonly editionYear: number;
  /** Level at which it was given. */
  readonly level: 'PROVINCE' | 'NATIONAL';
  /** Category of the award; null when not stated. */
  readonly category: string | null;
  /** Rank; null when not stated. */
  readonly rank: number | null;
  /** Code of the recipient region. */
  readonly recipientRegionCode: string;
  /** Givers as written; null when not stated. */
  readonly givenBy: string | null;
  /** Keys of the officials who gave it. */
  readonly givenByKeys: readonly string[];
  /** Person who received it as written; null when not stated. */
  readonly receivedBy: string | null;
  /** Key of the official who received it; null when not stated. */
  readonly receivedByKey: string | null;
  /** Day of the ceremony; null when not known. */
  readonly ceremonyOn: string | null;
  /** Remark in Indonesian. */
  readonly note: string | null;
  /** Keys of the sources. */
  readonly sources: readonly string[];
}

/** Contribution rate of one scheme. Months are "2026-01"; the last month is included. */
export interface ReferenceTariff {
  /** Short stable name. */
  readonly key: string;
  /** Segment that the rate is for. */
  readonly segment: 'PU' | 'BPU';
  /** Scheme that it pays for. */
  readonly scheme: 'JKK' | 'JKM' | 'JHT';
  /** Flat rupiah, percent of the wage, or percent taken off the standard rate. */
  readonly kind: 'FLAT' | 'PERCENT_OF_WAGE' | 'RELIEF';
  /** Whole rupiah as a string; null unless flat. */
  readonly amountRupiah: string | null;
  /** Percent as a decimal string; null when flat. */
  readonly percent: string | null;
  /** Wage from which the rate no longer holds, in rupiah; null when it has no upper end. */
  readonly wageBelowRupiah: string | null;
  /** Sector that it is for; null for all. */
  readonly sector: 'TRANSPORT' | 'OTHER' | null;
  /** Sources of money to which a relief does not apply. */
  readonly excludedFunding: readonly string[];
  /** First month of contributions. */
  readonly validFrom: string;
  /** Last month of contributions; null when no end is known. */
  readonly validUntil: string | null;
  /** Key of the regulation that sets it. */
  readonly regulationKey: string;
  /** Remark in Indonesian. */
  readonly note: string | null;
  /** Keys of the sources. */
  readonly sources: readonly string[];
}
