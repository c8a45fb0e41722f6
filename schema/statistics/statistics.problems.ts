import { registerProblems } from '../kernel/texts.js';

// sums are written by functions of the database only: nobody meets these by a form
const inUse = { code: 'VALUE_IN_USE', path: ['id'] } as const;
const internal = { code: 'RULE_BROKEN', path: ['id'] } as const;

export const statisticsCodes = registerProblems({
  texts: {
    STATISTICS_MONTHS_REVERSED: {
      id: '`from` ({from}) sesudah `until` ({until}). Tukar keduanya.',
      en: '`from` ({from}) is after `until` ({until}). Swap them.',
    },
    STATISTICS_MONTHS_TOO_MANY: {
      id: 'Rentang {months} bulan; paling banyak {limit}. Persempit `from` dan `until`.',
      en: 'The range has {months} months; the limit is {limit}. Narrow `from` and `until`.',
    },
    STATISTICS_GROUPS_TOO_MANY: {
      id: '`groupBy` memuat {count} pengelompokan; paling banyak {limit}.',
      en: '`groupBy` names {count} groupings; the limit is {limit}.',
    },
    STATISTICS_GROUP_TWICE: {
      id: '`groupBy` menyebut {name} lebih dari sekali.',
      en: '`groupBy` names {name} more than once.',
    },
    STATISTICS_ROWS_TOO_MANY: {
      id: 'Hasilnya lebih dari {limit} baris. Persempit saringan, atau kurangi pengelompokan.',
      en: 'There are more than {limit} rows. Narrow the filter, or group by less.',
    },
    STATISTICS_YEAR: {
      id: '`{name}` {value} tidak dapat dijawab; pilih tahun 2000 sampai 2100.',
      en: '`{name}` {value} cannot be answered; choose a year from 2000 to 2100.',
    },
    STATISTICS_DECILE: {
      id: '`deciles`: desil {value} tidak ada; pilih 1 sampai 10.',
      en: '`deciles`: there is no decile {value}; choose 1 to 10.',
    },
  },
  constraints: {
    statistics_bill_bill_fk: inUse,
    statistics_bill_region_fk: inUse,
    statistics_bill_stale_program_fk: inUse,
    statistics_change_concern_check: internal,
    statistics_cohort_persons_range: internal,
    statistics_group_level_check: internal,
    statistics_group_persons_least: internal,
    statistics_group_region_fk: inUse,
    statistics_group_wide_fk: inUse,
    statistics_group_wide_level: internal,
    statistics_group_member_group_fk: inUse,
    statistics_group_member_region_fk: inUse,
    statistics_group_run_category_fk: inUse,
    statistics_group_run_group_fk: inUse,
    statistics_group_run_office_fk: inUse,
    statistics_group_run_program_fk: inUse,
    statistics_group_run_region_fk: inUse,
    statistics_member_cohort_fk: inUse,
    statistics_move_cohort_fk: inUse,
    statistics_release_region_fk: inUse,
    statistics_run_category_fk: inUse,
    statistics_run_cohort_fk: inUse,
    statistics_run_months_order: internal,
    statistics_run_office_fk: inUse,
    statistics_run_program_fk: inUse,
    statistics_run_region_fk: inUse,
  },
});
