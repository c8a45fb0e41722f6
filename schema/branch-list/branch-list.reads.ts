import { readable, value } from '../kernel/readable.js';
import { BranchList } from './branch-list.entity.js';
import { BranchListRow } from './branch-list-row.entity.js';

readable(BranchList, 'branchlist', {
  displayTitle: value(
    (list) =>
      `(select p.name || ', ' || to_char(${list}.month, 'YYYY-MM') from program p where p.id = ${list}.program_id)`,
  ),
  outcomes: value(
    (
      list,
    ) => `(select coalesce(json_agg(json_build_object('verdict', o.verdict, 'count', o.count, 'appliedCount', o.applied,
        'withoutKpjCount', o.without_kpj,
        'oursRupiah', o.ours::text, 'theirsRupiah', o.theirs::text)
        order by array_position(array['ACCEPTED', 'AMOUNT_DIFFERS', 'REJECTED', 'OURS_NOT_THEIRS', 'THEIRS_NOT_OURS', 'UNREADABLE'], o.verdict)), '[]')
      from (select r.verdict, count(*)::integer as count, count(r.applied_at)::integer as applied,
          count(*) filter (where r.verdict in ('ACCEPTED', 'AMOUNT_DIFFERS') and coalesce(r.kpj, e.kpj) is null)::integer as without_kpj,
          case when bool_and(r.ours_rupiah is not null) then sum(r.ours_rupiah) end as ours, sum(r.theirs_rupiah) as theirs
        from branch_list_row r left join enrollment e on e.id = r.enrollment_id
        where r.list_id = ${list}.id and r.verdict is not null group by r.verdict) o)`,
  ),
  createdByName: value((list) => `app.staff_name(${list}.created_by)`),
  filePath: value(
    (list) =>
      `case when ${list}.state <> 'DISCARDED' then '/branch-lists/branchlist_' || replace(${list}.id::text, '-', '') || '/file' end`,
  ),
  viewerCan: value((list) => `json_build_object('state', ${list}.state, 'regionId', ${list}.region_id)`),
});

readable(BranchListRow, 'branchrow', {
  problem: value(
    (row) =>
      `case when ${row}.problem_code is not null then json_build_object('code', ${row}.problem_code) end`,
  ),
});
