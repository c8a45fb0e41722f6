import { registerEnumType } from 'type-graphql';
import { MouState } from './mou.lifecycle.js';

export enum MouKind {
  UMBRELLA = 'UMBRELLA',
  PKS = 'PKS',
  ADDENDUM = 'ADDENDUM',
}

export enum MouPhase {
  UNDATED = 'UNDATED',
  UPCOMING = 'UPCOMING',
  ACTIVE = 'ACTIVE',
  EXPIRING = 'EXPIRING',
  EXPIRED = 'EXPIRED',
  RENEWED = 'RENEWED',
}

export enum MouFact {
  PARTY = 'PARTY',
  NUMBER = 'NUMBER',
  SIGNATORY = 'SIGNATORY',
  SIGNED_ON = 'SIGNED_ON',
  EFFECTIVE_FROM = 'EFFECTIVE_FROM',
  EFFECTIVE_UNTIL = 'EFFECTIVE_UNTIL',
  LEGAL_BASIS = 'LEGAL_BASIS',
  PARENT = 'PARENT',
  DOCUMENT = 'DOCUMENT',
}

export enum MouConcern {
  OFFICE_NO_LONGER_SERVES = 'OFFICE_NO_LONGER_SERVES',
}

export enum MouPartyKind {
  REGION_GOVERNMENT = 'REGION_GOVERNMENT',
  AGENCY = 'AGENCY',
  OFFICE = 'OFFICE',
  OTHER = 'OTHER',
}

export enum Segment {
  PU = 'PU',
  BPU = 'BPU',
  CONSTRUCTION = 'CONSTRUCTION',
  MIGRANT = 'MIGRANT',
}

registerEnumType(MouState, {
  name: 'MouState',
  description: 'State of an agreement as people decided it. Phases are derived from dates.',
  valuesConfig: {
    DRAFT: { description: 'Being written; visible only within its region.' },
    LEGAL_REVIEW: { description: 'With the legal or cooperation office; visible only within its region.' },
    SIGNED: { description: 'Signed; its content changes only by an addendum.' },
    TERMINATED: { description: 'Ended before its term, with a reason and a document.' },
  },
});
registerEnumType(MouKind, {
  name: 'MouKind',
  description: 'Kind of agreement with BPJS Ketenagakerjaan.',
  valuesConfig: {
    UMBRELLA: { description: 'MoU, Nota Kesepakatan or Kesepakatan Bersama by the head of a region.' },
    PKS: { description: 'Perjanjian Kerja Sama: operational agreement, usually yearly, by an agency.' },
    ADDENDUM: { description: 'Change of a signed umbrella or PKS.' },
  },
});
registerEnumType(MouPhase, {
  name: 'MouPhase',
  description: 'Phase of a signed agreement, derived from its dates, its addenda, its successor and today.',
  valuesConfig: {
    UNDATED: { description: 'Nobody knows when it ends.' },
    UPCOMING: { description: 'Signed, and its first day is still to come.' },
    ACTIVE: { description: 'Runs for more than 90 days from today.' },
    EXPIRING: { description: 'Ends within 90 days, and no successor is signed.' },
    EXPIRED: { description: 'Ended, and no successor is signed.' },
    RENEWED: { description: 'Ended or ending within 90 days, with a signed successor.' },
  },
});
registerEnumType(MouFact, {
  name: 'MouFact',
  description: 'Fact about an agreement that nobody knows yet.',
  valuesConfig: {
    PARTY: { description: 'Both parties.' },
    NUMBER: { description: 'Number that each party gave it.' },
    SIGNATORY: { description: 'Official who signed for each party.' },
    SIGNED_ON: { description: 'Date of signing.' },
    EFFECTIVE_FROM: { description: 'First date of its term.' },
    EFFECTIVE_UNTIL: { description: 'Last date of its term, addenda included.' },
    LEGAL_BASIS: { description: 'Any regulation that it cites.' },
    PARENT: { description: 'Umbrella above a PKS.' },
    DOCUMENT: { description: 'Its file; told only to those who may see files.' },
  },
});
registerEnumType(MouConcern, {
  name: 'MouConcern',
  description: 'Something about an agreement that needs a person to look at.',
  valuesConfig: {
    OFFICE_NO_LONGER_SERVES: {
      description: 'It still runs, but an office that signed it no longer serves the region today.',
    },
  },
});
registerEnumType(MouPartyKind, {
  name: 'MouPartyKind',
  description: 'Kind of organisation that is party to an agreement.',
});
registerEnumType(Segment, {
  name: 'Segment',
  description: 'Segment of participants: PU (wage-receiving), BPU (non-wage), construction, migrant workers.',
});
