import { firstDay, lastDay } from '../../schema/kernel/calendar.js';
import { referenceId } from '../../schema/kernel/identifier.js';
import type {
  OfficeLevel,
  ReferenceAward,
  ReferenceCategory,
  ReferenceIndicator,
  ReferenceObservation,
  ReferenceOffice,
  ReferenceOfficial,
  ReferenceRegulation,
  ReferenceSource,
  ReferenceTariff,
} from './reference/types.js';
import type { Row } from './seed-transaction.js';

const officeRank: Readonly<Record<OfficeLevel, number>> = { HEAD_OFFICE: 1, KANWIL: 2, KC: 3, KCP: 4 };

export function sourceRow({ key, publisher, title, author, publishedOn, url, note }: ReferenceSource): Row {
  return { id: referenceId('source', key), publisher, title, author, published_on: publishedOn, url, note };
}

export function categoryRow(category: ReferenceCategory): Row {
  const { key, code, name, nameEn, family, parentKey, isTransport, isPostHolder, aliases } = category;
  return {
    id: referenceId('category', key),
    code,
    name,
    name_en: nameEn,
    family,
    parent_id: idOrNull('category', parentKey),
    is_transport: isTransport,
    is_post_holder: isPostHolder,
    aliases,
    is_active: true,
  };
}

/** Offices from the top: a row looks up the level of the office above it. */
export function officeRows(offices: readonly ReferenceOffice[]): Row[] {
  return [...offices].sort((one, other) => officeRank[one.level] - officeRank[other.level]).map(officeRow);
}

function officeRow(office: ReferenceOffice): Row {
  const { key, level, name, code, parentKey, regionCode, address, openedFrom, closedUntil, note } = office;
  return {
    id: referenceId('office', key),
    level,
    name,
    code,
    parent_id: idOrNull('office', parentKey),
    region_id: idOrNull('region', regionCode),
    address,
    opened_from: openedFrom,
    closed_until: closedUntil,
    note,
  };
}

export function serviceAreaRows({ key, serviceAreas }: ReferenceOffice): Row[] {
  return serviceAreas.map(({ regionCode, from, until, note }) => ({
    id: referenceId('office_service_area', [key, regionCode, from ?? ''].join(':')),
    office_id: referenceId('office', key),
    region_id: referenceId('region', regionCode),
    valid_from: from,
    valid_until: until,
    note,
  }));
}

export function officialRow(official: ReferenceOfficial): Row {
  const { key, organisation } = official;
  return {
    id: referenceId('official', key),
    name: official.name,
    name_variants: official.nameVariants,
    post: official.post,
    organisation_kind: organisationKind(organisation.kind),
    region_id: idOrNull('region', organisation.regionCode),
    agency: organisation.agency,
    office_id: idOrNull('office', organisation.officeKey),
    is_acting: official.isActing,
    term_from: official.termFrom,
    term_until: official.termUntil,
    evidenced_from: official.evidencedFrom,
    evidenced_until: official.evidencedUntil,
    note: official.note,
  };
}

/** The data calls the government of a region REGION. */
export function organisationKind(kind: 'REGION' | 'AGENCY' | 'OFFICE'): string {
  return kind === 'REGION' ? 'REGION_GOVERNMENT' : kind;
}

export function regulationRow(regulation: ReferenceRegulation): Row {
  return {
    id: referenceId('regulation', regulation.key),
    kind: regulation.kind,
    region_id: idOrNull('region', regulation.issuerRegionCode),
    issuer_name: regulation.issuerName,
    number: regulation.number,
    year: regulation.year,
    title: regulation.title,
    subject: regulation.subject,
    note: regulation.note,
    state: regulation.state,
    enacted_on: regulation.enactedOn,
    promulgated_on: regulation.promulgatedOn,
    effective_from: regulation.effectiveFrom,
    effective_until: regulation.effectiveUntil,
  };
}

export function relationRows({ key, relations }: ReferenceRegulation): Row[] {
  return relations.map(({ kind, toKey, note }) => ({
    id: referenceId('regulation_relation', [key, kind, toKey].join(':')),
    regulation_id: referenceId('regulation', key),
    kind,
    target_id: referenceId('regulation', toKey),
    note,
  }));
}

export function tariffRow({ key, regulationKey, validFrom, validUntil, ...tariff }: ReferenceTariff): Row {
  return {
    id: referenceId('tariff', key),
    segment: tariff.segment,
    scheme: tariff.scheme,
    kind: tariff.kind,
    amount_rupiah: tariff.amountRupiah,
    percent: tariff.percent,
    wage_from_rupiah: '0',
    wage_below_rupiah: tariff.wageBelowRupiah,
    sector: tariff.sector,
    excluded_funding: tariff.excludedFunding,
    valid_from: firstDay(validFrom),
    valid_until: validUntil === null ? null : lastDay(validUntil),
    regulation_id: referenceId('regulation', regulationKey),
    note: tariff.note,
  };
}

export function indicatorRow({ code, name, nameEn, unit, description }: ReferenceIndicator): Row {
  return { id: referenceId('indicator', code), code, name, name_en: nameEn, unit, description };
}

export function observationRow(observation: ReferenceObservation): Row {
  const { key, indicator, regionCode, value, asOf, period, label, denominatorKind, note } = observation;
  return {
    id: referenceId('observation', key),
    indicator_id: referenceId('indicator', indicator),
    region_id: idOrNull('region', regionCode),
    value,
    as_of: asOf,
    period,
    label,
    denominator_kind: denominatorKind,
    note,
  };
}

export function awardRow(award: ReferenceAward): Row {
  return {
    id: referenceId('award', award.key),
    name: award.name,
    edition_year: award.editionYear,
    level: award.level,
    category: award.category,
    rank: award.rank,
    region_id: referenceId('region', award.recipientRegionCode),
    given_by: award.givenBy,
    received_by: award.receivedBy,
    received_by_official_id: idOrNull('official', award.receivedByKey),
    ceremony_on: award.ceremonyOn,
    note: award.note,
  };
}

export function giverRows({ key, givenByKeys }: ReferenceAward): Row[] {
  return givenByKeys.map((giver) => ({
    id: referenceId('award_giver', `${key}:${giver}`),
    award_id: referenceId('award', key),
    official_id: referenceId('official', giver),
  }));
}

export function idOrNull(concept: string, key: string | null): string | null {
  return key === null ? null : referenceId(concept, key);
}
