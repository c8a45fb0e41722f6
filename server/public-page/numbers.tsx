import React from 'react';
import { rupiah, shareOf, whole } from '../../admin/components/formats';
import type { CoverageQuery } from './operations';

type Figures = CoverageQuery['coverageStatistics']['totals'];

/** Coverage in four numbers; what is too small to be told says so. */
export function Numbers({
  statistics,
  code,
}: {
  readonly statistics: CoverageQuery['coverageStatistics'];
  /** Code of the region that was chosen. Null: all together. */
  readonly code: string | null;
}) {
  const { rows, totals, from, asOf, leastPersons } = statistics;
  const figures: Figures | undefined =
    code === null ? totals : rows.find(({ region }) => region?.code === code);
  const year = from.slice(0, 4);
  const [paid, budget] = [BigInt(figures?.paidRupiah ?? 0), BigInt(figures?.budgetRupiah ?? 0)];
  const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' });
  return (
    <>
      <ul className="numbers">
        <li>
          <b>{whole(figures?.persons, 'id') ?? '–'}</b> orang terlindungi tahun {year}
        </li>
        <li>
          <b>{whole(figures?.personMonths, 'id') ?? '–'}</b> bulan perlindungan
        </li>
        <li>
          <b>{figures?.paidRupiah ? rupiah(figures.paidRupiah, 'id') : '–'}</b> iuran sudah dibayar
        </li>
        <li>
          <b>{budget > 0n ? rupiah(String(budget), 'id') : '–'}</b> anggaran
          {budget > 0n ? `, ${shareOf(paid, budget, 'id')} terserap` : ' belum dicatat'}
        </li>
      </ul>
      <p className="about">
        Menurut register pada {day.format(new Date(asOf))}
        {leastPersons ? `; kelompok yang kurang dari ${leastPersons} orang tidak dihitung` : ''}.
      </p>
    </>
  );
}
