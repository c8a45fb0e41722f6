import { ApiClient, type RecordJSON, type ResourceJSON } from 'adminjs';
import { isSame, type Params, partOf } from './record-diff';
import { offerUndo } from './undo';

interface Revision {
  readonly before: Params;
  readonly after: RecordJSON;
  readonly fields: readonly string[];
  readonly resource: ResourceJSON;
  readonly label: string;
}

const api = new ApiClient();

/** Offers to put the changed fields back. Safe: the server refuses it once anybody has changed the record again. */
export function offerRevisionUndo({ before, after, fields, resource, label }: Revision): void {
  const changed = fields.filter((field) => !isSame(before, after.params, field));
  if (changed.length === 0) return;
  const next = Number(before.version) + 1;
  offerUndo({ label, run: () => putBack({ resource, recordId: after.id, version: next, before, changed }) });
}

interface Return {
  readonly resource: ResourceJSON;
  readonly recordId: string;
  readonly version: number;
  readonly before: Params;
  readonly changed: readonly string[];
}

async function putBack({ resource, recordId, version, before, changed }: Return): Promise<void> {
  const data = new FormData();
  data.set('version', String(version));
  for (const field of changed) {
    const part = Object.entries(partOf(before, field));
    // a field that was empty is emptied again
    if (part.length === 0) data.set(field, '');
    for (const [name, value] of part) data.set(name, String(value));
  }
  const answer = await api.recordAction({ resourceId: resource.id, recordId, actionName: 'edit', data });
  const { notice, redirectUrl } = answer.data;
  if (!redirectUrl) throw new Error(notice?.message ?? '');
  window.location.reload();
}
