import { readNik } from '../beneficiary/index.js';
import { isNumberingRow, isTotalRow, plainWords } from '../import/index.js';
import { problem, Rejected } from '../kernel/problem.js';
import type { RosterLine } from '../kernel/roster-files.js';
import { shortened, withoutNik } from '../kernel/stored-text.js';

type AnswerField = 'NIK' | 'KPJ' | 'STATUS' | 'REASON' | 'AMOUNT';

/** One row of an answer as it was understood. */
export interface AnswerRow {
  readonly rowNumber: number;
  readonly nik: string | null;
  readonly kpj: string | null;
  /** Null: the row says neither. */
  readonly isAccepted: boolean | null;
  readonly reason: string | null;
  readonly rupiah: string | null;
  /** Why it cannot be used; null: it can. */
  readonly code: string | null;
}

/** Headers of answers as `plainWords` leaves them. */
const headers: Readonly<Record<AnswerField, string>> = {
  NIK: 'nik, no nik, nomor nik, no ktp, nomor ktp, nik ktp, ktp, nomor induk kependudukan, nomor identitas, no identitas',
  KPJ: 'kpj, no kpj, nomor kpj, no peserta, nomor peserta, no kartu peserta, nomor kartu peserta, no kpj baru',
  STATUS:
    'status, hasil, status verifikasi, hasil verifikasi, status pendaftaran, status data, status peserta, ket status, validasi',
  REASON: 'alasan, alasan ditolak, alasan penolakan, keterangan, ket, catatan, keterangan penolakan',
  AMOUNT:
    'iuran, jumlah iuran, total iuran, nominal iuran, iuran rp, iuran per bulan, besar iuran, nominal, total',
};
const fieldByHeader = new Map(
  Object.entries(headers).flatMap(([field, words]) =>
    words.split(', ').map((word) => [word, field as AnswerField] as const),
  ),
);
const accepted = new Set(
  'diterima, terima, accepted, ok, oke, berhasil, sukses, valid, disetujui, terdaftar, aktif, lolos, ya, y'.split(
    ', ',
  ),
);
const rejected = new Set(
  'ditolak, tolak, rejected, gagal, tidak valid, invalid, tidak disetujui, tidak diterima, tidak terdaftar, tidak lolos, tidak aktif, nonaktif, non aktif, tidak, t'.split(
    ', ',
  ),
);

/** How an answer is read: where its header stands, and which column says what. */
export interface AnswerShape {
  readonly headerRow: number;
  readonly columns: ReadonlyMap<AnswerField, number>;
}

const path = ['input', 'file'];

/** @throws Rejected when the header cannot be told, or the answer says nothing of anybody. */
export function answerShape(head: readonly RosterLine[]): AnswerShape {
  let best: AnswerShape | null = null;
  for (const { number, texts } of head) {
    const columns = new Map<AnswerField, number>();
    for (const [index, text] of texts.entries()) {
      const field = fieldByHeader.get(plainWords(text.replace(/\(.*?\)/g, ' ')));
      if (field && !columns.has(field)) columns.set(field, index);
    }
    const isHeader = columns.has('NIK') || columns.has('KPJ');
    if (isHeader && columns.size > (best?.columns.size ?? 0)) best = { headerRow: number, columns };
  }
  if (best === null) throw new Rejected([problem(path, 'BRANCH_ANSWER_NO_HEADER')]);
  if (!best.columns.has('STATUS') && !best.columns.has('KPJ'))
    throw new Rejected([problem(path, 'BRANCH_ANSWER_NO_STATUS')]);
  return best;
}

/** Reads a row below the header; null when it is nobody: numbering, totals, blank. */
export function readAnswer(line: RosterLine, { headerRow, columns }: AnswerShape): AnswerRow | null {
  if (line.number <= headerRow || isNumberingRow(line) || isTotalRow(line)) return null;
  const cell = (field: AnswerField): string => textOf(line, columns.get(field));
  const [written, nikText] = [cell('KPJ').replace(/[\s.'’-]/g, ''), cell('NIK')];
  if ([...columns.values()].every((index) => textOf(line, index) === '')) return null;
  const { nik } = readNik(nikText, []);
  const kpj = /^\d{11}$/.test(written) ? written : null;
  const rupiah = rupiahOf(cell('AMOUNT'));
  // an answer without a status names those whom the branch took
  const isAccepted = columns.has('STATUS') ? statusOf(cell('STATUS')) : true;
  const code = faultOf({
    hasNobody: nik === null && kpj === null,
    isAccepted,
    rupiah,
    isKpjBad: written !== '' && kpj === null,
  });
  const reason = shortened(withoutNik(cell('REASON')), 500) || null;
  return { rowNumber: line.number, nik, kpj, isAccepted, reason, rupiah: rupiah || null, code };
}

interface Read {
  readonly hasNobody: boolean;
  readonly isAccepted: boolean | null;
  readonly rupiah: string | null;
  readonly isKpjBad: boolean;
}

function faultOf({ hasNobody, isAccepted, rupiah, isKpjBad }: Read): string | null {
  if (hasNobody) return 'BRANCH_ROW_NOBODY';
  if (isAccepted === null) return 'BRANCH_ROW_STATUS';
  if (isAccepted && isKpjBad) return 'BRANCH_ROW_KPJ';
  return rupiah === null ? 'BRANCH_ROW_AMOUNT' : null;
}

/** Formulas and errors say nothing that could be trusted. */
function textOf({ texts, kinds }: RosterLine, index: number | undefined): string {
  if (index === undefined || 'fe'.includes(kinds[index] ?? '-')) return '';
  const text = (texts[index] ?? '').replaceAll('\0', '').trim();
  return /^(-|–|—|n\/a|nihil)$/i.test(text) ? '' : text;
}

function statusOf(text: string): boolean | null {
  const words = plainWords(text);
  if (accepted.has(words)) return true;
  return rejected.has(words) ? false : null;
}

/** "16.800", "Rp 16.800,00", "16800.0" as whole rupiah; empty when nothing stands there, null when it is no amount. */
function rupiahOf(text: string): string | null {
  const plain = text.replace(/^rp\.?\s*/i, '').replace(/\s/g, '');
  if (plain === '') return '';
  const whole = plain.replace(/[.,]0{1,2}$/, '');
  if (/^\d{1,15}$/.test(whole)) return whole.replace(/^0+(?=\d)/, '');
  return /^\d{1,3}([.,]\d{3})+$/.test(whole) ? whole.replace(/[.,]/g, '') : null;
}
