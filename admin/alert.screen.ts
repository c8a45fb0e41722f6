import {
  Alert,
  AlertState,
  alertMessage,
  alertName,
  alertVerbs,
  type ReadAlert,
  ruleNames,
} from '../schema/alert/index.js';
import { alertDeliveryVerbs } from '../schema/alert-delivery/index.js';
import type { Services } from '../schema/index.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { alertDecisions } from './alert.verbs.js';
import type { Screen } from './screen.js';
import { oneOf, regionFilter } from './screen-filters.js';

const states = {
  OPEN: { id: 'Menunggu', en: 'Waiting' },
  ACKNOWLEDGED: { id: 'Diketahui', en: 'Acknowledged' },
  RESOLVED: { id: 'Selesai', en: 'Settled' },
  SUPERSEDED: { id: 'Digantikan yang lebih dekat', en: 'Superseded' },
} as const satisfies Record<AlertState, object>;
const read = `{ id version rule name message concept subjectId dueOn firesOn state note assigneeId assigneeName snoozedUntil
  escalatedOn acknowledgedByName updatedAt viewerCan region { id displayName } }`;

/** The inbox: what is due or broken, and what people did about it. */
export function alertScreen({ alert }: Pick<Services, 'alert'>): Screen {
  return {
    concept: 'alert',
    type: 'Alert',
    entity: Alert,
    group: 'today',
    icon: 'Bell',
    name: { id: 'Peringatan', en: 'Alerts' },
    service: inWords(alert),
    read: alertVerbs.read,
    title: 'message',
    properties: {
      message: { label: { id: 'Isi', en: 'What it says' } },
      rule: { kind: 'choice', values: ruleNames, label: { id: 'Perihal', en: 'Matter' } },
      region: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        label: { id: 'Daerah', en: 'Region' },
      },
      dueOn: { kind: 'date', label: { id: 'Jatuh pada', en: 'Due on' } },
      firesOn: { kind: 'date', label: { id: 'Diperingatkan sejak', en: 'Raised for' } },
      state: {
        kind: 'choice',
        values: states,
        colours: { OPEN: 'amber', ACKNOWLEDGED: 'blue', RESOLVED: 'green', SUPERSEDED: 'grey' },
        label: { id: 'Keadaan', en: 'State' },
      },
      subjectId: {
        label: { id: 'Data terkait', en: 'Record concerned' },
        components: { show: 'SubjectLink' },
      },
      assigneeId: { label: { id: 'Nomor penanggung jawab', en: 'Id of whose task it is' } },
      assigneeName: { label: { id: 'Penanggung jawab', en: 'Task of' } },
      snoozedUntil: { kind: 'date', label: { id: 'Ditunda sampai', en: 'Put aside until' } },
      escalatedOn: { kind: 'date', label: { id: 'Diteruskan ke provinsi', en: 'Handed up on' } },
      acknowledgedByName: { label: { id: 'Diketahui oleh', en: 'Acknowledged by' } },
      note: { kind: 'longText', label: { id: 'Catatan', en: 'Note' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['message', 'region', 'dueOn', 'state', 'assigneeName'],
      selection: read,
      filters: {
        isWaiting: { kind: 'boolean', field: 'isWaiting', label: { id: 'Menunggu saya', en: 'Waiting' } },
        isMine: { kind: 'boolean', field: 'isMine', label: { id: 'Tugas saya', en: 'My tasks' } },
        isEscalated: {
          kind: 'boolean',
          field: 'isEscalated',
          label: { id: 'Diteruskan ke provinsi', en: 'Handed up' },
        },
        state: oneOf('states', states, { id: 'Keadaan', en: 'State' }),
        rule: oneOf('rules', ruleNames, { id: 'Perihal', en: 'Matter' }),
        region: regionFilter,
        dueUntil: { kind: 'day', field: 'dueUntil', label: { id: 'Jatuh sampai', en: 'Due until' } },
      },
      orders: { dueOn: 'DUE_ON' },
    },
    show: {
      properties: [
        'message',
        'subjectId',
        'region',
        'rule',
        'dueOn',
        'firesOn',
        'state',
        'assigneeName',
        'snoozedUntil',
        'escalatedOn',
        'acknowledgedByName',
        'note',
        'updatedAt',
      ],
      selection: read,
    },
    verbs: alertDecisions(alert),
    pages: {
      outlook: {
        verb: alertVerbs.read,
        label: { id: '90 hari ke depan', en: 'Next 90 days' },
        icon: 'Calendar',
        component: 'AlertOutlook',
      },
      delivery: {
        verb: alertDeliveryVerbs.read,
        label: { id: 'Surel & kalender', en: 'Mail & calendar' },
        icon: 'Mail',
        component: 'AlertDelivery',
      },
    },
    counts: [
      {
        label: { id: 'Peringatan menunggu', en: 'Alerts waiting' },
        filters: { isWaiting: 'true' },
        isTask: true,
      },
      {
        label: { id: 'Tugas saya', en: 'My tasks' },
        filters: { isMine: 'true', state: 'OPEN' },
        isTask: true,
      },
    ],
    emptyHint: {
      id: 'Tidak ada peringatan untuk saringan ini. Peringatan dibuat sistem setiap sepuluh menit dan setelah perubahan.',
      en: 'No alerts for this filter. The system raises them every ten minutes and after changes.',
    },
  };
}

/** The services read what a text is made of; here it is written in the reader's language. */
function inWords(alert: Services['alert']): Screen['service'] {
  const worded = <Row extends object>(row: Row, { actor }: Caller): Row => ({
    ...row,
    ...(isRead(row) && {
      name: alertName(row.rule, actor.locale),
      message: alertMessage(row.message, actor.locale),
    }),
  });
  return {
    find: async (caller, id, selection) => {
      const row = await alert.find(caller, id, selection);
      return row && worded(row, caller);
    },
    list: async (caller, request, selection) => {
      const page = await alert.list(caller, request, selection);
      return { ...page, nodes: page.nodes.map((row) => worded(row, caller)) };
    },
  };
}

function isRead(row: object): row is ReadAlert {
  return 'message' in row && 'rule' in row;
}
