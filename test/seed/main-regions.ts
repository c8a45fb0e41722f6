import { writeRegions } from '../../server/seed/load-regions.js';
import { openRegionPackage } from '../../server/seed/packaged-regions.js';
import { withSeedTransaction } from '../../server/seed/seed-transaction.js';

/** All provinces, regencies and cities: reference data names no smaller region, and 91,000 rows take seconds. */
export async function loadMainRegions(ownerUrl: string): Promise<void> {
  const [provinces, regencies] = openRegionPackage().layers;
  await withSeedTransaction(ownerUrl, async (client) => {
    for (const layer of [provinces, regencies]) await writeRegions(client, layer?.() ?? []);
  });
}

/** Districts, wards and villages of one province, given by its code. */
export async function loadSmallRegions(ownerUrl: string, province: string): Promise<void> {
  const [, , districts, villages] = openRegionPackage().layers;
  await withSeedTransaction(ownerUrl, async (client) => {
    for (const layer of [districts, villages])
      await writeRegions(client, layer?.().filter(({ code }) => code.startsWith(`${province}.`)) ?? []);
  });
}
