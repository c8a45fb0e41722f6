import { alertVerbs } from '../schema/alert/index.js';
import type { Services } from '../schema/index.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import type { Change, Row, ScreenVerb } from './screen.js';
import { isRow } from './screen-property.js';

type Alerts = Services['alert'];
type Judged = Parameters<Alerts['viewerCan']>[1];

const note = { kind: 'longText', label: { id: 'Catatan', en: 'Note' } } as const;

/** Decisions on an alert: acknowledge, take that back, put aside, assign, hand up. */
export function alertDecisions(alert: Alerts): Readonly<Record<string, ScreenVerb>> {
  return {
    acknowledge: {
      verb: alertVerbs.acknowledge,
      isOffered: offer(alert, 'acknowledge'),
      label: { id: 'Sudah diketahui', en: 'Acknowledge' },
      guard: {
        id: 'Peringatan keluar dari daftar tunggu; selesai baru setelah datanya beres.',
        en: 'It leaves the inbox; it is settled once the record itself is.',
      },
      icon: 'Check',
      properties: { note },
      undo: { action: 'reopen', restores: {} },
      run: (caller, change: Change<Parameters<Alerts['acknowledge']>[1]['input']>) =>
        alert.acknowledge(caller, change),
    },
    snooze: {
      verb: alertVerbs.snooze,
      isOffered: offer(alert, 'snooze'),
      label: { id: 'Tunda', en: 'Put aside' },
      guard: {
        id: 'Peringatan muncul lagi dengan sendirinya sehari sesudah tanggal ini.',
        en: 'It comes back by itself after that day.',
      },
      icon: 'Clock',
      properties: {
        until: { kind: 'date', isRequired: true, label: { id: 'Sampai', en: 'Until' } },
        note,
      },
      undo: { action: 'reopen', restores: {} },
      run: (caller, change: Change<Parameters<Alerts['snooze']>[1]['input']>) => alert.snooze(caller, change),
    },
    assign: {
      verb: alertVerbs.assign,
      isOffered: offer(alert, 'assign'),
      label: { id: 'Tugaskan', en: 'Assign' },
      guard: {
        id: 'Orang ini melihatnya di bawah "Tugas saya". Kosongkan untuk mencabut tugas.',
        en: 'This person sees it under "My tasks". Leave empty to take the task back.',
      },
      icon: 'User',
      properties: {
        staff: { kind: 'reference', to: 'staff', title: 'name', label: { id: 'Orang', en: 'Person' } },
        note,
      },
      undo: { action: 'assign', restores: { staff: 'assigneeId', note: 'note' } },
      run: (caller, change: Change<Parameters<Alerts['assign']>[1]['input']>) => alert.assign(caller, change),
    },
    escalate: {
      verb: alertVerbs.escalate,
      isOffered: offer(alert, 'escalate'),
      label: { id: 'Teruskan ke provinsi', en: 'Hand up' },
      guard: {
        id: 'Koordinator provinsi melihatnya di antara yang diteruskan.',
        en: 'The coordinator of the province sees it among those handed up.',
      },
      icon: 'ArrowUp',
      properties: { note: { ...note, isRequired: true } },
      run: (caller, change: Change<Parameters<Alerts['escalate']>[1]['input']>) =>
        alert.escalate(caller, change),
    },
    reopen: {
      verb: alertVerbs.reopen,
      isOffered: offer(alert, 'reopen'),
      label: { id: 'Kembalikan ke daftar tunggu', en: 'Put back' },
      guard: { id: 'Peringatan kembali menunggu.', en: 'It waits again.' },
      icon: 'RotateCcw',
      properties: {},
      run: (caller, target) => alert.reopen(caller, target),
    },
  };
}

function offer(alert: Alerts, verb: keyof ReturnType<Alerts['viewerCan']>) {
  return ({ viewerCan }: Row, caller: Caller): boolean =>
    isJudged(viewerCan) && alert.viewerCan(caller, viewerCan)[verb];
}

function isJudged(value: unknown): value is Judged {
  return isRow(value) && typeof value.state === 'string' && typeof value.isPutAside === 'boolean';
}
