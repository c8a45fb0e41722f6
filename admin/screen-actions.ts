import type { ActionContext, ActionResponse } from 'adminjs';
import type { PageRequest } from '../schema/kernel/page-request.js';
import { mostCounted } from '../schema/kernel/total.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { DomainRecord, type DomainResource, linkJson } from './domain-resource.js';
import { type Form, readForm } from './form-input.js';
import { listFileFacts } from './list-file.js';
import { readListAddress } from './list-request.js';
import { type Answer, absent, allowed, answered, type PanelAction } from './panel-action.js';
import { changed, done } from './posted-form.js';
import { linkedRecords, paramsOf } from './record-params.js';
import type { RecordPage, Row, ScreenForm, ScreenPage, ScreenVerb } from './screen.js';
import { isRow } from './screen-property.js';
import { unreadableFilter } from './unreadable-filter.js';

const pageOfSuggestions = 50;
const searchMinimum = 3;

/** All actions of a screen. Whatever it does not declare is there for AdminJS to find, and refused. */
export function screenActions(resource: DomainResource): Record<string, PanelAction> {
  const { screen } = resource;
  const canRead = { isAccessible: allowed(screen.read) };
  return {
    list: {
      ...canRead,
      showFilter: Object.keys(screen.list.filters).length > 0,
      handler: answered(resource, listAnswer(resource)),
    },
    download: downloadAction(resource),
    search: { ...canRead, isVisible: false, handler: answered(resource, searchAnswer(resource)) },
    show: showAction(resource),
    new: createAction(resource, screen.create),
    edit: reviseAction(resource, screen.revise),
    delete: absent,
    bulkDelete: absent,
    ...Object.fromEntries(
      Object.entries(screen.verbs ?? {}).map(([name, verb]) => [name, verbAction(resource, name, verb)]),
    ),
    ...Object.fromEntries(
      Object.entries(screen.recordPages ?? {}).map(([name, page]) => [
        name,
        recordPageAction(resource, page),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(screen.pages ?? {}).map(([name, page]) => [name, pageAction(resource, page)]),
    ),
  };
}

/** The page asks the GraphQL door by itself; this opens it for those who may decide there. */
function pageAction(resource: DomainResource, page: ScreenPage): PanelAction {
  return filterPage(resource, page, async (caller, { filter }) => ({
    ...page.facts?.(caller, filter ?? {}),
  }));
}

/** The list as a file: its page asks `POST /exports` for the very list that the address stands for. */
function downloadAction(resource: DomainResource): PanelAction {
  const page = { verb: resource.screen.read, icon: 'Download', component: 'ListDownload', keepsFilter: true };
  return filterPage(resource, page, async (caller, request) => {
    const chosen = await resource.chosenColumns(caller);
    return { file: listFileFacts(resource, caller, { ...request, chosen }) };
  });
}

/** A page that has to know something of those whom the filter in its address matches. */
function filterPage(
  resource: DomainResource,
  { verb, icon, component, keepsFilter = false }: Omit<ScreenPage, 'label' | 'facts'>,
  factsOf: (caller: Caller, request: PageRequest) => Promise<object>,
): PanelAction {
  return {
    actionType: 'resource',
    icon,
    component,
    custom: { keepsFilter },
    isAccessible: allowed(verb),
    handler: answered(resource, async (caller, { query }) => {
      const address = readListAddress(resource.screen, query ?? {});
      return address.isReadable ? factsOf(caller, address.request) : unreadable(resource, address, caller);
    }),
  };
}

function recordPageAction(resource: DomainResource, { verb, icon, component }: RecordPage): PanelAction {
  return {
    actionType: 'record',
    icon,
    component,
    isAccessible: allowed(verb),
    handler: answered(resource, showAnswer),
  };
}

function showAction(resource: DomainResource): PanelAction {
  const { show, read } = resource.screen;
  if (!show) return absent;
  const component = show.component ? { component: show.component } : {};
  return { ...component, isAccessible: allowed(read), handler: answered(resource, showAnswer) };
}

function listAnswer(resource: DomainResource): Answer {
  const { screen } = resource;
  return async (caller, request, { currentAdmin }) => {
    const address = readListAddress(screen, request.query ?? {});
    if (!address.isReadable) return unreadable(resource, address, caller);
    const page = await screen.service.list(caller, address.request, await resource.listSelection(caller));
    const records = page.nodes
      .filter(isRow)
      .map((row) => resource.record(row, currentAdmin).toJSON(currentAdmin));
    // beyond what is counted no page has a number: nobody leafs there, and skipping so many takes too long
    const total = Math.min(page.totalCount ?? records.length, mostCounted);
    return { records, meta: { ...address.shown, total } };
  };
}

/** Nobody is listed by a filter that cannot be read, and the reason is said. */
function unreadable(
  { screen }: DomainResource,
  address: Parameters<typeof unreadableFilter>[1],
  { actor }: Caller,
): ActionResponse {
  const message = unreadableFilter(screen, address, actor.locale);
  return { records: [], meta: { total: 0, page: 1, perPage: 20 }, notice: { message, type: 'error' } };
}

/** Suggestions for a reference: id and title of visible records, by what was typed, or the first ones by title. */
function searchAnswer(resource: DomainResource): Answer {
  const { service, list, title, suggestFirst } = resource.screen;
  const byTitle = list.orders[title];
  const orderBy = byTitle === undefined ? null : ({ field: byTitle, direction: 'ASC' } as const);
  const search = Object.values(list.filters).find(({ kind }) => kind === 'text');
  return async (caller, request) => {
    const typed = String(request.params.query ?? '').trim();
    const isSearch = search?.kind === 'text' && typed.length >= searchMinimum && !typed.includes('\u0000');
    const filter = isSearch ? { [search.field]: typed.slice(0, 200) } : {};
    const found = new Map<string, string>();
    for (const narrower of suggestFirst ? [suggestFirst, {}] : [{}]) {
      const wanted = { filter: { ...filter, ...narrower }, orderBy, first: pageOfSuggestions };
      const page = await service.list(caller, wanted, resource.searchSelection);
      for (const row of page.nodes.filter(isRow)) found.set(String(row.id), resource.titleOf(row));
    }
    const records = [...found]
      .slice(0, pageOfSuggestions)
      .map(([id, name]) => linkJson({ id, title: name }, false));
    return { records };
  };
}

const showAnswer: Answer = async (_caller, _request, { record, currentAdmin }) => ({
  record: record?.toJSON(currentAdmin),
});

function createAction(resource: DomainResource, form: ScreenForm | undefined): PanelAction {
  const { service, properties } = resource.screen;
  if (!form || !service.create) return absent;
  const fields: Form = { properties, names: form.properties, startsEmpty: form.properties };
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
  const key = payload.formKey;
  return typeof key === 'string' && /^[\w-]{16,64}$/.test(key) ? key : null;
}

function reviseAction(resource: DomainResource, form: ScreenForm | undefined): PanelAction {
  const { service, properties } = resource.screen;
  if (!form || !service.revise) return absent;
  const fields: Form = { properties, names: form.properties };
  return {
    isAccessible: allowed(form.verb, form.isOffered),
    layout: [...form.properties],
    custom: { finalIn: form.finalIn ?? null },
    handler: answered(resource, async (caller, request, context) => {
      if (request.method !== 'post') return showAnswer(caller, request, context);
      const change = { caller, request, context, resource, fields, form };
      return changed(change, 'successfullyUpdated', async (wanted) => service.revise?.(caller, wanted));
    }),
  };
}

function verbAction(resource: DomainResource, name: string, verb: ScreenVerb): PanelAction {
  const names = Object.keys(verb.properties);
  // a field with a path starts with what the record has
  const startsEmpty = names.filter((property) => verb.properties[property]?.path === undefined);
  const fields: Form = { properties: verb.properties, names, prefix: `${name}_`, startsEmpty };
  return {
    actionType: 'record',
    icon: verb.icon,
    variant: verb.isDangerous ? 'danger' : 'default',
    component: verb.component ?? 'VerbForm',
    isAccessible: allowed(verb.verb, verb.isOffered),
    custom: { properties: names.map((property) => `${name}_${property}`), undo: verb.undo ?? null },
    handler: answered(resource, async (caller, request, context) => {
      if (request.method !== 'post') return { record: startOf(name, verb, context) };
      const change = { caller, request, context, resource, fields, form: verb };
      return changed(change, 'successfullyDone', (wanted) => verb.run(caller, wanted));
    }),
  };
}

/** The record with the form's fields beside it; those with a path start with what is there now. */
function startOf(name: string, { properties }: ScreenVerb, { record, currentAdmin }: ActionContext) {
  if (!(record instanceof DomainRecord)) return undefined;
  const kept = Object.fromEntries(Object.entries(properties).filter(([, { path }]) => path !== undefined));
  const params = paramsOf(kept, record.row);
  for (const key of Object.keys(kept)) record.set(`${name}_${key}`, params[key]);
  for (const [path, link] of linkedRecords(kept, record.row)) {
    Object.assign(record.populated, { [`${name}_${path}`]: linkJson(link, false) });
  }
  return record.toJSON(currentAdmin);
}
