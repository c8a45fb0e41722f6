import type { CurrentAdmin } from 'adminjs';
import type { Services } from '../schema/index.js';
import { publicId } from '../schema/kernel/identifier.js';
import { isPermitted } from '../schema/kernel/policy.js';
import type { Selection } from '../schema/kernel/selection.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { readListAddress } from './list-request.js';
import { callerOf } from './panel-session.js';
import { roleNames } from './role-names.js';
import type { Screen, ScreenCount } from './screen.js';
import { isRow } from './screen-property.js';

const countOnly: Selection = new Map([['totalCount', { name: 'totalCount', args: {}, below: null }]]);
const plainField = (name: string) => [name, { name, args: {}, below: null }] as const;
const regionNames: Selection = new Map([
  ['nodes', { name: 'nodes', args: {}, below: new Map([plainField('id'), plainField('displayName')]) }],
]);

/** Data of the start page: where the person works, and the counts that the screens declare. */
export function dashboardHandler(services: Pick<Services, 'region'>, screens: readonly Screen[]) {
  return async (_request: unknown, _response: unknown, context: { readonly currentAdmin?: CurrentAdmin }) => {
    const caller = callerOf(context.currentAdmin);
    const shown = screens.filter(({ read }) => isPermitted(caller.actor, read));
    const wanted = shown.flatMap((screen) => (screen.counts ?? []).map((count) => ({ screen, count })));
    // asked together, the counts share one round trip and one moment
    const [regions, counts] = await Promise.all([
      ownRegions(caller, services),
      Promise.all(wanted.map(({ screen, count }) => counted(caller, screen, count))),
    ]);
    return { regions, counts };
  };
}

async function counted(
  caller: Caller,
  screen: Screen,
  { label, filters, isTask = false }: ScreenCount,
): Promise<object> {
  const query = Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [`filters.${name}`, value]),
  );
  const address = readListAddress(screen, query);
  if (!address.isReadable)
    throw new Error(`count of ${screen.concept} has an unreadable filter ${address.filter}`);
  const page = await screen.service.list(caller, address.request, countOnly);
  const href = `/admin/resources/${screen.concept}?${new URLSearchParams(query)}`;
  return { label: label[caller.actor.locale], href, count: page.totalCount ?? 0, isTask };
}

/** Roles with the names of their regions: the place of each grant, not what lies below it. */
async function ownRegions(caller: Caller, { region }: Pick<Services, 'region'>): Promise<object[]> {
  const { grants, locale } = caller.actor;
  const places: object[] = [];
  for (const { role, regionIds } of grants) {
    const names = regionIds === null ? null : await topNames(caller, region, regionIds);
    places.push({ role: roleNames[role][locale], names });
  }
  return places;
}

async function topNames(
  caller: Caller,
  region: Services['region'],
  regionIds: readonly string[],
): Promise<string[]> {
  const withinIds = regionIds.map((key) => publicId('region', key));
  const filter = { withinIds, levels: ['PROVINCE'] };
  const provinces = await region.list(caller, { filter, first: 100 }, regionNames);
  const places =
    provinces.nodes.length > 0
      ? provinces
      : await region.list(
          caller,
          { filter: { withinIds, levels: ['REGENCY', 'CITY'] }, first: 100 },
          regionNames,
        );
  return places.nodes.filter(isRow).map((place) => String(place.displayName));
}
