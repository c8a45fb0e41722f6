import { Beneficiary } from '../beneficiary/index.js';
import { Enrollment } from '../enrollment/index.js';
import { one, readable, readableAlso, value } from '../kernel/readable.js';
import { ImportBatch } from './import-batch.entity.js';
import { ImportRow } from './import-row.entity.js';

const moving = `('CHECKING', 'COMMITTING', 'UNDOING')`;
const mostReasons = 50;

readable(ImportBatch, 'import', {
  failure: value(
    (batch) => `case when ${batch}.failure_code is not null
      then json_build_object('code', ${batch}.failure_code, 'params', ${batch}.failure_params) end`,
  ),
  counts: value(
    (
      batch,
    ) => `case when ${batch}.new_count is not null then json_build_object('new', ${batch}.new_count, 'changed', ${batch}.changed_count,
      'unchanged', ${batch}.unchanged_count, 'duplicate', ${batch}.duplicate_count, 'error', ${batch}.error_count) end`,
  ),
  aside: value(
    (batch) =>
      `case when ${batch}.aside_count is not null then json_build_object('count', ${batch}.aside_count, 'rowNumbers', ${batch}.aside_rows) end`,
  ),
  reasons: value(
    (batch) => `(select coalesce(json_agg(x order by x.count desc, x.code), '[]') from (
      select r.verdict, p.field, p.code, (array_agg(p.params order by r.row_number))[1] as params, count(*)::integer as count,
        (array_agg(r.row_number order by r.row_number))[1:5] as "rowNumbers"
      from import_row r cross join jsonb_to_recordset(r.problems) p(field text, code text, params jsonb)
      where r.batch_id = ${batch}.id and r.verdict in ('ERROR', 'DUPLICATE')
      group by r.verdict, p.field, p.code order by count(*) desc, p.code limit ${mostReasons}) x)`,
  ),
  warnings: value(
    (batch) => `(select coalesce(json_agg(x order by x.count desc, x.finding), '[]') from (
      select f.finding, count(*)::integer as count, (array_agg(r.row_number order by r.row_number))[1:5] as "rowNumbers"
      from import_row r cross join unnest(r.nik_findings) f(finding)
      where r.batch_id = ${batch}.id and r.verdict in ('NEW', 'CHANGED') group by f.finding) x)`,
  ),
  progress: value(
    (batch) => `case when ${batch}.state in ${moving} then (
      select json_build_object('done', ${batch}.done_count,
        'total', case ${batch}.state when 'COMMITTING' then ${batch}.new_count + ${batch}.changed_count - ${batch}.committed_count + ${batch}.done_count
          when 'UNDOING' then ${batch}.committed_count - ${batch}.undone_count + ${batch}.done_count end,
        'seconds', extract(epoch from clock_timestamp() - ${batch}.phase_began_at)))
      end`,
  ),
  quota: value(
    (batch) => `(select json_build_object('places', p.quota, 'taken', e.taken,
        'holds', p.quota is null or e.taken + greatest(coalesce(${batch}.new_count, 0) - ${batch}.committed_count, 0) <= p.quota)
      from program p cross join lateral (
        select count(*)::integer as taken from enrollment x where x.program_id = p.id and x.state not in ('ENDED', 'REJECTED')) e
      where p.id = ${batch}.program_id)`,
  ),
  money: value((batch) => `app.import_money(${batch}.id)`),
  undo: value(
    (batch) =>
      `case when ${batch}.committed_count > ${batch}.undone_count then app.import_undo(${batch}.id) end`,
  ),
  createdByName: value((batch) => `app.staff_name(${batch}.created_by)`),
  giveBackPath: value(
    (batch) => `case when ${batch}.keeps_file and ${batch}.error_count + ${batch}.duplicate_count > 0
      then '/imports/import_' || replace(${batch}.id::text, '-', '') || '/give-back' end`,
  ),
  viewerCan: value(
    (batch) => `json_build_object('state', ${batch}.state, 'regionId', ${batch}.region_id,
      'hasCommitted', ${batch}.committed_count > ${batch}.undone_count, 'isGood', coalesce(${batch}.new_count + ${batch}.changed_count, 0) > 0)`,
  ),
});

/** What stands at one side of a change, with names in place of keys. */
const side = (place: 0 | 1): string => `case c.key
    when 'address_region_id' then (select g.display_name from region g where g.id = (c.value ->> ${place})::uuid)
    when 'category_id' then (select g.name from category g where g.id = (c.value ->> ${place})::uuid)
    else c.value ->> ${place} end`;

readable(ImportRow, 'importrow', {
  changes: value(
    (row) => `(select coalesce(json_agg(json_build_object(
      'field', case c.key when 'address_region_id' then 'VILLAGE' when 'category_id' then 'CATEGORY' else upper(c.key) end,
      'from', ${side(0)}, 'to', ${side(1)}) order by c.key), '[]') from jsonb_each(${row}.changes) c)`,
  ),
  isMended: value((row) => `${row}.mended_by is not null`),
  beneficiary: one(
    () => Beneficiary,
    (row, beneficiary) => `${beneficiary}.id = coalesce(${row}.beneficiary_id, ${row}.id)`,
  ),
  enrollment: one(
    () => Enrollment,
    (row, enrollment) => `${enrollment}.id = ${row}.id`,
  ),
});

// a registration that a roster made has the id of the row
readableAlso(Beneficiary, {
  origin: value(
    (
      beneficiary,
    ) => `(select json_build_object('batchId', 'import_' || replace(o.id::text, '-', ''), 'fileName', o.file_name, 'rowNumber', r.row_number)
      from import_row r join import_batch o on o.id = r.batch_id where r.id = ${beneficiary}.id)`,
  ),
});
