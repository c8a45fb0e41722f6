import { registerEnumType } from 'type-graphql';

export enum RegulationKind {
  UU = 'UU',
  PP = 'PP',
  PERPRES = 'PERPRES',
  INPRES = 'INPRES',
  PERMEN = 'PERMEN',
  PERBAN = 'PERBAN',
  PERDIR = 'PERDIR',
  SE = 'SE',
  PERDA = 'PERDA',
  PERGUB = 'PERGUB',
  PERBUP = 'PERBUP',
  PERWAL = 'PERWAL',
  KEPGUB = 'KEPGUB',
  KEPBUP = 'KEPBUP',
  KEPWAL = 'KEPWAL',
}
registerEnumType(RegulationKind, {
  name: 'RegulationKind',
  description: 'Kind of a regulation, by the abbreviation of Indonesian law.',
  valuesConfig: {
    UU: { description: 'Law (undang-undang), national.' },
    PP: { description: 'Government regulation (peraturan pemerintah), national.' },
    PERPRES: { description: 'Presidential regulation, national.' },
    INPRES: { description: 'Presidential instruction, national.' },
    PERMEN: { description: 'Regulation of a minister; `issuerName` says of which.' },
    PERBAN: { description: 'Regulation of BPJS Ketenagakerjaan (peraturan badan), national.' },
    PERDIR: { description: 'Regulation of the directors of BPJS Ketenagakerjaan, national.' },
    SE: { description: 'Circular (surat edaran) of a ministry or of a region.' },
    PERDA: { description: 'Regulation of a province, regency or city, made with its council.' },
    PERGUB: { description: 'Regulation of a governor.' },
    PERBUP: { description: 'Regulation of a regent.' },
    PERWAL: { description: 'Regulation of a mayor.' },
    KEPGUB: { description: 'Decision of a governor.' },
    KEPBUP: { description: 'Decision of a regent.' },
    KEPWAL: { description: 'Decision of a mayor.' },
  },
});

export enum RegulationState {
  DRAFT = 'DRAFT',
  ENACTED = 'ENACTED',
  REVOKED = 'REVOKED',
}
registerEnumType(RegulationState, {
  name: 'RegulationState',
  description:
    'What was last decided on a regulation: drafted, enacted, revoked. Where it stands today is `phase`.',
});

export enum RegulationPhase {
  DRAFT = 'DRAFT',
  NOT_YET_IN_FORCE = 'NOT_YET_IN_FORCE',
  IN_FORCE = 'IN_FORCE',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}
registerEnumType(RegulationPhase, {
  name: 'RegulationPhase',
  description: 'Where a regulation stands on a day, derived from its dates and from those that revoke it.',
  valuesConfig: {
    DRAFT: { description: 'Not enacted.' },
    NOT_YET_IN_FORCE: { description: 'Enacted, and its first day is still to come.' },
    IN_FORCE: { description: 'In force on the day.' },
    EXPIRED: { description: 'Its own last day is over.' },
    REVOKED: { description: 'Revoked, by another regulation or as recorded.' },
  },
});

export enum RegulationRelationKind {
  AMENDS = 'AMENDS',
  REVOKES = 'REVOKES',
  IMPLEMENTS = 'IMPLEMENTS',
  BASED_ON = 'BASED_ON',
  REFERS_TO = 'REFERS_TO',
}
registerEnumType(RegulationRelationKind, {
  name: 'RegulationRelationKind',
  description:
    'What one regulation does with another: amends, revokes, implements, rests on (mengingat), or mentions it.',
});
