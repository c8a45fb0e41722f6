import type { Text } from '../kernel/texts.js';
import type { MouFact } from './mou.enums.js';

/** Words for what may be unknown of an agreement, as messages name it. */
export const mouFactNames: Readonly<Record<MouFact, Text>> = {
  PARTY: { id: 'Pihak kedua', en: 'Second party' },
  NUMBER: { id: 'Nomor dari salah satu pihak', en: 'Number of one of the parties' },
  SIGNATORY: { id: 'Penanda tangan', en: 'Signatory' },
  SIGNED_ON: { id: 'Tanggal tanda tangan', en: 'Date of signing' },
  EFFECTIVE_FROM: { id: 'Tanggal mulai', en: 'Start date' },
  EFFECTIVE_UNTIL: { id: 'Tanggal akhir', en: 'End date' },
  LEGAL_BASIS: { id: 'Dasar hukum', en: 'Legal basis' },
  PARENT: { id: 'MoU payung', en: 'Umbrella MoU' },
  DOCUMENT: { id: 'Dokumen', en: 'Document' },
};
