import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every month with its names: PostgreSQL's to_char knows English ones only where the system has no Indonesian locale, and
 * figures of a year need the months in which nothing was.
 */
export class AnalyticsCalendar1763683349000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(months);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view analytics.months');
  }
}

const names = `array['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober',
  'November', 'Desember']`;

const months = `
  create view analytics.months with (security_barrier) as
    select d.month, d.year, (d.number + 2) / 3 as quarter, d.number as month_number, d.name as month_name,
      to_char(d.month, 'FMMonth') as month_name_en, concat_ws(' ', d.name, d.year) as month_label,
      (d.month + interval '1 month - 1 day')::date as last_day
    from (
      select m.month::date as month, extract(year from m.month)::integer as year, extract(month from m.month)::integer as number,
        (${names})[extract(month from m.month)::integer] as name
      from generate_series(date '2014-01-01', make_date(extract(year from app.today())::integer + 5, 12, 1), interval '1 month') m(month)
    ) d;
  comment on view analytics.months is 'Bulan kalender dengan nama Indonesianya, Januari 2014 sampai Desember lima tahun lagi; gabungkan lewat month, juga agar bulan tanpa angka tampak. | Calendar months with their Indonesian names, January 2014 to December in five years; join by month, also to show months without figures.';
  comment on column analytics.months.month is 'Hari pertama bulan. | First day of the month.';
  comment on column analytics.months.year is 'Tahun. | Year.';
  comment on column analytics.months.quarter is 'Triwulan, 1-4. | Quarter, 1 to 4.';
  comment on column analytics.months.month_number is 'Bulan, 1-12. | Month, 1 to 12.';
  comment on column analytics.months.month_name is 'Nama bulan: Oktober. | Name in Indonesian.';
  comment on column analytics.months.month_name_en is 'Nama bulan dalam bahasa Inggris. | Name in English.';
  comment on column analytics.months.month_label is 'Bulan dan tahun: Oktober 2026. | Month and year in Indonesian.';
  comment on column analytics.months.last_day is 'Hari terakhir bulan. | Last day of the month.';
  grant select on analytics.months to payung_analyst;
`;
