import { hidden, initials, lastFour, personal, yearOnly } from '../kernel/personal.js';
import { Beneficiary } from './beneficiary.entity.js';

personal(Beneficiary, {
  regionColumn: 'region_id',
  masks: {
    nik: (mask) => mask, // as shown everywhere; see `beneficiaryRevealNik`
    name: initials,
    birthDate: yearOnly,
    birthPlace: hidden,
    phone: lastFour,
    'address.text': hidden,
    note: hidden,
  },
  nik: { field: 'nik', keyColumn: 'id' },
  orders: ['NAME', 'BIRTH_DATE'],
});
