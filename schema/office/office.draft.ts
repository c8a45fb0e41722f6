import { checkDates, checkLength, checkRequired, longText, referenceKey } from '../kernel/input.js';
import type { Problem } from '../kernel/problem.js';
import type { Office } from './office.entity.js';
import type { OfficeReviseInput, OfficeServiceAreaInput } from './office.inputs.js';
import type { OfficeDraft, ServiceAreaDraft } from './office.rules.js';

const nameLimit = 200;
const codeLimit = 20;
const addressLimit = 1000;

/** An office of which nothing is known yet. */
export const emptyDraft: OfficeDraft = {
  level: null,
  name: null,
  code: null,
  parentId: null,
  regionId: null,
  address: null,
  openedFrom: null,
  closedUntil: null,
  note: null,
};

export function draftOfSaved(office: Office): OfficeDraft {
  const { level, name, code, parentId, regionId, address, openedFrom, closedUntil, note } = office;
  return { level, name, code, parentId, regionId, address, openedFrom, closedUntil, note };
}

/** What a cleaned input says, with database keys; ids of another kind are added to `problems`. */
export function draftOf(input: OfficeReviseInput, problems: Problem[]): Partial<OfficeDraft> {
  const { serviceAreas: _areas, parentId, regionId, ...plain } = input;
  const parent = referenceKey('office', parentId, ['input', 'parentId'], problems);
  const region = referenceKey('region', regionId, ['input', 'regionId'], problems);
  return {
    ...plain,
    ...(parentId === undefined ? {} : { parentId: parent }),
    ...(regionId === undefined ? {} : { regionId: region }),
  };
}

/** Service areas of a cleaned input, in its order, with database keys. */
export function serviceAreasOf(
  inputs: readonly OfficeServiceAreaInput[],
  problems: Problem[],
): ServiceAreaDraft[] {
  return inputs.map((area, index) => {
    const path = ['input', 'serviceAreas', String(index)];
    problems.push(
      ...checkRequired(area, ['regionId'], path),
      ...checkDates(area, ['from', 'until'], path),
      ...checkLength(area, ['note'], longText, path),
    );
    return {
      regionId: referenceKey('region', area.regionId, [...path, 'regionId'], problems),
      validFrom: area.from ?? null,
      validUntil: area.until ?? null,
      note: area.note ?? null,
    };
  });
}

/** Values that are missing, too long, or no dates. */
export function checkForm(draft: OfficeDraft): Problem[] {
  return [
    ...checkRequired(draft, ['level', 'name']),
    ...checkLength(draft, ['name'], nameLimit),
    ...checkLength(draft, ['code'], codeLimit),
    ...checkLength(draft, ['address'], addressLimit),
    ...checkDates(draft, ['openedFrom', 'closedUntil']),
    ...checkLength(draft, ['note'], longText),
  ];
}
