import type { DeskBatch } from './roster-desk.js';

const width = 30;
/** Findings that hinder nothing. */
const findingWords: Readonly<Record<string, string>> = {
  PREFIX_ELSEWHERE: 'NIK dari daerah lain / NIK of another region',
  BIRTH_DATE_DIFFERS: 'tanggal lahir berbeda dari NIK / birth date differs from the NIK',
  SEX_DIFFERS: 'jenis kelamin berbeda dari NIK / sex differs from the NIK',
  DATE_IMPOSSIBLE: 'tanggal di NIK tidak ada / date in the NIK does not exist',
  AGE_OVER_100: 'usia di atas 100 tahun / older than 100 years',
};

/** A bar of progress in letters. */
export function bar(done: number, total: number | null): string {
  if (total === null || total === 0) return String(done);
  const filled = Math.round((Math.min(done, total) / total) * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`;
}

/** What became of the rows, and why some are bad. */
export function verdictLines(batch: DeskBatch): string[] {
  const { counts, reasons, warnings, aside, monthlyRupiah, failure } = batch;
  if (failure) return [failure.message];
  if (!counts) return [];
  return [
    `baru / new ${counts.new} · berubah / changed ${counts.changed} · sama / unchanged ${counts.unchanged} · ganda / duplicate ${counts.duplicate} · salah / error ${counts.error}`,
    ...reasons.map(
      ({ count, message, rowNumbers }) => `  ${count} × ${message} (baris / rows ${rowNumbers.join(', ')})`,
    ),
    ...warnings.map(
      ({ finding, count, rowNumbers }) =>
        `  ${count} × ${findingWords[finding] ?? finding} (baris / rows ${rowNumbers.join(', ')})`,
    ),
    ...(aside && aside.count > 0
      ? [
          `bukan orang, dilewati / nobody, left out ${aside.count} (baris / rows ${aside.rowNumbers.join(', ')})`,
        ]
      : []),
    ...(monthlyRupiah === null
      ? []
      : [`iuran per bulan / contribution a month: Rp${BigInt(monthlyRupiah).toLocaleString('id-ID')}`]),
  ];
}
