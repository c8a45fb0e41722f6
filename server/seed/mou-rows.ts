import { referenceId } from '../../schema/kernel/identifier.js';
import type { SeedCitation } from './citation-rows.js';
import type { ReferenceMou, Segment } from './reference/types.js';
import { idOrNull, organisationKind } from './reference-rows.js';
import type { Row } from './seed-transaction.js';

const segmentNames: Readonly<Record<Segment, string>> = {
  PU: 'PU',
  BPU: 'BPU',
  JAKON: 'CONSTRUCTION',
  PMI: 'MIGRANT',
};
// the API shows day and place of signing together
const apiFields: Readonly<Record<string, string>> = { signedOn: 'signing', signedPlace: 'signing' };

export function mouRow(mou: ReferenceMou): Row {
  return {
    id: referenceId('mou', mou.key),
    kind: mou.kind,
    title_as_written: mou.titleAsWritten,
    subject: mou.subject,
    region_id: referenceId('region', mou.regionCode),
    parent_id: idOrNull('mou', mou.parentKey),
    predecessor_id: idOrNull('mou', mou.predecessorKey),
    state: mou.state,
    signed_on: mou.signedOn,
    signed_place: mou.signedPlace,
    effective_from: mou.effectiveFrom,
    effective_until: mou.effectiveUntil,
    term_text: mou.termText,
    notice_days: mou.noticeDays,
    segments: mou.segments.map((segment) => segmentNames[segment]),
    scope: mou.scope,
    planned_beneficiaries: mou.plannedBeneficiaries,
    note: mou.note,
  };
}

export function partyRows({ key, parties }: ReferenceMou): Row[] {
  return parties.map((party, index) => ({
    id: referenceId('mou_party', `${key}:${index + 1}`),
    mou_id: referenceId('mou', key),
    position: index + 1,
    kind: organisationKind(party.kind),
    region_id: idOrNull('region', party.regionCode),
    agency: party.agency,
    office_id: idOrNull('office', party.officeKey),
    number: party.number,
    signatory_id: idOrNull('official', party.signatoryKey),
  }));
}

export function legalBasisRows({ key, legalBasisKeys }: ReferenceMou): Row[] {
  return legalBasisKeys.map((regulation) => ({
    id: referenceId('mou_legal_basis', `${key}:${regulation}`),
    mou_id: referenceId('mou', key),
    regulation_id: referenceId('regulation', regulation),
  }));
}

export function mouFieldCitations({ key, fieldSources }: ReferenceMou): SeedCitation[] {
  return fieldSources.map(({ field, source }) => ({
    concept: 'mou',
    key,
    source,
    field: apiFields[field] ?? field,
  }));
}
