import { In } from 'typeorm';
import { newId } from '../kernel/identifier.js';
import { Refusal } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { Region } from '../region/index.js';
import { Office } from './office.entity.js';
import type { OfficeDraft, OfficeSurroundings, ServiceAreaDraft } from './office.rules.js';
import { OfficeServiceArea } from './office-service-area.entity.js';

/** Levels of the records that an office is tied to. Three statements, however many service areas there are. */
export async function surroundingsOf(
  work: Work,
  {
    id,
    draft,
    areas,
  }: { readonly id: string | null; readonly draft: OfficeDraft; readonly areas: readonly ServiceAreaDraft[] },
): Promise<OfficeSurroundings> {
  const parent =
    draft.parentId === null ? null : await work.manager.findOneBy(Office, { id: draft.parentId });
  const children = id === null ? [] : await work.manager.findBy(Office, { parentId: id });
  const named = [draft.regionId, ...areas.map(({ regionId }) => regionId)].filter(
    (regionId) => regionId !== null,
  );
  const regions =
    named.length === 0 ? [] : await work.manager.findBy(Region, { id: In([...new Set(named)]) });
  return {
    parentLevel: parent?.level ?? null,
    childLevels: children.map(({ level }) => level),
    regionLevels: new Map(regions.map((region) => [region.id, region.level])),
  };
}

export function savedAreas(work: Work, officeId: string): Promise<OfficeServiceArea[]> {
  return work.manager.findBy(OfficeServiceArea, { officeId });
}

export async function addAreas(
  work: Work,
  officeId: string,
  areas: readonly ServiceAreaDraft[],
): Promise<void> {
  if (areas.length === 0) return;
  const rows = areas.flatMap(({ regionId, ...area }) =>
    regionId === null ? [] : [{ id: newId(), officeId, regionId, ...area }],
  );
  await work.manager.insert(OfficeServiceArea, rows);
}

/** @throws Refusal FORBIDDEN when row security kept one of them. */
export async function removeAreas(work: Work, areas: readonly OfficeServiceArea[]): Promise<void> {
  if (areas.length === 0) return;
  const { affected } = await work.manager.delete(
    OfficeServiceArea,
    areas.map(({ id }) => id),
  );
  if (affected !== areas.length) throw new Refusal('FORBIDDEN');
}
