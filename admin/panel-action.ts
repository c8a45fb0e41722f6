import type { Action, ActionContext, ActionRequest, ActionResponse } from 'adminjs';
import { isPermitted, type Verb } from '../schema/kernel/policy.js';
import { Refusal } from '../schema/kernel/problem.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { DomainRecord, type DomainResource } from './domain-resource.js';
import { callerOf } from './panel-session.js';
import { panelError } from './present-problem.js';
import type { ScreenForm } from './screen.js';

export type PanelAction = Partial<Action<ActionResponse>>;
export type Answer = (
  caller: Caller,
  request: ActionRequest,
  context: ActionContext,
) => Promise<ActionResponse>;

/** There for AdminJS to find, and refused. */
export const absent: PanelAction = {
  isAccessible: false,
  isVisible: false,
  handler: async () => {
    throw new Refusal('FORBIDDEN');
  },
};

/** Whether the button is offered: by the right to decide, and by the record where there is one. */
export function allowed(
  verb: Verb,
  isOffered: ScreenForm['isOffered'] = () => true,
): (context: ActionContext) => boolean {
  return ({ currentAdmin, record }) => {
    const caller = callerOf(currentAdmin);
    if (!isPermitted(caller.actor, verb)) return false;
    return !(record instanceof DomainRecord) || isOffered(record.row, caller);
  };
}

/** Runs an action for the caller of the request; what goes wrong becomes an error that AdminJS cannot mistake. */
export function answered(resource: DomainResource, answer: Answer): Action<ActionResponse>['handler'] {
  return async (request, _response, context) => {
    const caller = callerOf(context.currentAdmin);
    try {
      return await answer(caller, request, context);
    } catch (error) {
      throw panelError(error, caller, resource.present);
    }
  };
}
