import type { PropertyOptions, ResourceOptions } from 'adminjs';
import { type Locale, locales } from '../schema/kernel/actor.js';
import type { Text } from '../schema/kernel/texts.js';
import type { DomainResource } from './domain-resource.js';
import type { Screen, ScreenFilter, ScreenProperties, ScreenProperty } from './screen.js';
import { screenActions } from './screen-actions.js';

/** Everything of a screen that AdminJS takes as options: menu, columns, components, actions, texts. */
export function resourceOptions(resource: DomainResource): ResourceOptions {
  const { screen } = resource;
  return {
    id: screen.concept,
    navigation: { name: screen.group, icon: screen.icon },
    titleProperty: screen.title,
    listProperties: resource.listColumns.map(({ name }) => name),
    showProperties: [...(screen.show?.properties ?? [])],
    editProperties: [...(screen.revise?.properties ?? [])],
    filterProperties: Object.keys(screen.list.filters),
    properties: propertyOptions(screen),
    actions: screenActions(resource),
    translations: Object.fromEntries(locales.map((locale) => [locale, screenTexts(screen, locale)])),
  };
}

function propertyOptions(screen: Screen): Record<string, PropertyOptions> {
  const options: Record<string, PropertyOptions> = {
    version: { isVisible: false },
    formKey: { components: { edit: 'FormKey' }, hideLabel: true, isVisible: { edit: true } },
  };
  const forms = [screen.properties, ...Object.values(screen.verbs ?? {}).map(({ properties }) => properties)];
  const prefixes = ['', ...Object.keys(screen.verbs ?? {}).map((verb) => `${verb}_`)];
  for (const [index, properties] of forms.entries()) {
    Object.assign(options, optionsOf(properties, prefixes[index] ?? ''));
  }
  for (const [name, filter] of Object.entries(screen.list.filters)) {
    const components = { ...options[name]?.components, ...filterComponent(filter) };
    options[name] = { ...options[name], components };
  }
  for (const name of screen.list.columns)
    options[name] = { ...options[name], custom: { ...options[name]?.custom, isStandard: true } };
  const title = options[screen.title];
  options[screen.title] = {
    ...title,
    isTitle: true,
    components: { ...title?.components, list: 'TitleCell' },
  };
  return options;
}

function optionsOf(properties: ScreenProperties, prefix: string): Record<string, PropertyOptions> {
  const options: Record<string, PropertyOptions> = {};
  for (const [name, property] of Object.entries(properties)) {
    const path = prefix + name;
    options[path] = {
      components: { ...componentsOf(property), ...property.components },
      custom: property.kind === 'choice' ? { colours: property.colours ?? {} } : {},
    };
    if (property.kind === 'items') Object.assign(options, optionsOf(property.items, `${path}.`));
  }
  return options;
}

function componentsOf({ kind }: ScreenProperty): NonNullable<PropertyOptions['components']> {
  if (kind === 'date') return { list: 'DateCell', show: 'DateCell', edit: 'DateInput' };
  if (kind === 'month') return { list: 'MonthCell', show: 'MonthCell', edit: 'MonthInput' };
  if (kind === 'instant') return { list: 'DateCell', show: 'DateCell' };
  if (kind === 'number') return { list: 'NumberCell', show: 'NumberCell' };
  if (kind === 'rupiah') return { list: 'RupiahCell', show: 'RupiahCell' };
  if (kind === 'boolean') return { list: 'BooleanCell', show: 'BooleanCell' };
  if (kind === 'choice') return { list: 'ChoiceBadge', show: 'ChoiceBadge', edit: 'ChoiceInput' };
  if (kind === 'reference') return { edit: 'ReferenceInput' };
  if (kind === 'references') return { edit: 'ReferencesInput' };
  if (kind === 'choices') return { list: 'ChoiceBadge', show: 'ChoiceBadge', edit: 'ChoicesInput' };
  if (kind === 'changes') return { list: 'AuditHistory', show: 'AuditHistory' };
  return {};
}

function filterComponent({ kind }: ScreenFilter): NonNullable<PropertyOptions['components']> {
  if (kind === 'reference') return { filter: 'ReferenceFilter' };
  if (kind === 'day') return { filter: 'DayFilter' };
  if (kind === 'month') return { filter: 'MonthFilter' };
  if (kind === 'days') return { filter: 'DaysFilter' };
  if (kind === 'choice' || kind === 'boolean') return { filter: 'ChoiceFilter' };
  return {};
}

/**
 * Labels of what stands in rows, `parties.kind`, for all screens together: within a screen's own texts `parties` is a
 * text already, and AdminJS's keys cannot be a text and have texts below.
 */
export function rowLabels(screens: readonly Screen[], locale: Locale): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { properties, verbs = {} } of screens) {
    addRowLabels(labels, properties, '', locale);
    for (const [name, verb] of Object.entries(verbs))
      addRowLabels(labels, verb.properties, `${name}_`, locale);
  }
  return labels;
}

function addRowLabels(
  labels: Record<string, string>,
  properties: ScreenProperties,
  prefix: string,
  locale: Locale,
): void {
  for (const [name, property] of Object.entries(properties)) {
    if (property.kind !== 'items') continue;
    for (const [item, { label }] of Object.entries(property.items)) {
      labels[`${prefix}${name}.${item}`] = label[locale];
    }
  }
}

/** Texts of a screen by AdminJS's keys: labels hold the names of choices, messages what belongs into a field. */
function screenTexts(screen: Screen, locale: Locale): Record<string, object> {
  const properties: Record<string, string> = {};
  const labels: Record<string, unknown> = { [screen.concept]: screen.name[locale] };
  const messages: Record<string, unknown> = {};
  const add = (own: ScreenProperties, prefix: string): void => {
    for (const [name, property] of Object.entries(own)) {
      const path = prefix + name;
      if (!prefix.endsWith('.')) properties[path] = property.label[locale];
      if (property.kind === 'choice' || property.kind === 'choices')
        labels[path] = inLocale(property.values, locale);
      if (property.kind === 'items') add(property.items, `${path}.`);
    }
  };
  for (const [name, filter] of Object.entries(screen.list.filters)) {
    properties[name] = filter.label[locale];
    if (filter.kind === 'choice') labels[name] = inLocale(filter.values, locale);
  }
  add(screen.properties, '');
  const actions: Record<string, string> = { list: screen.name[locale] };
  for (const [name, verb] of Object.entries(screen.verbs ?? {})) {
    add(verb.properties, `${name}_`);
    actions[name] = verb.label[locale];
    messages[`${name}Guard`] = verb.guard[locale];
  }
  for (const [name, page] of Object.entries({ ...screen.pages, ...screen.recordPages }))
    actions[name] = page.label[locale];
  if (screen.emptyHint) messages.noRecordsInResource = screen.emptyHint[locale];
  return { properties, labels, messages, actions };
}

function inLocale(texts: Readonly<Record<string, Text>>, locale: Locale): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[locale]]));
}
