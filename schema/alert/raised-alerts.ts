import type { Dependencies } from '../kernel/dependencies.js';
import { endedBy } from '../kernel/ended-by.js';
import type { Selection } from '../kernel/selection.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { Alert } from './alert.entity.js';

const idOnly: Selection = new Map([['id', { name: 'id', args: {}, below: null }]]);
const firstVersion = 1;

/** Database ids of alerts as they are raised, judged at each one by what the caller may see at that moment. */
export function raisedAlerts(
  dependencies: Pick<Dependencies, 'changes' | 'unitOfWork'>,
  caller: Caller,
): AsyncGenerator<{ readonly id: string }> {
  const ended = new AbortController();
  return endedBy(ended, raised(dependencies, caller, ended.signal));
}

async function* raised(
  { changes, unitOfWork }: Pick<Dependencies, 'changes' | 'unitOfWork'>,
  caller: Caller,
  signal: AbortSignal,
): AsyncGenerator<{ readonly id: string }> {
  for await (const { concept, id, version } of changes.since(signal)) {
    if (concept !== 'alert' || version !== firstVersion) continue;
    if (await unitOfWork.callerFor(caller).reads.one(Alert, id, idOnly)) yield { id };
  }
}
