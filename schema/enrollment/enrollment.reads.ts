import { column, group, one, readable, value } from '../kernel/readable.js';
import { Enrollment } from './enrollment.entity.js';

// `covered elsewhere` is asked of the whole ledger, which answers with yes or no and nothing else
const warnings = (enrollment: string): string => `(
  select to_json(array_remove(array[
    case when b.address_region_id is null then 'ADDRESS_UNKNOWN' end,
    case when b.birth_date is null then 'BIRTH_DATE_UNKNOWN' end,
    case when b.decile is null and (p.lowest_decile is not null or p.highest_decile is not null) then 'DECILE_UNKNOWN' end,
    case when b.birth_date + interval '65 years' <= app.today() then 'OVER_AGE' end,
    case when ${enrollment}.state not in ('ENDED', 'REJECTED')
      and app.is_covered_elsewhere(${enrollment}.person_id, ${enrollment}.program_id, app.today()) then 'COVERED_ELSEWHERE' end
  ], null))
  from beneficiary b, program p where b.id = ${enrollment}.beneficiary_id and p.id = ${enrollment}.program_id)`;

readable(Enrollment, 'enrollment', {
  ending: group({ on: column('ended_on'), reason: column('end_reason') }),
  replacedBy: one(
    () => Enrollment,
    (ended, successor) => `${successor}.replaces_id = ${ended}.id`,
  ),
  warnings: value(warnings),
  viewerCan: value(
    (enrollment) => `json_build_object('state', ${enrollment}.state, 'regionId', ${enrollment}.region_id,
      'isReplaced', exists (select from enrollment s where s.replaces_id = ${enrollment}.id))`,
  ),
});
