import { enrollmentStates } from '../people-choices';
import { named } from './mou-facts';
import type { Deed, Note } from './together-request';

type Language = 'id' | 'en';

/** The decisions, with the states that each starts from. */
export const deeds = {
  verify: { label: { id: 'Verifikasi', en: 'Verify' }, from: ['PROPOSED'] },
  approve: { label: { id: 'Setujui', en: 'Approve' }, from: ['VERIFIED'] },
  submit: {
    label: { id: 'Catat pengiriman ke cabang', en: 'Record sending to the branch' },
    from: ['APPROVED'],
  },
  activate: { label: { id: 'Aktifkan', en: 'Activate' }, from: ['APPROVED', 'SUBMITTED'] },
  cover: { label: { id: 'Lindungi bulan', en: 'Cover months' }, from: ['ACTIVE'] },
  uncover: {
    label: { id: 'Tarik kembali bulan yang belum ditagih', en: 'Take back unbilled months' },
    from: ['ACTIVE'],
  },
  reject: {
    label: { id: 'Tolak', en: 'Reject' },
    from: ['PROPOSED', 'VERIFIED', 'APPROVED', 'SUBMITTED'],
  },
  end: { label: { id: 'Akhiri', en: 'End' }, from: ['ACTIVE'] },
} as const;

export function statesOf(deed: Deed, language: Language): string {
  return deeds[deed].from.map((state) => named(enrollmentStates, state, language)).join(', ');
}

/** A reason or remark in the words of the panel; the service's own where it says all. */
export function noteWords({ code, message }: Note, deed: Deed, language: Language): string {
  const states = statesOf(deed, language);
  const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
    ENROLLMENT_STATE_OTHER: { id: `keadaannya bukan ${states}`, en: `in another state than ${states}` },
    OUTSIDE_REGION: { id: 'daerahnya bukan kewenangan Anda', en: 'of a region that you may not change' },
    ELSEWHERE: {
      id: 'sudah dilindungi pembayar lain; kasusnya dicatat',
      en: 'covered by another payer; kept as cases',
    },
    INACTIVE: { id: 'belum aktif', en: 'not active' },
    KNOWN_MONTHS: { id: 'sudah dilindungi program ini', en: 'covered by this program already' },
    BILLED_MONTHS: { id: 'sudah ditagih dan tetap', en: 'billed, and stay' },
  };
  return words[code]?.[language] ?? message;
}

/** Unit of a note's number. */
export function noteUnit({ code }: Note, language: Language): string {
  if (code.endsWith('_MONTHS')) return language === 'id' ? 'bulan-orang' : 'person-months';
  return language === 'id' ? 'orang' : 'persons';
}
