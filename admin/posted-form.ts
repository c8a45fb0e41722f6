import type { ActionContext, ActionRequest, ActionResponse, RecordJSON } from 'adminjs';
import { publicId } from '../schema/kernel/identifier.js';
import { type Outcome, Refusal } from '../schema/kernel/problem.js';
import { prefixOf } from '../schema/kernel/readable.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { type DomainResource, linkJson } from './domain-resource.js';
import { type Form, readForm } from './form-input.js';
import { validationError } from './present-problem.js';
import type { Row, ScreenForm } from './screen.js';

interface PostedChange {
  readonly caller: Caller;
  readonly request: ActionRequest;
  readonly context: ActionContext;
  readonly resource: DomainResource;
  readonly fields: Form;
  readonly form: Pick<ScreenForm, 'toInput' | 'report'>;
}

/** Reads the form of a change, lets the service decide, and answers with what came of it. */
export async function changed(
  { caller, request: { params, payload = {} }, context, resource, fields, form }: PostedChange,
  message: string,
  decide: (change: { id: string; expectedVersion: number; input: object }) => Promise<Outcome | undefined>,
): Promise<ActionResponse> {
  const { input, problems } = readForm(fields, payload);
  const id = params.recordId ?? '';
  const change = {
    id,
    expectedVersion: wholeNumber(payload.version),
    input: form.toInput?.(input) ?? input,
  };
  const outcome = problems.length ? { id: null, problems } : await decide(change);
  // what was typed stays in the form beside the errors; only fields of the form, they came from it
  if (outcome?.id === null) context.record?.storeParams(typedParams(fields, payload));
  return done({ resource, outcome, caller, context, message, fields, form });
}

function typedParams({ names, prefix = '' }: Form, payload: Row): Row {
  const isTyped = (key: string) =>
    names.some((name) => key === prefix + name || key.startsWith(`${prefix}${name}.`));
  return Object.fromEntries(Object.entries(payload).filter(([key]) => isTyped(key)));
}

function wholeNumber(value: unknown): number {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0;
}

interface Decided {
  readonly resource: DomainResource;
  readonly outcome: Outcome | undefined;
  readonly caller: Caller;
  readonly context: ActionContext;
  readonly message: string;
  readonly fields: Form;
  readonly form: Pick<ScreenForm, 'report'>;
}

/** Success only after the service has said so; otherwise its problems at their fields. */
export function done({ resource, outcome, caller, context, message, fields, form }: Decided): ActionResponse {
  if (!outcome) throw new Refusal('FORBIDDEN');
  if (outcome.id === null) {
    throw validationError(outcome.problems, { ...fields, locale: caller.actor.locale });
  }
  const { screen } = resource;
  const report = form.report?.(outcome, caller.actor.locale);
  const id = publicId(prefixOf(screen.entity), outcome.id);
  return {
    record: context.record?.toJSON(context.currentAdmin) ?? savedJson(id),
    redirectUrl: context.h.recordActionUrl({ resourceId: screen.concept, recordId: id, actionName: 'show' }),
    notice: report
      ? { message: report, type: 'info' }
      : { message, type: 'success', resourceId: screen.concept },
  };
}

function savedJson(id: string): RecordJSON {
  return linkJson({ id, title: '' }, false);
}
