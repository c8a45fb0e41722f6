import { registerEnumType } from 'type-graphql';

export enum ContributionSegment {
  PU = 'PU',
  BPU = 'BPU',
}

export enum ContributionScheme {
  JKK = 'JKK',
  JKM = 'JKM',
  JHT = 'JHT',
}

export enum ContributionSector {
  TRANSPORT = 'TRANSPORT',
  OTHER = 'OTHER',
}

export enum TariffKind {
  FLAT = 'FLAT',
  PERCENT_OF_WAGE = 'PERCENT_OF_WAGE',
  RELIEF = 'RELIEF',
}

export enum FundingSource {
  APBD_REGENCY = 'APBD_REGENCY',
  APBD_PROVINCE = 'APBD_PROVINCE',
  APBN = 'APBN',
  APBDES = 'APBDES',
  DBHCHT = 'DBHCHT',
  CSR = 'CSR',
  BAZNAS = 'BAZNAS',
  DONOR = 'DONOR',
  OTHER = 'OTHER',
}

registerEnumType(ContributionSegment, {
  name: 'ContributionSegment',
  description: 'Segment of participants that a contribution is reckoned for.',
  valuesConfig: {
    PU: { description: 'Wage-receiving: a percentage of the reported wage.' },
    BPU: { description: 'Non-wage: a flat amount by band of income.' },
  },
});
registerEnumType(ContributionScheme, {
  name: 'ContributionScheme',
  description: 'Scheme of BPJS Ketenagakerjaan that a contribution pays for.',
  valuesConfig: {
    JKK: { description: 'Work accident (Jaminan Kecelakaan Kerja).' },
    JKM: { description: 'Death (Jaminan Kematian).' },
    JHT: { description: 'Old-age savings (Jaminan Hari Tua).' },
  },
});
registerEnumType(ContributionSector, {
  name: 'ContributionSector',
  description: 'Sector of work that rates tell apart since PP 50/2025.',
  valuesConfig: {
    TRANSPORT: { description: 'Ojol, drivers, couriers, logistics; see `Category.isTransport`.' },
    OTHER: { description: 'Every other work.' },
  },
});
registerEnumType(TariffKind, {
  name: 'TariffKind',
  description: 'How a rate turns into rupiah.',
  valuesConfig: {
    FLAT: { description: 'Rupiah for each month.' },
    PERCENT_OF_WAGE: { description: 'Percent of the reported wage for each month.' },
    RELIEF: { description: 'Percent taken off the standard rate of the same scheme.' },
  },
});
registerEnumType(FundingSource, {
  name: 'FundingSource',
  description: 'Where the money for contributions comes from.',
  valuesConfig: {
    APBD_REGENCY: { description: 'Budget of a regency or city.' },
    APBD_PROVINCE: { description: 'Budget of a province.' },
    APBN: { description: 'Budget of the state.' },
    APBDES: { description: 'Budget of a village, Dana Desa included.' },
    DBHCHT: { description: 'Share of the tobacco excise, which comes through the budget of the region.' },
    CSR: { description: 'Social responsibility of companies (TJSL).' },
    BAZNAS: { description: 'Zakat through BAZNAS.' },
    DONOR: { description: 'Persons who pay for others, SERTAKAN included.' },
    OTHER: { description: 'Any other source.' },
  },
});
