import { agreementLevel, agreementLevels } from '../../admin/components/agreement-level';
import type { MapView } from '../../admin/components/map/map-types';
import type { ProvinceQuery } from './operations';

type Region = ProvinceQuery['regions']['nodes'][number];

/** Regions by the best agreement that they have today. */
export function agreementsView(regions: readonly Region[]): MapView {
  return {
    code: 'agreements',
    name: 'Perjanjian',
    about: 'Perjanjian terbaik yang dimiliki pemerintah daerahnya hari ini.',
    steps: agreementLevels.map(({ id }) => id),
    cells: Object.fromEntries(
      regions.map(({ code, mous }) => {
        const step = agreementLevel({ phases: mous.nodes.flatMap(({ phase }) => (phase ? [phase] : [])) });
        const count = mous.totalCount ?? mous.nodes.length;
        const note = `${count} perjanjian dicatat; ${agreementLevels[step]?.id}`;
        return [code, { step, value: String(count), note }];
      }),
    ),
  };
}
