import { coverageVerbs } from '../schema/coverage/index.js';
import { enrollmentVerbs } from '../schema/enrollment/index.js';
import type { Services } from '../schema/index.js';
import { isPermitted } from '../schema/kernel/policy.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { endReasons, rejections } from './people-choices.js';
import type { Change, Row, ScreenVerb } from './screen.js';
import { isRow } from './screen-property.js';

type Enrollments = Services['enrollment'];
type Judged = Parameters<Enrollments['viewerCan']>[1];
type Move = 'verify' | 'approve' | 'submit';

/** Decisions on an enrollment: verify, approve, send, activate, reject, end, replace. */
export function enrollmentDecisions(enrollment: Enrollments): Readonly<Record<string, ScreenVerb>> {
  const offered = (verb: keyof ReturnType<Enrollments['viewerCan']>) => offer(enrollment, verb);
  const plain = (move: Move, words: Pick<ScreenVerb, 'label' | 'guard' | 'icon'>): ScreenVerb => ({
    ...words,
    verb: enrollmentVerbs[move],
    isOffered: offered(move),
    properties: {},
    run: (caller, { id, expectedVersion }) => enrollment[move](caller, { id, expectedVersion }),
  });
  return {
    verify: plain('verify', {
      label: { id: 'Verifikasi', en: 'Verify' },
      guard: {
        id: 'Data dan syarat masuk diperiksa sekali lagi.',
        en: 'Data and rules of entry are checked once more.',
      },
      icon: 'CheckSquare',
    }),
    approve: plain('approve', {
      label: { id: 'Setujui', en: 'Approve' },
      guard: {
        id: 'Orang ini masuk daftar yang dikirim ke cabang.',
        en: 'The person joins the list for the branch.',
      },
      icon: 'CheckCircle',
    }),
    submit: plain('submit', {
      label: { id: 'Catat pengiriman ke cabang', en: 'Record sending to the branch' },
      guard: {
        id: 'Daftarnya sudah dikirim ke BPJS Ketenagakerjaan.',
        en: 'The list went to BPJS Ketenagakerjaan.',
      },
      icon: 'Send',
    }),
    activate: {
      verb: enrollmentVerbs.activate,
      isOffered: offered('activate'),
      label: { id: 'Aktifkan', en: 'Activate' },
      guard: {
        id: 'Cabang sudah mengaktifkan kepesertaannya.',
        en: 'The branch has made the membership active.',
      },
      icon: 'Play',
      properties: {
        kpj: {
          label: { id: 'Nomor KPJ', en: 'KPJ number' },
        },
      },
      run: (caller, { input, ...target }: Change<Parameters<Enrollments['activate']>[2]>) =>
        enrollment.activate(caller, target, input),
    },
    reject: {
      verb: enrollmentVerbs.reject,
      isOffered: offered('reject'),
      isDangerous: true,
      label: { id: 'Tolak', en: 'Reject' },
      guard: {
        id: 'Usulan yang ditolak tidak dapat dibuka lagi.',
        en: 'A rejected proposal cannot be opened again.',
      },
      icon: 'XCircle',
      properties: {
        reason: {
          kind: 'choice',
          values: rejections,
          isRequired: true,
          label: { id: 'Sebab', en: 'Reason' },
        },
      },
      run: (caller, { input, ...target }: Change<Parameters<Enrollments['reject']>[2]>) =>
        enrollment.reject(caller, target, input),
    },
    end: {
      verb: enrollmentVerbs.end,
      isOffered: offered('end'),
      isDangerous: true,
      label: { id: 'Akhiri', en: 'End' },
      guard: {
        id: 'Bulan berakhirnya masih dihitung. Tempatnya menjadi kosong.',
        en: 'Its last month still counts. The place becomes vacant.',
      },
      icon: 'LogOut',
      properties: {
        endedOn: { kind: 'date', isRequired: true, label: { id: 'Berakhir pada', en: 'Ended on' } },
        reason: {
          kind: 'choice',
          values: endReasons,
          isRequired: true,
          label: { id: 'Sebab', en: 'Reason' },
        },
      },
      run: (caller, { input, ...target }: Change<Parameters<Enrollments['end']>[2]>) =>
        enrollment.end(caller, target, input),
    },
    replace: {
      verb: enrollmentVerbs.replace,
      isOffered: offered('replace'),
      label: { id: 'Gantikan', en: 'Replace' },
      guard: {
        id: 'Orang lain mengisi tempat yang kosong; keduanya tertaut.',
        en: 'Another person takes the vacant place; both are linked.',
      },
      icon: 'Repeat',
      properties: {
        beneficiary: {
          kind: 'reference',
          to: 'beneficiary',
          title: 'name',
          isRequired: true,
          label: { id: 'Pengganti', en: 'Replacement' },
        },
        enteredOn: { kind: 'date', isRequired: true, label: { id: 'Masuk pada', en: 'Entered on' } },
        post: { label: { id: 'Jabatan', en: 'Post' } },
        decree: { label: { id: 'Nomor SK', en: 'Decree' } },
        cohort: { label: { id: 'Gelombang', en: 'Cohort' } },
      },
      run: (caller, { input, ...target }: Change<Parameters<Enrollments['replace']>[2]>) =>
        enrollment.replace(caller, target, input),
    },
  };
}

/** Decisions for many that a person may take somewhere, in the order of a year. */
export function decisionsForMany({ actor }: Caller): readonly string[] {
  const { verify, approve, submit, activate, reject, end } = enrollmentVerbs;
  const { cover, uncover } = coverageVerbs;
  const verbs = { verify, approve, submit, activate, cover, uncover, reject, end };
  return Object.entries(verbs).flatMap(([name, verb]) => (isPermitted(actor, verb) ? [name] : []));
}

function offer(enrollment: Enrollments, verb: keyof ReturnType<Enrollments['viewerCan']>) {
  return ({ viewerCan }: Row, caller: Caller): boolean =>
    isJudged(viewerCan) && enrollment.viewerCan(caller, viewerCan)[verb];
}

function isJudged(value: unknown): value is Judged {
  return isRow(value) && typeof value.state === 'string' && typeof value.regionId === 'string';
}
