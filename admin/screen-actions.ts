import type { Action, ActionContext, ActionRequest, ActionResponse, CurrentAdmin, RecordJSON } from 'adminjs';
import { publicId } from '../schema/kernel/identifier.js';
import { isPermitted, type Verb } from '../schema/kernel/policy.js';
import { type Outcome, Refusal } from '../schema/kernel/problem.js';
import { prefixOf } from '../schema/kernel/readable.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { DomainRecord, type DomainResource, linkJson } from './domain-resource.js';
import { type Form, readForm } from './form-input.js';
import { readListAddress } from './list-request.js';
import { unreadableFilter } from './unreadable-filter.js';
import { callerOf } from './panel-session.js';
import { panelError, validationError } from './present-problem.js';
import type { Row, Screen, ScreenForm, ScreenVerb } from './screen.js';
import { isRow } from './screen-property.js';

type PanelAction = Partial<Action<ActionResponse>>;
type Answer = (caller: Caller, request: ActionRequest, context: ActionContext) => Promise<ActionResponse>;

const pageOfSuggestions = 50;
const searchMinimum = 3;

/** All actions of a screen. Whatever it does not declare is there for AdminJS to find, and refused. */
export function screenActions(resource: DomainResource): Record<string, PanelAction> {
  const { screen } = resource;
  const canRead = { isAccessible: allowed(screen.read) };
  return {
    list: { ...canRead, handler: answered(resource, listAnswer(resource)) },
    search: { ...canRead, isVisible: false, handler: answered(resource, searchAnswer(resource)) },
    show: showAction(resource),
    new: createAction(resource, screen.create),
    edit: reviseAction(resource, screen.revise),
    delete: absent,
    bulkDelete: absent,
    ...Object.fromEntries(
      Object.entries(screen.verbs ?? {}).map(([name, verb]) => [name, verbAction(resource, name, verb)]),
    ),
  };
}

function showAction(resource: DomainResource): PanelAction {
  const { show, read } = resource.screen;
  if (!show) return absent;
  const component = show.component ? { component: show.component } : {};
  return { ...component, isAccessible: allowed(read), handler: answered(resource, showAnswer) };
}

const absent: PanelAction = {
  isAccessible: false,
  isVisible: false,
  handler: async () => {
    throw new Refusal('FORBIDDEN');
  },
};

function allowed(verb: Verb, isOffered: ScreenForm['isOffered'] = () => true): (context: ActionContext) => boolean {
  return ({ currentAdmin, record }) => {
    const caller = callerOf(currentAdmin);
    if (!isPermitted(caller.actor, verb)) return false;
    return !(record instanceof DomainRecord) || isOffered(record.row, caller);
  };
}

/** Runs an action for the caller of the request; what goes wrong becomes an error that AdminJS cannot mistake. */
function answered(resource: DomainResource, answer: Answer): Action<ActionResponse>['handler'] {
  return async (request, _response, context) => {
    const caller = callerOf(context.currentAdmin);
    try {
      return await answer(caller, request, context);
    } catch (error) {
      throw panelError(error, caller, resource.present);
    }
  };
}

function listAnswer(resource: DomainResource): Answer {
  const { screen } = resource;
  return async (caller, request, { currentAdmin }) => {
    const address = readListAddress(screen, request.query ?? {});
    if (!address.isReadable) {
      const message = unreadableFilter(screen, address, caller.actor.locale);
      return { records: [], meta: { total: 0, page: 1, perPage: 20 }, notice: { message, type: 'error' } };
    }
    const page = await screen.service.list(caller, address.request, resource.listSelection);
    const records = page.nodes.filter(isRow).map((row) => resource.record(row, currentAdmin).toJSON(currentAdmin));
    return { records, meta: { ...address.shown, total: page.totalCount ?? records.length } };
  };
}

/** Suggestions for a reference: id and title of visible records, by what was typed, or the first ones by title. */
function searchAnswer(resource: DomainResource): Answer {
  const { service, list, title, suggestFirst } = resource.screen;
  const byTitle = list.orders[title];
  const orderBy = byTitle === undefined ? null : ({ field: byTitle, direction: 'ASC' } as const);
  const search = Object.values(list.filters).find(({ kind }) => kind === 'text');
  return async (caller, request) => {
    const typed = String(request.params['query'] ?? '').trim();
    const isSearch = search?.kind === 'text' && typed.length >= searchMinimum && !typed.includes('\u0000');
    const filter = isSearch ? { [search.field]: typed.slice(0, 200) } : {};
    const found = new Map<string, string>();
    for (const narrower of suggestFirst ? [suggestFirst, {}] : [{}]) {
      const wanted = { filter: { ...filter, ...narrower }, orderBy, first: pageOfSuggestions };
      const page = await service.list(caller, wanted, resource.searchSelection);
      for (const row of page.nodes.filter(isRow)) found.set(String(row['id']), resource.titleOf(row));
    }
    const records = [...found].slice(0, pageOfSuggestions).map(([id, name]) => linkJson({ id, title: name }, false));
    return { records };
  };
}

function showAction(resource: DomainResource): PanelAction {
  const { show, read } = resource.screen;
  if (!show) return absent;
  const component = show.component ? { component: show.component } : {};
  return { ...component, isAccessible: allowed(read), handler: answered(resource, showAnswer) };
}

const absent: PanelAction = {
  isAccessible: false,
  isVisible: false,
  handler: async () => {
    throw new Refusal('FORBIDDEN');
  },
};

function allowed(verb: Verb, isOffered: ScreenForm['isOffered'] = () => true): (context: ActionContext) => boolean {
  return ({ currentAdmin, record }) => {
    const caller = callerOf(currentAdmin);
    if (!isPermitted(caller.actor, verb)) return false;
    return !(record instanceof DomainRecord) || isOffered(record.row, caller);
  };
}

/** Runs an action for the caller of the request; what goes wrong becomes an error that AdminJS cannot mistake. */
function answered(resource: DomainResource, answer: Answer): Action<ActionResponse>['handler'] {
  return async (request, _response, context) => {
    const caller = callerOf(context.currentAdmin);
    try {
      return await answer(caller, request, context);
    } catch (error) {
      throw panelError(error, caller, resource.present);
    }
  };
}

function listAnswer(resource: DomainResource): Answer {
  const { screen } = resource;
  return async (caller, request, { currentAdmin }) => {
    const address = readListAddress(screen, request.query ?? {});
    if (!address.isReadable) {
      const message = unreadableFilter(screen, address, caller.actor.locale);
      return { records: [], meta: { total: 0, page: 1, perPage: 20 }, notice: { message, type: 'error' } };
    }
    const page = await screen.service.list(caller, address.request, resource.listSelection);
    const records = page.nodes.filter(isRow).map((row) => resource.record(row, currentAdmin).toJSON(currentAdmin));
    return { records, meta: { ...address.shown, total: page.totalCount ?? records.length } };
  };
}

/** Suggestions for a reference: id and title of visible records, by what was typed, or the first ones by title. */
function searchAnswer(resource: DomainResource): Answer {
  const { service, list, title } = resource.screen;
  return async (caller, request) => {
    const typed = String(request.params['query'] ?? '').trim();
    const search = Object.values(list.filters).find(({ kind }) => kind === 'text');
    const isSearch = search?.kind === 'text' && typed.length >= searchMinimum && !typed.includes('\u0000');
    const filter = isSearch ? { [search.field]: typed.slice(0, 200) } : null;
    const byTitle = list.orders[title];
    const orderBy = byTitle === undefined ? null : ({ field: byTitle, direction: 'ASC' } as const);
    const page = await service.list(caller, { filter, orderBy, first: pageOfSuggestions }, resource.searchSelection);
    const records = page.nodes
      .filter(isRow)
      .map((row) => linkJson({ id: String(row['id']), title: resource.titleOf(row) }, false));
    return { records };
  };
}

const showAnswer: Answer = async (_caller, _request, { record, currentAdmin }) => ({
  record: record?.toJSON(currentAdmin),
});

function createAction(resource: DomainResource, form: ScreenForm | undefined): PanelAction {
  const { service, properties } = resource.screen;
  if (!form || !service.create) return absent;
  const fields: Form = { properties, names: form.properties };
  const answer: Answer = async (caller, { method, payload = {} }, context) => {
    if (method !== 'post') return {};
    const { input, problems } = readForm(fields, payload);
    const outcome = problems.length
      ? { id: null, problems }
      : await service.create?.(caller, form.toInput?.(input) ?? input, formKey(payload));
    return done({ resource, outcome, caller, context, message: 'successfullyCreated', fields, form });
  };
  return {
    isAccessible: allowed(form.verb),
    layout: [...form.properties, 'formKey'],
    handler: answered(resource, answer),
  };
}

function formKey(payload: Row): string | null {
  const key = payload['formKey'];
  return typeof key === 'string' && /^[\w-]{16,64}$/.test(key) ? key : null;
}

function reviseAction(resource: DomainResource, form: ScreenForm | undefined): PanelAction {
  const { service, properties } = resource.screen;
  if (!form || !service.revise) return absent;
  const fields: Form = { properties, names: form.properties };
  return {
    isAccessible: allowed(form.verb, form.isOffered),
    layout: [...form.properties],
    handler: answered(resource, async (caller, request, context) => {
      if (request.method !== 'post') return showAnswer(caller, request, context);
      const change = { caller, request, context, resource, fields, form };
      return changed(change, 'successfullyUpdated', async (wanted) => service.revise?.(caller, wanted));
    }),
  };
}

function verbAction(resource: DomainResource, name: string, verb: ScreenVerb): PanelAction {
  const names = Object.keys(verb.properties);
  const fields: Form = { properties: verb.properties, names, prefix: `${name}_` };
  return {
    actionType: 'record',
    icon: verb.icon,
    variant: verb.isDangerous ? 'danger' : 'default',
    component: 'VerbForm',
    isAccessible: allowed(verb.verb, verb.isOffered),
    custom: { properties: names.map((property) => `${name}_${property}`) },
    handler: answered(resource, async (caller, request, context) => {
      if (request.method !== 'post') return showAnswer(caller, request, context);
      const change = { caller, request, context, resource, fields, form: verb };
      return changed(change, 'successfullyDone', (wanted) => verb.run(caller, wanted));
    }),
  };
}

interface PostedChange {
  readonly caller: Caller;
  readonly request: ActionRequest;
  readonly context: ActionContext;
  readonly resource: DomainResource;
  readonly fields: Form;
  readonly form: Pick<ScreenForm, 'toInput' | 'report'>;
}

async function changed(
  { caller, request: { params, payload = {} }, context, resource, fields, form }: PostedChange,
  message: string,
  decide: (change: { id: string; expectedVersion: number; input: object }) => Promise<Outcome | undefined>,
): Promise<ActionResponse> {
  const { input, problems } = readForm(fields, payload);
  const id = params.recordId ?? '';
  const change = { id, expectedVersion: wholeNumber(payload['version']), input: form.toInput?.(input) ?? input };
  const outcome = problems.length ? { id: null, problems } : await decide(change);
  // what was typed stays in the form beside the errors; only fields of the form, they came from it
  if (outcome?.id === null) context.record?.storeParams(typedParams(fields, payload));
  return done({ resource, outcome, caller, context, message, fields, form });
}

function typedParams({ names, prefix = '' }: Form, payload: Row): Row {
  const isTyped = (key: string) => names.some((name) => key === prefix + name || key.startsWith(`${prefix}${name}.`));
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
function done({ resource, outcome, caller, context, message, fields, form }: Decided): ActionResponse {
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
