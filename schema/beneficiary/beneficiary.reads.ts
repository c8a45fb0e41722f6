import { column, group, manyFrom, one, readable, value } from '../kernel/readable.js';
import { todaySql } from '../kernel/statement.js';
import { Region } from '../region/index.js';
import { Beneficiary } from './beneficiary.entity.js';
import { BeneficiaryVerification } from './beneficiary.types.js';

readable(Beneficiary, 'beneficiary', {
  ageYears: value((beneficiary) => `extract(year from age(${todaySql}, ${beneficiary}.birth_date))::integer`),
  address: group({
    text: column('address'),
    region: one(
      () => Region,
      (beneficiary, region) => `${region}.id = ${beneficiary}.address_region_id`,
    ),
    // an object without any value would be left out; the address is always there, however little is known of it
    isThere: value(() => 'true'),
  }),
  decile: group({ value: column('decile'), source: column('decile_source'), on: column('decile_on') }),
  verifications: manyFrom(
    () => BeneficiaryVerification,
    (beneficiary) => `app.verifications_of(${beneficiary}.id)`,
    (verification) => `${verification}.place`,
  ),
  viewerCan: value((beneficiary) => `json_build_object('regionId', ${beneficiary}.region_id)`),
});
