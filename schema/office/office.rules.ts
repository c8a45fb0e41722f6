import { type Actor, holdsRole } from '../kernel/actor.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { OfficeLevel } from './office.entity.js';

/** What an office is made of, before it is saved; keys are those of the database. */
export interface OfficeDraft {
  readonly level: OfficeLevel | null;
  readonly name: string | null;
  readonly code: string | null;
  readonly parentId: string | null;
  readonly regionId: string | null;
  readonly address: string | null;
  readonly openedFrom: string | null;
  readonly closedUntil: string | null;
  readonly note: string | null;
}

/** One region that an office serves, before it is saved. `regionId` is null when the input named none. */
export interface ServiceAreaDraft {
  readonly regionId: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly note: string | null;
}

/** What the database knows about the records around an office. */
export interface OfficeSurroundings {
  /** Level of the office above; null: there is no such office. */
  readonly parentLevel: OfficeLevel | null;
  /** Levels of the offices below. */
  readonly childLevels: readonly OfficeLevel[];
  /** Level of each region that is named. */
  readonly regionLevels: ReadonlyMap<string, string>;
}

const rank: Readonly<Record<OfficeLevel, number>> = { HEAD_OFFICE: 1, KANWIL: 2, KC: 3, KCP: 4 };
const mainLevels = ['PROVINCE', 'REGENCY', 'CITY'];
const areasPath = ['input', 'serviceAreas'];

/** An office lies below one of a higher level, so that chains of offices never close; its seat is a main region. */
export function checkOffice(draft: OfficeDraft, around: OfficeSurroundings): Problem[] {
  return [
    ...checkParent(draft, around),
    ...checkRegion(draft.regionId, ['input', 'regionId'], around),
    ...checkOrder(
      { from: draft.openedFrom, until: draft.closedUntil },
      ['input', 'closedUntil'],
      'OFFICE_PERIOD_REVERSED',
    ),
  ];
}

/** Each served region is a main region, each period runs forward, and none overlaps another of the same region. */
export function checkServiceAreas(areas: readonly ServiceAreaDraft[], around: OfficeSurroundings): Problem[] {
  return areas.flatMap((area, index) => {
    const path = [...areasPath, String(index)];
    const period = { from: area.validFrom, until: area.validUntil };
    const reversed = checkOrder(period, [...path, 'until'], 'OFFICE_SERVICE_PERIOD_REVERSED');
    const isDoubled =
      reversed.length === 0 && areas.slice(0, index).some((earlier) => overlaps(earlier, area));
    const doubled = isDoubled ? [problem([...path, 'from'], 'OFFICE_SERVICE_AREA_OVERLAP')] : [];
    return [...checkRegion(area.regionId, [...path, 'regionId'], around), ...reversed, ...doubled];
  });
}

/** What a change adds to and takes from the service areas; what stays the same is not written again. */
export function changedAreas<Saved extends ServiceAreaDraft>(
  saved: readonly Saved[],
  wanted: readonly ServiceAreaDraft[],
): { readonly added: readonly ServiceAreaDraft[]; readonly removed: readonly Saved[] } {
  const savedKeys = new Set(saved.map(areaKey));
  const wantedKeys = new Set(wanted.map(areaKey));
  return {
    added: wanted.filter((area) => !savedKeys.has(areaKey(area))),
    removed: saved.filter((area) => !wantedKeys.has(areaKey(area))),
  };
}

/**
 * Whether the actor may make this of the office: administrators everything; coordinators what has its seat or an area
 * in their province, and only the seat and areas that lie there. Row security says the same.
 */
export function checkAuthority(
  actor: Actor,
  after: { readonly draft: OfficeDraft; readonly areas: readonly ServiceAreaDraft[] },
  before: { readonly regionId: string | null; readonly areas: readonly ServiceAreaDraft[] } | null = null,
): Problem[] {
  if (holdsRole(actor, ['ADMIN'])) return [];
  const { draft, areas } = after;
  const { added, removed } = changedAreas(before?.areas ?? [], areas);
  const isOwn = (regionId: string | null) => regionId !== null && holdsRole(actor, ['COORDINATOR'], regionId);
  const isMovedOut =
    draft.regionId !== null && draft.regionId !== (before?.regionId ?? null) && !isOwn(draft.regionId);
  const problems = [
    ...(draft.level !== null && rank[draft.level] === rank.HEAD_OFFICE
      ? [problem(['input', 'level'], 'OFFICE_HEAD_RESERVED')]
      : []),
    ...(isMovedOut ? [problem(['input', 'regionId'], 'OUTSIDE_REGION')] : []),
    ...areas.flatMap((area, index) =>
      added.includes(area) && area.regionId !== null && !isOwn(area.regionId)
        ? [problem([...areasPath, String(index), 'regionId'], 'OUTSIDE_REGION')]
        : [],
    ),
    ...(removed.every(({ regionId }) => isOwn(regionId)) ? [] : [problem(areasPath, 'OUTSIDE_REGION')]),
  ];
  if (problems.length > 0 || isOwn(draft.regionId) || areas.some(({ regionId }) => isOwn(regionId)))
    return problems;
  return [problem(['input', 'regionId'], 'OFFICE_PLACE_MISSING')];
}

/** An office closes once, and not before it opened. */
export function checkClosing(
  office: Pick<OfficeDraft, 'openedFrom' | 'closedUntil'>,
  closedOn: string | null,
): Problem[] {
  const path = ['input', 'closedOn'];
  if (office.closedUntil !== null)
    return [problem(path, 'OFFICE_CLOSED_ALREADY', { until: office.closedUntil })];
  return checkOrder({ from: office.openedFrom, until: closedOn }, path, 'OFFICE_PERIOD_REVERSED');
}

function checkParent(
  { level, parentId }: OfficeDraft,
  { parentLevel, childLevels }: OfficeSurroundings,
): Problem[] {
  if (level === null) return [];
  const problems: Problem[] = [];
  const path = ['input', 'parentId'];
  if (parentId !== null && parentLevel === null) problems.push(problem(path, 'REFERENCE_NOT_FOUND'));
  if (parentLevel !== null && rank[parentLevel] >= rank[level])
    problems.push(problem(path, 'OFFICE_PARENT_MISPLACED'));
  const isAboveAll = childLevels.every((child) => rank[level] < rank[child]);
  if (!isAboveAll) problems.push(problem(['input', 'level'], 'OFFICE_PARENT_MISPLACED'));
  return problems;
}

function checkRegion(
  regionId: string | null,
  path: readonly string[],
  { regionLevels }: OfficeSurroundings,
): Problem[] {
  if (regionId === null) return [];
  const level = regionLevels.get(regionId);
  if (level === undefined) return [problem(path, 'REFERENCE_NOT_FOUND')];
  return mainLevels.includes(level) ? [] : [problem(path, 'OFFICE_REGION_LEVEL')];
}

function checkOrder(
  { from, until }: { readonly from: string | null; readonly until: string | null },
  path: readonly string[],
  code: string,
): Problem[] {
  return from !== null && until !== null && until < from ? [problem(path, code, { from, until })] : [];
}

/** Both days of a period are included; an unknown start is before, an open end after everything. */
function overlaps(one: ServiceAreaDraft, other: ServiceAreaDraft): boolean {
  if (one.regionId === null || one.regionId !== other.regionId) return false;
  const startsInTime =
    one.validFrom === null || other.validUntil === null || one.validFrom <= other.validUntil;
  const endsLate = one.validUntil === null || other.validFrom === null || one.validUntil >= other.validFrom;
  return startsInTime && endsLate;
}

function areaKey({ regionId, validFrom, validUntil, note }: ServiceAreaDraft): string {
  return JSON.stringify([regionId, validFrom, validUntil, note]);
}
