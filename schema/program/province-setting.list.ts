import type { ListRead } from '../kernel/readable.js';
import { ProvinceSetting } from './province-setting.entity.js';

/** Settings found through a region of the province; no list of the API. */
export const provinceSettingList: ListRead = {
  of: () => ProvinceSetting,
  filters: {
    within: (setting, regionId: string, statement) =>
      `${setting}.region_id in (select above from unnest(${statement.ids('region', [regionId])}) as r(id) cross join lateral app.region_ancestors(r.id) above)`,
  },
  orders: { CREATED_AT: { sql: (setting) => `${setting}.created_at`, type: 'timestamptz' } },
  defaultOrder: { field: 'CREATED_AT', direction: 'ASC' },
};
