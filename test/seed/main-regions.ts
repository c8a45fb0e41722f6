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
