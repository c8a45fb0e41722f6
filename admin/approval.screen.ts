import { Approval, approvalVerbs } from '../schema/approval/index.js';
import type { Services } from '../schema/index.js';
import { approvalStateColours, approvalStates, approvalSubjects } from './approval-choices.js';
import type { Screen } from './screen.js';
import { oneOf, regionFilter } from './screen-filters.js';

const read = `{ id version subject title decree state given needed requestedByName returnedByName returnReason createdAt
  settledAt region { id displayName } }`;

/** What waits for somebody's agreement, and what became of it. */
export function approvalScreen({ approval }: Pick<Services, 'approval'>): Screen {
  return {
    concept: 'approval',
    type: 'Approval',
    entity: Approval,
    group: 'today',
    icon: 'CheckSquare',
    name: { id: 'Persetujuan', en: 'Approvals' },
    service: {
      find: (caller, id, selection) => approval.find(caller, id, selection),
      list: (caller, request, selection) => approval.list(caller, request, selection),
    },
    read: approvalVerbs.read,
    title: 'title',
    properties: {
      title: { label: { id: 'Yang dimintakan persetujuan', en: 'To be approved' } },
      subject: { kind: 'choice', values: approvalSubjects, label: { id: 'Jenis', en: 'Kind' } },
      region: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        label: { id: 'Daerah', en: 'Region' },
      },
      decree: { label: { id: 'Nomor SK', en: 'Decree' } },
      state: {
        kind: 'choice',
        values: approvalStates,
        colours: approvalStateColours,
        label: { id: 'Keadaan', en: 'State' },
      },
      given: { kind: 'number', label: { id: 'Setuju (orang)', en: 'Agreed (persons)' } },
      needed: { kind: 'number', label: { id: 'Diperlukan (orang)', en: 'Needed (persons)' } },
      requestedByName: { label: { id: 'Diminta oleh', en: 'Asked by' } },
      returnedByName: { label: { id: 'Dikembalikan oleh', en: 'Returned by' } },
      returnReason: { kind: 'longText', label: { id: 'Alasan', en: 'Reason' } },
      createdAt: { kind: 'instant', label: { id: 'Diminta pada', en: 'Asked on' } },
      settledAt: { kind: 'instant', label: { id: 'Selesai pada', en: 'Settled on' } },
    },
    list: {
      columns: ['title', 'subject', 'region', 'state', 'given', 'needed', 'requestedByName', 'createdAt'],
      selection: read,
      filters: {
        isMine: { kind: 'boolean', field: 'isMine', label: { id: 'Menunggu saya', en: 'Waits for me' } },
        state: oneOf('states', approvalStates, { id: 'Keadaan', en: 'State' }),
        subject: oneOf('subjects', approvalSubjects, { id: 'Jenis', en: 'Kind' }),
        region: regionFilter,
      },
      orders: { createdAt: 'CREATED_AT' },
    },
    show: {
      properties: ['title', 'subject', 'region', 'state', 'createdAt'],
      selection: read,
      component: 'ApprovalShow',
    },
    pages: {
      inbox: {
        verb: approvalVerbs.give,
        label: { id: 'Putuskan yang menunggu saya', en: 'Decide what waits for me' },
        icon: 'Inbox',
        component: 'ApprovalInbox',
      },
    },
    counts: [
      {
        label: { id: 'Menunggu persetujuan Anda', en: 'Waiting for your agreement' },
        filters: { isMine: 'true' },
        isTask: true,
      },
    ],
    emptyHint: {
      id: 'Tidak ada permintaan persetujuan untuk saringan ini. MoU masuk ke sini saat diajukan telaah hukum; program dan daftar peserta lewat tombol "Minta persetujuan" di halaman program.',
      en: 'No requests for this filter. Agreements come here when they are submitted for review; programs and lists of people by "Ask for approval" on the page of a program.',
    },
  };
}
