import { type ActionJSON, ApiClient, type RecordJSON, type ResourceJSON } from 'adminjs';
import { isSame, type Params, partOf } from './record-diff';
import { offerUndo } from './undo';

interface Revision {
  readonly before: Params;
  readonly after: RecordJSON;
  readonly fields: readonly string[];
  readonly resource: ResourceJSON;
  readonly action: ActionJSON;
  readonly label: string;
}

const api = new ApiClient();

/**
 * Offers to put the changed fields back. Safe: the server refuses it once anybody has changed the record again. Where
 * what is once recorded stays, such as a fact of a signed text, nothing is offered that would be refused.
 */
export function offerRevisionUndo({ before, after, fields, resource, action, label }: Revision): void {
  const changed = fields.filter((field) => !isSame(before, after.params, field));
  const final: { readonly property: string; readonly values: readonly unknown[] } | null =
    action.custom.finalIn;
  const isFinal = final?.values.includes(before[final.property]) === true;
  const isFilledIn = changed.some((field) => Object.keys(partOf(before, field)).length === 0);
  if (changed.length === 0 || (isFinal && isFilledIn)) return;
  const restores = Object.fromEntries(changed.map((field) => [field, field]));
  const undo = { actionName: 'edit', prefix: '', restores };
  offerUndo({ label, run: () => putBack({ resource, recordId: after.id, before, ...undo }) });
}

interface Decision {
  /** The record as it was when the decision was taken. */
  readonly before: RecordJSON;
  readonly resource: ResourceJSON;
  readonly action: ActionJSON;
  readonly label: string;
}

/** Offers the decision that takes this one back, where the screen says that there is one. */
export function offerDecisionUndo({ before, resource, action, label }: Decision): void {
  const undo: { readonly action: string; readonly restores: Return['restores'] } | null = action.custom.undo;
  if (!undo) return;
  const prefix = undo.action === 'edit' ? '' : `${undo.action}_`;
  const target = { resource, recordId: before.id, before: before.params };
  const run = () => putBack({ ...target, actionName: undo.action, prefix, restores: undo.restores });
  offerUndo({ label, run });
}

interface Return {
  readonly resource: ResourceJSON;
  readonly recordId: string;
  readonly before: Params;
  readonly actionName: string;
  /** What the names of the action's fields begin with. */
  readonly prefix: string;
  /** Field of the action -> property whose former value it gets. */
  readonly restores: Readonly<Record<string, string>>;
}

async function putBack({ resource, recordId, before, actionName, prefix, restores }: Return): Promise<void> {
  const data = new FormData();
  // the version that the deed made: whatever came after it is not taken back
  data.set('version', String(Number(before.version) + 1));
  for (const [field, property] of Object.entries(restores)) {
    const part = Object.entries(partOf(before, property));
    // a field that was empty is emptied again
    if (part.length === 0) data.set(prefix + field, '');
    for (const [name, value] of part) data.set(prefix + field + name.slice(property.length), String(value));
  }
  const answer = await api.recordAction({ resourceId: resource.id, recordId, actionName, data });
  const { notice, redirectUrl, record } = answer.data;
  if (!redirectUrl) {
    // the field says why, the notice only that nothing was saved
    const [problem] = Object.values(record?.errors ?? {});
    throw new Error(problem?.message ?? notice?.message ?? '');
  }
  window.location.reload();
}
