import type { DeskBatch } from './roster-desk.js';

const width = 30;

/** A bar of progress in letters. */
export function bar(done: number, total: number | null): string {
  if (total === null || total === 0) return String(done);
  const filled = Math.round((Math.min(done, total) / total) * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`;
}

/** What became of the rows, and why some are bad. */
export function verdictLines({ counts, reasons, monthlyRupiah, failure }: DeskBatch): string[] {
  if (failure) return [failure.message];
  if (!counts) return [];
  return [
    `baru / new ${counts.new} · berubah / changed ${counts.changed} · sama / unchanged ${counts.unchanged} · ganda / duplicate ${counts.duplicate} · salah / error ${counts.error}`,
    ...reasons.map(
      ({ count, message, rowNumbers }) => `  ${count} × ${message} (baris / rows ${rowNumbers.join(', ')})`,
    ),
    ...(monthlyRupiah === null ? [] : [`iuran per bulan / contribution a month: Rp${monthlyRupiah}`]),
  ];
}
