import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../schema/kernel/actor.js';
import { messageOf } from '../../schema/kernel/texts.js';
import { OfficeLevel } from '../../schema/office/index.js';
import '../../schema/office/office.problems.js';
import {
  changedAreas,
  checkAuthority,
  checkClosing,
  checkOffice,
  checkServiceAreas,
  type OfficeDraft,
  type OfficeSurroundings,
  type ServiceAreaDraft,
} from '../../schema/office/office.rules.js';

const around: OfficeSurroundings = {
  parentLevel: null,
  childLevels: [],
  regionLevels: new Map([
    ['cilegon', 'CITY'],
    ['bekasi', 'CITY'],
    ['cibeber', 'DISTRICT'],
  ]),
};

describe('checkOffice', () => {
  it('accepts a branch below a Kanwil', () => {
    const draft = anOffice({ level: OfficeLevel.KC, parentId: 'kanwil' });

    expect(checkOffice(draft, { ...around, parentLevel: OfficeLevel.KANWIL })).toEqual([]);
  });

  it.each([
    [OfficeLevel.KANWIL, OfficeLevel.KC],
    [OfficeLevel.KC, OfficeLevel.KC],
    [OfficeLevel.HEAD_OFFICE, OfficeLevel.HEAD_OFFICE],
  ])('refuses a %s below a %s', (level, parentLevel) => {
    const draft = anOffice({ level, parentId: 'above' });

    const [found, ...others] = checkOffice(draft, { ...around, parentLevel });

    expect(found).toEqual({ path: ['input', 'parentId'], code: 'OFFICE_PARENT_MISPLACED', params: {} });
    expect(others).toEqual([]);
  });

  it('refuses a level that is not above the offices below', () => {
    const draft = anOffice({ level: OfficeLevel.KCP });

    const problems = checkOffice(draft, { ...around, childLevels: [OfficeLevel.KCP] });

    expect(codes(problems)).toEqual(['input.level OFFICE_PARENT_MISPLACED']);
  });

  it('refuses an unknown parent, a district as seat and a reversed period, all at once', () => {
    const days = { openedFrom: '2026-01-01', closedUntil: '2025-01-01' };
    const draft = anOffice({ parentId: 'nobody', regionId: 'cibeber', ...days });

    expect(codes(checkOffice(draft, around))).toEqual([
      'input.parentId REFERENCE_NOT_FOUND',
      'input.regionId OFFICE_REGION_LEVEL',
      'input.closedUntil OFFICE_PERIOD_REVERSED',
    ]);
  });

  it('names both dates of a reversed period', () => {
    const draft = anOffice({ openedFrom: '2026-01-01', closedUntil: '2025-01-01' });

    const [found] = checkOffice(draft, around);

    expect(messageOf(found?.code ?? '', found?.params ?? {}, 'id')).toBe(
      'Tanggal tutup (1 Januari 2025) mendahului tanggal buka (1 Januari 2026). Perbaiki salah satunya.',
    );
  });
});

describe('checkServiceAreas', () => {
  it('accepts periods of one region that touch but do not share a day', () => {
    const areas = [anArea({ validUntil: '2024-06-30' }), anArea({ validFrom: '2024-07-01' })];

    expect(checkServiceAreas(areas, around)).toEqual([]);
  });

  it('refuses periods of one region that share one day, at the later entry', () => {
    const areas = [anArea({ validUntil: '2024-07-01' }), anArea({ validFrom: '2024-07-01' })];

    expect(codes(checkServiceAreas(areas, around))).toEqual([
      'input.serviceAreas.1.from OFFICE_SERVICE_AREA_OVERLAP',
    ]);
  });

  it('accepts equal periods of different regions', () => {
    expect(checkServiceAreas([anArea({}), anArea({ regionId: 'bekasi' })], around)).toEqual([]);
  });

  it('refuses a reversed period and a district', () => {
    const area = anArea({ regionId: 'cibeber', validFrom: '2024-07-01', validUntil: '2024-06-30' });

    expect(codes(checkServiceAreas([area], around))).toEqual([
      'input.serviceAreas.0.regionId OFFICE_REGION_LEVEL',
      'input.serviceAreas.0.until OFFICE_SERVICE_PERIOD_REVERSED',
    ]);
  });
});

describe('changedAreas', () => {
  it('leaves out what stays the same', () => {
    const saved = [anArea({}), anArea({ regionId: 'bekasi' })];

    const { added, removed } = changedAreas(saved, [
      anArea({}),
      anArea({ regionId: 'bekasi', note: 'baru' }),
    ]);

    expect(added.map(({ note }) => note)).toEqual(['baru']);
    expect(removed).toEqual([saved[1]]);
  });
});

describe('checkAuthority', () => {
  const coordinator = anActor('COORDINATOR');

  it('lets an administrator record the head office', () => {
    const draft = anOffice({ level: OfficeLevel.HEAD_OFFICE });

    expect(checkAuthority(anActor('ADMIN'), { draft, areas: [] })).toEqual([]);
  });

  it('keeps the head office from a coordinator', () => {
    const draft = anOffice({ level: OfficeLevel.HEAD_OFFICE, regionId: 'cilegon' });

    expect(codes(checkAuthority(coordinator, { draft, areas: [] }))).toEqual([
      'input.level OFFICE_HEAD_RESERVED',
    ]);
  });

  it('lets a coordinator record an office known only by what it serves', () => {
    expect(checkAuthority(coordinator, { draft: anOffice({}), areas: [anArea({})] })).toEqual([]);
  });

  it('refuses a coordinator an office without any place of the own province', () => {
    expect(codes(checkAuthority(coordinator, { draft: anOffice({}), areas: [] }))).toEqual([
      'input.regionId OFFICE_PLACE_MISSING',
    ]);
  });

  it('refuses a coordinator a seat and an area elsewhere', () => {
    const draft = anOffice({ regionId: 'bekasi' });

    expect(
      codes(checkAuthority(coordinator, { draft, areas: [anArea({}), anArea({ regionId: 'bekasi' })] })),
    ).toEqual(['input.regionId OUTSIDE_REGION', 'input.serviceAreas.1.regionId OUTSIDE_REGION']);
  });

  it('lets an area elsewhere stay, but not go', () => {
    const foreign = anArea({ regionId: 'bekasi' });
    const before = { regionId: 'cilegon', areas: [foreign] };
    const draft = anOffice({ regionId: 'cilegon' });

    expect(checkAuthority(coordinator, { draft, areas: [foreign] }, before)).toEqual([]);
    expect(codes(checkAuthority(coordinator, { draft, areas: [] }, before))).toEqual([
      'input.serviceAreas OUTSIDE_REGION',
    ]);
  });
});

describe('checkClosing', () => {
  it('refuses an office that is closed, naming the day', () => {
    const [found] = checkClosing({ openedFrom: null, closedUntil: '2024-06-30' }, '2025-01-01');

    expect(found?.code).toBe('OFFICE_CLOSED_ALREADY');
    expect(found?.params).toEqual({ until: '2024-06-30' });
  });

  it('refuses a day before the opening', () => {
    const problems = checkClosing({ openedFrom: '2024-01-01', closedUntil: null }, '2023-12-31');

    expect(codes(problems)).toEqual(['input.closedOn OFFICE_PERIOD_REVERSED']);
  });
});

function anOffice(known: Partial<OfficeDraft>): OfficeDraft {
  const days = { openedFrom: null, closedUntil: null };
  const empty = { code: null, parentId: null, regionId: null, address: null, note: null, ...days };
  return { level: OfficeLevel.KC, name: 'Cilegon', ...empty, ...known };
}

function anArea(known: Partial<ServiceAreaDraft>): ServiceAreaDraft {
  return { regionId: 'cilegon', validFrom: null, validUntil: null, note: null, ...known };
}

function anActor(role: 'ADMIN' | 'COORDINATOR'): Actor {
  return { staffId: 'somebody', grants: [{ role, regionIds: ['cilegon'] }], locale: 'id', canWrite: true };
}

function codes(problems: readonly { readonly path: readonly string[]; readonly code: string }[]): string[] {
  return problems.map(({ path, code }) => `${path.join('.')} ${code}`);
}
