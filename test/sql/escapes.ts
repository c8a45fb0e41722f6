/**
 * Statements that try to read what is not theirs, to change anything, to stay, or to tire the server. The gate refuses
 * each; on a login of the database, where there is no gate, each has to come to nothing.
 */
export const escapes: readonly string[] = String.raw`
select * from public.beneficiary
select name, nik_mask from beneficiary
select * from public.person
select nik_ciphertext from public.beneficiary
select * from public.staff
select password_hash from public.staff
select * from public.staff_session
select * from public.access_token
select * from public.audit_event
select * from public.statistics_group_trait
select * from public.sql_login
select * from public.official
select * from public.enrollment
select * from public.coverage
select * from public.verification
select * from public.document
select * from public.nik_reveal
table public.beneficiary
select * from only public.beneficiary
select * from information_schema.tables
select * from pg_catalog.pg_class
select * from pg_class
select * from pg_roles
select * from pg_authid
select * from pg_shadow
select rolpassword from pg_authid
select * from pg_stat_activity
select query from pg_stat_statements
select * from pg_settings
select * from pg_file_settings
select * from pg_hba_file_rules
select * from pg_stats where schemaname = 'public'
select * from pg_statistic
select prosrc from pg_proc
select * from pg_largeobject
select * from pg_views
select * from pg_locks
select * from pg_prepared_statements
select * from people tablesample bernoulli (50)
select * from people for update
select * from people for share
select * into public.salinan from people
select * into temp salinan from people
create table salinan as select 1
create temp table salinan (x int)
create table public.salinan (x int)
create view public.intip as select 1
create schema milikku
create function public.f() returns int language sql as 'select 1'
create extension dblink
create role jahat superuser
create database jahat
create sequence public.s
create domain public.d as text
create type public.t as (a int)
create or replace view analytics.people as select 1 as x
create policy terbuka on public.beneficiary using (true)
create trigger t after insert on public.mou execute function app.touch()
create rule r as on select to public.mou do instead select 1
create publication p for all tables
create server s foreign data wrapper w
insert into public.mou (id) values (gen_random_uuid())
insert into analytics.mous (title) values ('x')
update public.staff set is_active = false
update analytics.programs set quota = 1
delete from public.audit_event
delete from analytics.bills
truncate public.coverage
merge into public.mou m using (select 1) s on false when not matched then insert (id) values (gen_random_uuid())
with x as (delete from public.coverage returning *) select * from x
with x as (insert into public.mou (id) values (gen_random_uuid()) returning id) select * from x
with x as (update public.staff set name = 'x' returning *) select * from x
drop view analytics.people
drop schema analytics cascade
alter view analytics.people set (security_barrier = false)
alter table public.beneficiary disable row level security
alter role payung_app superuser
alter role current_user superuser
alter role current_user bypassrls
alter role current_user connection limit 100
alter system set log_statement = 'all'
alter database payung owner to current_user
alter default privileges grant select on tables to public
grant payung_owner to current_user
grant payung_warden to current_user
grant select on public.beneficiary to public
revoke all on schema analytics from payung_analyst
reassign owned by payung_owner to current_user
drop owned by payung_owner
drop role payung_app
set role payung_owner
set role payung_app
set session authorization payung_app
set local role payung_owner
set app.actor_id = '00000000-0000-0000-0000-000000000000'
set row_security = off
set default_transaction_read_only = off; insert into public.mou (id) values (gen_random_uuid())
reset role
begin; set transaction read write; delete from public.coverage; commit
select 1; drop table public.mou
select 1; select * from public.beneficiary
commit; delete from public.mou
copy public.beneficiary to stdout
copy (select * from public.beneficiary) to stdout
copy public.mou from stdin
copy (select 1) to program 'id'
copy (select 1) to '/tmp/keluar.txt'
do $$ begin execute 'delete from public.mou'; end $$
do language plpgsql $$ begin perform pg_sleep(1); end $$
call app.refresh_alerts()
explain analyze delete from public.mou
explain select * from public.beneficiary
prepare p as select * from public.beneficiary
execute p
declare c cursor for select * from public.beneficiary
fetch all from c
listen payung_change
notify payung_change, 'beneficiary:x'
lock table public.mou
lock table analytics.people in access exclusive mode
vacuum
analyze public.beneficiary
cluster
reindex database payung
checkpoint
discard all
comment on view analytics.people is 'x'
security label on view analytics.people is 'x'
load 'auto_explain'
show all
select set_config('app.actor_id', '00000000-0000-0000-0000-000000000000', false)
select set_config('role', 'payung_owner', false)
select set_config('session_authorization', 'payung_app', false)
select set_config('default_transaction_read_only', 'off', false)
select current_setting('app.actor_id', true)
select current_user, session_user
select current_role
select current_catalog, current_schema
select version()
select inet_server_addr()
select pg_read_file('/etc/passwd')
select pg_read_binary_file('PG_VERSION')
select pg_ls_dir('.')
select pg_stat_file('PG_VERSION')
select lo_create(0)
select lo_from_bytea(0, '\x41')
select lo_import('/etc/passwd')
select lo_export(1, '/tmp/keluar')
select lo_get(1)
select lo_unlink(1)
select pg_advisory_lock(1)
select pg_advisory_xact_lock(hashtext('payung'), hashtext('migrations'))
select pg_try_advisory_lock(1)
select pg_notify('payung_change', 'x')
select pg_sleep(30)
select pg_sleep_for('30 seconds')
select pg_terminate_backend(pid) from pg_stat_activity
select pg_cancel_backend(1)
select pg_reload_conf()
select pg_rotate_logfile()
select pg_switch_wal()
select pg_logical_emit_message(false, 'x', repeat('x', 1000000))
select pg_export_snapshot()
select txid_current()
select dblink('host=localhost', 'select 1')
select query_to_xml('select * from public.beneficiary', true, true, '')
select table_to_xml('public.beneficiary', true, true, '')
select database_to_xml(true, true, '')
select schema_to_xml('public', true, true, '')
select xmlparse(content '<a/>')
select app.actor_id()
select app.reveal_nik('00000000-0000-0000-0000-000000000000', 'ingin tahu saja')
select app.set_password('00000000-0000-0000-0000-000000000000', 'x', null)
select app.open_sql_login(gen_random_uuid(), gen_random_uuid(), 'DIRECT', 'payung_sql_000000000000', 'x')
select app.make_login('payung_sql_000000000000', 'SCRAM-SHA-256$4096:YQ==$YQ==:YQ==')
select app.drop_login('payung_app')
select app.end_overrunning_logins()
select app.release_statistics(true)
select * from rows from (pg_ls_dir('/'), generate_series(1, 2)) as t
select U&"pg\005Fread_file"('/etc/passwd')
select format('%s', (select nik_mask from public.beneficiary limit 1))
select * from regions r, lateral pg_ls_dir('/') d
select case when true then pg_read_binary_file('/etc/passwd') end
select ts_stat('select nik_mask from public.beneficiary')
merge into programs p using regions r on true when matched then delete
with u as (update programs set program_name = 'x' returning 1) select * from u
alter role current_user superuser
lock table public.person
select app.program_figures(p, null, true) from public.program p
select app.program_entries(gen_random_uuid(), true)
select app.tell_bills()
select name from public.change_channel
select n_live_tup from pg_stat_all_tables where relname = 'beneficiary'
select pg_stat_get_live_tuples('public.enrollment'::regclass)
select tup_inserted from pg_stat_database
explain analyze select * from analytics.bills
select coalesce((select pg_read_file('/etc/hostname')), 'x') from regions order by pg_sleep(1)
select sum(persons) filter (where pg_sleep(1) is null) from people_counts
select app.person_regions()
select app.analytics_regions()
select app.record_event('staff', null, null, 'x', '{}')
select * from app.analytics_mous()
select public.citext('x')
select public.similarity('a', 'b')
select nextval('app.case_number')
select 'public.beneficiary'::regclass
select 'pg_read_file'::regproc
select 1::public.citext
select 'x'::regrole
select 1 operator(public.<->) 2
select 'a' operator(public.%) 'b'
select repeat('x', 1000000000)
select rpad('x', 500000000)
select lpad('x', persons) from people_counts
select p.pg_relation_size from people p
select (p).query_to_xml from people p
select p.row_to_json from people p
select row_to_json(p) from people p
select to_json(p) from people p
select jsonb_agg(p) from people p
select pg_typeof(1), pg_get_viewdef('analytics.people'::regclass)
select pg_get_functiondef(1)
select has_table_privilege('public.beneficiary', 'select')
select obj_description(1)
select col_description(1, 1)
select pg_column_size(p) from people p
select * from generate_series(1, 10) as x(a int)
select * from json_to_recordset('[]') as x(a int)
select * from xmltable('/a' passing '<a/>' columns b int)
select * from rows from (pg_ls_dir('.')) as x
select * from pg_ls_dir('.')
select * from unnest(pg_get_keywords()) x
select $1
select nama_rahasia.pg_sleep from (select 1) nama_rahasia
with pg_roles as (select 1) select * from pg_roles
with recursive beneficiary as (select * from public.beneficiary) select * from beneficiary
select * from (select * from public.beneficiary) x
select (select name from public.beneficiary limit 1)
select 1 where exists (select from public.beneficiary)
select 1 union all select 1 from public.beneficiary
select case when (select count(*) from public.beneficiary) > 0 then 1 end
select * from people join public.beneficiary b on true
select * from lateral (select * from public.beneficiary) x
select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b
select * from postgres.public.beneficiary
select "nik" from "public"."beneficiary"
select * from Public.Beneficiary
select * from U&"public".U&"beneficiary"
select pg_current_wal_lsn(), pg_current_wal_insert_lsn()
select wal_records, wal_bytes from pg_stat_wal
select * from pg_stat_get_backend_io(1)
select write_bytes from pg_stat_io
select blks_written from pg_stat_slru
select pg_stat_get_db_xact_commit(d.oid) from pg_database d
select pg_snapshot_xmax(pg_current_snapshot())
select txid_snapshot_xmax(txid_current_snapshot())
select most_common_vals::text from pg_stats
select * from pg_stats_ext_exprs
select stxdmcv from pg_statistic_ext_data
select heap_blks_read from pg_statio_all_tables
select last_value from pg_sequences
select * from pg_get_sequence_data((select c.oid from pg_class c where c.relname = 'case_number'))
select currtid2('public.beneficiary', '(0,1)')
select query, client_addr from pg_stat_get_activity(null)
select * from pg_stat_progress_copy
select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
select pg_has_role('payung_owner', 'member')
select * from pg_auth_members
select name::integer from public.beneficiary
select 1 / (length(b.name) - 18) from public.beneficiary b
select xmlagg(xmlelement(name b, b.name)) from public.beneficiary b
select (xpath('/a/text()', xmlparse(document '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')))[1]
select query_to_xmlschema('select * from public.beneficiary', true, true, '')
select ts_rewrite('a'::tsquery, 'select nik_mask::tsquery, nik_mask::tsquery from public.beneficiary')
select currval('app.case_number')
select pg_describe_object('pg_class'::regclass, 1, 0)
select * from app.group_arrears(current_date)
select app.area_shift(gen_random_uuid(), gen_random_uuid())
select value from public.statistics_secret
select counted from public.statistics_area_below
select waiting from public.statistics_release
select app.told_cases(7, 0)
select pg_log_backend_memory_contexts(1)
select pg_replication_origin_create('x')
select pg_create_physical_replication_slot('x')
select pg_restore_relation_stats('relname', 'beneficiary')
select pg_nextoid('pg_class', 'oid', 'pg_class_oid_index')
select lo_put(1, 0, 'x')
select pg_advisory_unlock_all()
copy pg_authid to stdout
copy analytics.programs from program 'id'
declare c cursor with hold for select * from public.beneficiary
prepare transaction 'x'
set session_replication_role = replica
set log_statement = 'none'
set temp_file_limit = -1
set transaction read write; delete from public.coverage
set search_path = pg_temp, public; select * from beneficiary
reset all; delete from public.mou
alter role payung_analyst set statement_timeout = 0
create function pg_temp.f(text) returns boolean language sql cost 0.0000001 as 'select true'
create operator analytics.<<< (leftarg = text, rightarg = text, function = texteq)
create cast (text as integer) with inout
create event trigger e on ddl_command_start execute function app.touch()
create materialized view salinan as select 1
create statistics analytics.s on program_id, region_id from public.program
create subscription s connection 'host=x' publication p
create tablespace t location '/tmp'
explain (analyze, buffers) select * from analytics.district_months
select age('3'::xid)
select max(age(c.relfrozenxid)) from pg_class c
select txid_status(1000)
select pg_xact_status('1000'::xid8)
select next_xid, checkpoint_lsn from pg_control_checkpoint()
select backend_xmin from pg_stat_activity
select relation::regclass, transactionid from pg_locks
select pg_stat_get_lastscan(c.oid) from pg_class c where c.relname = 'beneficiary'
select buffers_alloc from pg_stat_bgwriter
select pg_stat_get_checkpointer_buffers_written()
select * from pg_backend_memory_contexts
select pg_relation_filepath('public.beneficiary')
select gin_clean_pending_list('public.beneficiary'::regclass)
select pg_sequence_last_value('app.case_number'::regclass)
select json_populate_record(null::public.beneficiary, '{}')
select row('x')::public.beneficiary
select pg_get_object_address('table', '{public,beneficiary}', '{}')
select pg_stat_reset()
select pg_promote()
select * from pg_ls_waldir()
grant payung_analyst to current_user with admin option
alter role current_user set session_preload_libraries = 'auto_explain'
import foreign schema public from server s into analytics
alter system reset all
select replace(replace(repeat('x', 1000), 'x', repeat('x', 1000)), 'x', public.citext('x'))
select * /* */ from/**/public.beneficiary--
`
  .split('\n')
  .map((text) => text.trim())
  .filter((text) => text !== '');
