import { registerProblems } from '../kernel/texts.js';

export const tariffCodes = registerProblems({
  texts: {
    TARIFF_FORM_INVALID: {
      id: 'Tarif FLAT memerlukan rupiah tanpa persen; PERCENT_OF_WAGE dan RELIEF memerlukan persen tanpa rupiah.',
      en: 'A FLAT rate needs rupiah and no percent; PERCENT_OF_WAGE and RELIEF need a percent and no rupiah.',
    },
    TARIFF_AMOUNT_NEGATIVE: {
      id: 'Rupiah tidak boleh negatif; yang diterima {value}.',
      en: 'Rupiah must not be negative; received {value}.',
    },
    TARIFF_PERCENT_RANGE: {
      id: 'Persen {value} harus lebih dari 0 dan paling banyak 100.',
      en: 'The percentage {value} must lie above 0 and be at most 100.',
    },
    TARIFF_WAGE_BAND_EMPTY: {
      id: 'Batas atas upah ({below}) harus lebih dari batas bawah ({from}).',
      en: 'The upper end of the wages ({below}) must lie above the lower end ({from}).',
    },
    TARIFF_PERIOD_REVERSED: {
      id: 'Bulan akhir ({until}) mendahului bulan mulai ({from}). Perbaiki salah satunya.',
      en: 'The last month ({until}) lies before the first month ({from}). Correct one of them.',
    },
    TARIFF_OVERLAPS: {
      id: 'Sudah ada tarif sejenis untuk segmen, program, sektor, dan upah ini pada bulan yang sama. Akhiri dahulu tarif itu.',
      en: 'Another rate of this kind holds for this segment, scheme, sector and wage in the same months. End that rate first.',
    },
    TARIFF_FROZEN: {
      id: 'Tarif ini sudah berlaku sejak {from}; hanya bulan akhir, dasar hukum, dan catatannya yang dapat diubah. Buat tarif baru untuk nilai yang baru.',
      en: 'This rate has been in force since {from}; only its last month, regulation and note can change. Create a new rate for a new value.',
    },
    TARIFF_PAST_FROZEN: {
      id: 'Bulan yang sudah lewat tetap memakai tarifnya: bulan akhir paling awal {earliest}.',
      en: 'Months that have passed keep their rate: the last month can be {earliest} at the earliest.',
    },
  },
  constraints: {
    tariff_segment_check: { code: 'VALUE_INVALID', path: ['input', 'segment'] },
    tariff_scheme_check: { code: 'VALUE_INVALID', path: ['input', 'scheme'] },
    tariff_kind_check: { code: 'VALUE_INVALID', path: ['input', 'kind'] },
    tariff_sector_check: { code: 'VALUE_INVALID', path: ['input', 'sector'] },
    tariff_amount_range: { code: 'TARIFF_AMOUNT_NEGATIVE', path: ['input', 'amountRupiah'] },
    tariff_percent_range: { code: 'TARIFF_PERCENT_RANGE', path: ['input', 'percent'] },
    tariff_wage_from_range: { code: 'TARIFF_AMOUNT_NEGATIVE', path: ['input', 'wageFromRupiah'] },
    tariff_wage_order: { code: 'TARIFF_WAGE_BAND_EMPTY', path: ['input', 'wageBelowRupiah'] },
    tariff_form_check: { code: 'TARIFF_FORM_INVALID', path: ['input', 'kind'] },
    tariff_month_form: { code: 'VALUE_INVALID', path: ['input', 'validFrom'] },
    tariff_period_order: { code: 'TARIFF_PERIOD_REVERSED', path: ['input', 'validUntil'] },
    tariff_overlap_excluded: { code: 'TARIFF_OVERLAPS', path: ['input', 'validFrom'] },
    tariff_regulation_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'regulationId'] },
    tariff_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    tariff_frozen: { code: 'TARIFF_FROZEN', path: ['input'] },
    tariff_past_frozen: { code: 'TARIFF_PAST_FROZEN', path: ['input', 'validUntil'] },
  },
});
