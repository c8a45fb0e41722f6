import { importStates } from '../../admin/import-choices.js';
import { bilingual } from '../startup-error.js';
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
    `baru / new ${whole(counts.new)} · berubah / changed ${whole(counts.changed)} · sama / unchanged ${whole(counts.unchanged)} · ganda / duplicate ${whole(counts.duplicate)} · salah / error ${whole(counts.error)}`,
    ...reasons.map(
      ({ count, message, rowNumbers }) =>
        `  ${whole(count)} × ${message} (baris / rows ${rowNumbers.join(', ')})`,
    ),
    ...warnings.map(
      ({ finding, count, rowNumbers }) =>
        `  ${whole(count)} × ${findingWords[finding] ?? finding} (baris / rows ${rowNumbers.join(', ')})`,
    ),
    ...(aside && aside.count > 0
      ? [
          `bukan orang, dilewati / nobody, left out ${whole(aside.count)} (baris / rows ${aside.rowNumbers.join(', ')})`,
        ]
      : []),
    ...(monthlyRupiah === null
      ? []
      : [`iuran per bulan / contribution a month: Rp${BigInt(monthlyRupiah).toLocaleString('id-ID')}`]),
  ];
}

/** Where the roster stands, and how much of it is written. */
export function outcomeLine({ state, committedCount }: DeskBatch): string {
  const words = Object.entries(importStates).find(([name]) => name === state)?.[1];
  const count = whole(committedCount);
  return bilingual({
    id: `${words?.id ?? state}: ${count} baris tersimpan`,
    en: `${words?.en ?? state}: ${count} rows are written`,
  });
}

/** Nobody agreed, or nobody could be asked. */
export const unsaved = bilingual({
  id: 'Belum ada yang disimpan; jalankan lagi dengan --yes, atau simpan di panel',
  en: 'Nothing is written yet; run it again with --yes, or save it in the panel',
});

function whole(count: number): string {
  return count.toLocaleString('id-ID');
}
