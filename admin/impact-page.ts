import { impactVerbs } from '../schema/impact/index.js';
import type { RecordPage } from './screen.js';

/** Button on a record that leads to what hangs on it. */
export const impactPage: Readonly<Record<'impact', RecordPage>> = {
  impact: {
    verb: impactVerbs.read,
    label: { id: 'Dampak', en: 'Impact' },
    icon: 'Share2',
    component: 'Impact',
  },
};
