import { AuditEvent, auditVerbs } from '../schema/audit/index.js';
import type { Services } from '../schema/index.js';
import type { Screen } from './screen.js';

const operations = {
  INSERT: { id: 'Dibuat', en: 'Created' },
  UPDATE: { id: 'Diubah', en: 'Changed' },
  DELETE: { id: 'Dihapus', en: 'Removed' },
  EVENT: { id: 'Peristiwa', en: 'Event' },
} as const;

/** Who changed what: listed only, never changed. */
export function auditScreen({ audit }: Pick<Services, 'audit'>): Screen {
  return {
    concept: 'audit',
    type: 'AuditEvent',
    entity: AuditEvent,
    group: 'accounts',
    icon: 'Clock',
    name: { id: 'Jejak perubahan', en: 'Audit trail' },
    service: { list: (caller, request, selection) => audit.list(caller, request, selection) },
    read: auditVerbs.read,
    title: 'verb',
    properties: {
      occurredAt: { kind: 'instant', label: { id: 'Waktu', en: 'Time' } },
      actorName: { label: { id: 'Pelaku', en: 'Who' } },
      verb: { label: { id: 'Tindakan', en: 'Action' } },
      concept: { label: { id: 'Jenis data', en: 'Kind of record' } },
      operation: { kind: 'choice', values: operations, label: { id: 'Perubahan', en: 'Change' } },
      changes: { kind: 'changes', label: { id: 'Isian', en: 'Fields' } },
    },
    list: {
      columns: ['occurredAt', 'actorName', 'verb', 'concept', 'operation', 'changes'],
      selection: '{ id occurredAt actorName verb concept operation changes { field before after } }',
      filters: {},
      orders: {},
    },
  };
}
