import { hidden, initials, personal } from '../kernel/personal.js';
import { ImportRow } from './import-row.entity.js';

// rows stand below their roster, and a file shows nobody below a list
personal(ImportRow, {
  regionColumn: 'region_id',
  masks: {
    name: initials,
    'changes.from': hidden,
    'changes.to': hidden,
    'problems.message': hidden,
    'problems.suggestion': hidden,
  },
});
