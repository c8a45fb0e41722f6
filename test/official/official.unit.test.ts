import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../../schema/kernel/actor.js';
import { messageOf } from '../../schema/kernel/texts.js';
import { OrganisationKind } from '../../schema/official/index.js';
import '../../schema/official/official.problems.js';
import {
  checkAuthority,
  checkEnding,
  checkOrder,
  checkOrganisation,
  type OfficialDraft,
  type OfficialSurroundings,
} from '../../schema/official/official.rules.js';

const around: OfficialSurroundings = { regionLevel: 'CITY', isOfficeKnown: true, isOfficeCoordinated: false };

describe('checkOrganisation', () => {
  it.each<[OrganisationKind, Partial<OfficialDraft>, string[]]>([
    [OrganisationKind.REGION_GOVERNMENT, { regionId: 'cilegon' }, []],
    [OrganisationKind.AGENCY, { regionId: 'cilegon', agency: 'Dinas Sosial' }, []],
    [OrganisationKind.OFFICE, { officeId: 'serang' }, []],
    [OrganisationKind.REGION_GOVERNMENT, {}, ['input.regionId VALUE_MISSING']],
    [OrganisationKind.AGENCY, { regionId: 'cilegon' }, ['input.agency VALUE_MISSING']],
    [OrganisationKind.OFFICE, {}, ['input.officeId VALUE_MISSING']],
    [
      OrganisationKind.REGION_GOVERNMENT,
      { regionId: 'cilegon', agency: 'Dinas Sosial', officeId: 'serang' },
      ['input.agency OFFICIAL_ORGANISATION_UNFIT', 'input.officeId OFFICIAL_ORGANISATION_UNFIT'],
    ],
    [
      OrganisationKind.OFFICE,
      { officeId: 'serang', regionId: 'cilegon' },
      ['input.regionId OFFICIAL_ORGANISATION_UNFIT'],
    ],
  ])('%s with %j gives %j', (organisationKind, known, expected) => {
    expect(codes(checkOrganisation(anOfficial({ organisationKind, ...known }), around))).toEqual(expected);
  });

  it.each([
    ['DISTRICT', 'OFFICIAL_REGION_LEVEL'],
    [null, 'REFERENCE_NOT_FOUND'],
  ])('refuses a region of level %s', (regionLevel, code) => {
    const problems = checkOrganisation(anOfficial({ regionId: 'cibeber' }), { ...around, regionLevel });

    expect(codes(problems)).toEqual([`input.regionId ${code}`]);
  });
});

describe('checkAuthority', () => {
  const inCilegon = anOfficial({ regionId: 'cilegon' });
  const inOffice = anOfficial({ organisationKind: OrganisationKind.OFFICE, officeId: 'serang' });

  it.each<[Role, OfficialDraft, boolean, string[]]>([
    ['ADMIN', inOffice, false, []],
    ['OPERATOR', inCilegon, false, []],
    ['COORDINATOR', inCilegon, false, []],
    ['APPROVER', inCilegon, false, ['input.regionId OUTSIDE_REGION']],
    ['OPERATOR', anOfficial({ regionId: 'serang' }), false, ['input.regionId OUTSIDE_REGION']],
    ['OPERATOR', inOffice, false, ['input.officeId OFFICIAL_OFFICE_RESERVED']],
    ['COORDINATOR', inOffice, false, ['input.officeId OFFICIAL_OFFICE_RESERVED']],
    ['COORDINATOR', inOffice, true, []],
  ])('%s %# gives what the roles say', (role, draft, isOfficeCoordinated, expected) => {
    const actor: Actor = {
      staffId: 'x',
      grants: [{ role, regionIds: ['cilegon'] }],
      locale: 'id',
      canWrite: true,
    };

    expect(codes(checkAuthority(actor, draft, { ...around, isOfficeCoordinated }))).toEqual(expected);
  });
});

describe('checkOrder', () => {
  it('accepts a term and evidence of one day', () => {
    const days = {
      termFrom: '2024-01-24',
      termUntil: '2024-01-24',
      evidencedFrom: '2024-01-24',
      evidencedUntil: '2024-01-24',
    };

    expect(checkOrder(anOfficial(days))).toEqual([]);
  });

  it('names both dates of a reversed term, and finds the reversed evidence too', () => {
    const days = {
      termFrom: '2025-02-20',
      termUntil: '2021-02-26',
      evidencedFrom: '2024-02-01',
      evidencedUntil: '2024-01-01',
    };

    const problems = checkOrder(anOfficial(days));

    expect(codes(problems)).toEqual([
      'input.termUntil OFFICIAL_TERM_REVERSED',
      'input.evidencedUntil OFFICIAL_EVIDENCE_REVERSED',
    ]);
    expect(messageOf('OFFICIAL_TERM_REVERSED', problems[0]?.params ?? {}, 'id')).toBe(
      'Akhir masa jabatan (26 Februari 2021) mendahului awalnya (20 Februari 2025). Perbaiki salah satunya.',
    );
  });
});

describe('checkEnding', () => {
  it('refuses a second end and an end before the start', () => {
    expect(codes(checkEnding({ termFrom: null, termUntil: '2025-02-20' }, '2025-03-01'))).toEqual([
      'input.endedOn OFFICIAL_TERM_ENDED',
    ]);
    expect(codes(checkEnding({ termFrom: '2025-02-20', termUntil: null }, '2025-02-19'))).toEqual([
      'input.endedOn OFFICIAL_TERM_REVERSED',
    ]);
    expect(checkEnding({ termFrom: '2025-02-20', termUntil: null }, '2025-02-20')).toEqual([]);
  });
});

function anOfficial(known: Partial<OfficialDraft>): OfficialDraft {
  const days = { termFrom: null, termUntil: null, evidencedFrom: null, evidencedUntil: null };
  const place = {
    organisationKind: OrganisationKind.REGION_GOVERNMENT,
    regionId: null,
    agency: null,
    officeId: null,
  };
  return {
    name: 'Budi Teladan',
    nameVariants: [],
    post: 'Wali Kota',
    isActing: false,
    phone: null,
    email: null,
    note: null,
    ...days,
    ...place,
    ...known,
  };
}

function codes(problems: readonly { readonly path: readonly string[]; readonly code: string }[]): string[] {
  return problems.map(({ path, code }) => `${path.join('.')} ${code}`);
}
