import type { Services } from '../schema/index.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { mouVerbs } from '../schema/mou/index.js';
import type { Change, Row, ScreenVerb } from './screen.js';
import { isRow } from './screen-property.js';

type Agreements = Services['mou'];
type Renewals = Services['mouRenewal'];
type Judged = Parameters<Agreements['viewerCan']>[1];

/** Whether the caller may do that with the agreement of the row now, as the service judges it. */
export function mouOffer(mou: Agreements, verb: keyof ReturnType<Agreements['viewerCan']>) {
  return (row: Row, caller: Caller): boolean => {
    const judged = row.viewerCan;
    return isJudged(judged) && mou.viewerCan(caller, judged)[verb];
  };
}

/** Decisions on an agreement: submit, return, sign, renew, amend, terminate. */
export function mouDecisions(mou: Agreements, renewals: Renewals): Readonly<Record<string, ScreenVerb>> {
  return {
    submit: {
      verb: mouVerbs.submit,
      isOffered: mouOffer(mou, 'submit'),
      label: { id: 'Ajukan telaah hukum', en: 'Submit for legal review' },
      guard: { id: 'Rancangan dikunci selama ditelaah.', en: 'The draft is locked while it is reviewed.' },
      icon: 'Send',
      properties: {},
      run: (caller, target) => mou.submit(caller, target),
    },
    return: {
      verb: mouVerbs.return,
      isOffered: mouOffer(mou, 'return'),
      label: { id: 'Kembalikan', en: 'Return' },
      guard: {
        id: 'Rancangan kembali kepada penyusunnya dengan alasan ini.',
        en: 'The draft goes back to its authors with this reason.',
      },
      icon: 'CornerUpLeft',
      properties: { reason: { kind: 'longText', isRequired: true, label: { id: 'Alasan', en: 'Reason' } } },
      run: (caller, change: Change<Parameters<Agreements['return']>[1]['input']>) =>
        mou.return(caller, change),
    },
    sign: {
      verb: mouVerbs.sign,
      isOffered: mouOffer(mou, 'sign'),
      label: { id: 'Catat penandatanganan', en: 'Record the signing' },
      guard: {
        id: 'Isi yang ditandatangani tidak dapat diubah lagi.',
        en: 'What is signed can no longer be changed.',
      },
      icon: 'Edit3',
      properties: {
        signedOn: { kind: 'date', label: { id: 'Ditandatangani', en: 'Signed on' } },
        signedPlace: { label: { id: 'Tempat', en: 'Place' } },
      },
      run: (caller, change: Change<Parameters<Agreements['sign']>[1]['input']>) => mou.sign(caller, change),
    },
    renew: {
      verb: mouVerbs.renew,
      isOffered: mouOffer(mou, 'renew'),
      label: { id: 'Perpanjang', en: 'Renew' },
      guard: {
        id: 'Rancangan penerus dibuat dengan para pihak, ruang lingkup, dan dasar hukum yang masih berlaku. Yang dikosongkan mengikuti naskah sekarang.',
        en: 'A draft successor is made with the parties, the scope and the legal bases in force. What stays empty follows the present text.',
      },
      icon: 'RefreshCw',
      properties: {
        effectiveFrom: { kind: 'date', label: { id: 'Mulai berlaku', en: 'Start' } },
        effectiveUntil: { kind: 'date', label: { id: 'Berlaku sampai', en: 'End' } },
        titleAsWritten: { label: { id: 'Judul', en: 'Title' } },
      },
      run: (caller, change: Change<Parameters<Renewals['renew']>[1]['input']>) =>
        renewals.renew(caller, change),
    },
    amend: {
      verb: mouVerbs.amend,
      isOffered: mouOffer(mou, 'amend'),
      label: { id: 'Buat adendum', en: 'Draft an addendum' },
      guard: {
        id: 'Rancangan adendum dibuat dengan pihak yang sama. Isi hanya yang berubah; halamannya membandingkan dengan naskah yang ditandatangani.',
        en: 'A draft addendum is made with the same parties. Fill in only what changes; its page compares it with the signed text.',
      },
      icon: 'FilePlus',
      properties: { titleAsWritten: { label: { id: 'Judul', en: 'Title' } } },
      run: (caller, change: Change<Parameters<Renewals['amend']>[1]['input']>) =>
        renewals.amend(caller, change),
    },
    terminate: {
      verb: mouVerbs.terminate,
      isOffered: mouOffer(mou, 'terminate'),
      isDangerous: true,
      label: { id: 'Akhiri', en: 'Terminate' },
      guard: {
        id: 'Perjanjian berakhir pada tanggal tersebut. Unggah dahulu surat pengakhirannya.',
        en: 'The agreement ends on that date. Upload the letter of termination first.',
      },
      icon: 'XCircle',
      properties: {
        terminatedOn: { kind: 'date', isRequired: true, label: { id: 'Diakhiri pada', en: 'Terminated on' } },
        reason: { kind: 'longText', isRequired: true, label: { id: 'Alasan', en: 'Reason' } },
        documentId: {
          isRequired: true,
          label: { id: 'Surat pengakhiran', en: 'Letter of termination' },
          components: { edit: 'DocumentInput' },
        },
      },
      run: (caller, change: Change<Parameters<Agreements['terminate']>[1]['input']>) =>
        mou.terminate(caller, change),
    },
  };
}

function isJudged(value: unknown): value is Judged {
  return isRow(value) && [value.state, value.kind, value.regionId].every((part) => typeof part === 'string');
}
