import type { Actor } from '../kernel/actor.js';
import { isPermitted, type Verb } from '../kernel/policy.js';
import { ImportState } from './import.enums.js';
import { importVerbs } from './import.policy.js';

/** What decides which buttons there are. */
export interface ImportFacts {
  readonly state: ImportState;
  readonly regionId: string;
  readonly hasCommitted: boolean;
  readonly isGood: boolean;
}

/** Whether the actor may do each thing with a roster of this region in this state. */
export function importViewerCan(actor: Actor, { state, regionId, hasCommitted, isGood }: ImportFacts) {
  const may = (verb: Verb, ...states: ImportState[]) =>
    actor.canWrite && states.includes(state) && isPermitted(actor, verb, regionId);
  const { MAPPING, CHECKING, READY, COMMITTED } = ImportState;
  return {
    map: !hasCommitted && may(importVerbs.map, MAPPING, READY),
    commit: isGood && may(importVerbs.commit, READY),
    undo: hasCommitted && may(importVerbs.undo, COMMITTED, READY),
    discard: !hasCommitted && may(importVerbs.discard, MAPPING, CHECKING, READY),
  };
}
