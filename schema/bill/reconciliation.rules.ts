import type { Locale } from '../kernel/actor.js';

/** Steps of a month's money, each out of the one before. */
export const reconciliationSteps = ['APPROVED', 'ACTIVE', 'COVERED', 'BILLED', 'PAID'] as const;
export type ReconciliationStepName = (typeof reconciliationSteps)[number];

/** Why two steps differ, in the words of a coordinator; `to` is the step that the reason leads to. */
const reasons = {
  WAITING_FOR_ACTIVATION: {
    to: 'ACTIVE',
    id: 'Disetujui, tetapi belum aktif di BPJS Ketenagakerjaan.',
    en: 'Approved, but not active at BPJS Ketenagakerjaan yet.',
  },
  COVERED_BY_ANOTHER_PAYER: {
    to: 'COVERED',
    id: 'Bulan ini sudah dilindungi pembayar lain; lihat kasusnya.',
    en: 'This month is covered by another payer; see the case.',
  },
  CREDITED: {
    to: 'COVERED',
    id: 'Bulan ini sudah dibayar, lalu ditarik kembali dengan nota kredit.',
    en: 'This month was paid and then taken back by a credit note.',
  },
  NOT_COVERED: {
    to: 'COVERED',
    id: 'Aktif, tetapi bulan ini belum dimasukkan ke buku perlindungan.',
    en: 'Active, but this month is not in the ledger of cover yet.',
  },
  COVERED_WITHOUT_ENTITLEMENT: {
    to: 'COVERED',
    id: 'Bulan ini dilindungi, padahal kepesertaannya belum aktif atau sudah berakhir; koreksi atau kreditkan.',
    en: 'This month is covered although the enrollment is not active or has ended; correct or credit it.',
  },
  RATE_DIFFERS: {
    to: 'COVERED',
    id: 'Iuran di buku perlindungan berbeda dari tarif bulan ini.',
    en: 'The contribution in the ledger differs from the tariff of this month.',
  },
  NOT_BILLED: {
    to: 'BILLED',
    id: 'Dilindungi, tetapi belum ditagih.',
    en: 'Covered, but not billed yet.',
  },
  BILL_NOT_PAID: {
    to: 'PAID',
    id: 'Sudah ditagih, tetapi belum dibayar.',
    en: 'Billed, but not paid yet.',
  },
} as const satisfies Record<
  string,
  { readonly to: ReconciliationStepName; readonly id: string; readonly en: string }
>;

export const reconciliationReasons = Object.keys(reasons);

/** One line of `app.reconciliation`: a step or a reason with its sums. */
export interface ReconciliationLine {
  readonly step: string;
  readonly heads: number;
  readonly rupiah: string;
}

interface Step extends ReconciliationLine {
  /** This step less the one before; null for the first. */
  readonly headsDifference: number | null;
  readonly rupiahDifference: string | null;
}

interface Reason {
  readonly reason: string;
  readonly leadsTo: ReconciliationStepName;
  readonly heads: number;
  readonly rupiah: string;
  readonly message: string;
}

/** The steps in order with their differences, and the reasons that apply to anybody. */
export function reconciled(
  lines: readonly ReconciliationLine[],
  locale: Locale,
): { readonly steps: readonly Step[]; readonly reasons: readonly Reason[] } {
  const found = reconciliationSteps.flatMap((name) => lines.find(({ step }) => step === name) ?? []);
  return {
    steps: found.map((line, index) => ({ ...line, ...differenceTo(found[index - 1], line) })),
    reasons: Object.entries(reasons).flatMap(([reason, text]) => {
      const line = lines.find(({ step }) => step === reason);
      if (!line || line.heads === 0) return [];
      const { heads, rupiah } = line;
      return [{ reason, leadsTo: text.to, heads, rupiah, message: text[locale] }];
    }),
  };
}

function differenceTo(before: ReconciliationLine | undefined, line: ReconciliationLine) {
  if (before === undefined) return { headsDifference: null, rupiahDifference: null };
  return {
    headsDifference: line.heads - before.heads,
    rupiahDifference: String(BigInt(line.rupiah) - BigInt(before.rupiah)),
  };
}
