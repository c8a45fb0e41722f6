import { lastFour, personal } from '../kernel/personal.js';
import { Enrollment } from './enrollment.entity.js';

personal(Enrollment, { regionColumn: 'region_id', masks: { kpj: lastFour } });
