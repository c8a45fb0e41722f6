import { defineVerbs } from '../kernel/policy.js';

export const provinceSettingVerbs = defineVerbs('provinceSetting', {
  read: 'STAFF',
  revise: ['ADMIN', 'COORDINATOR'],
});
