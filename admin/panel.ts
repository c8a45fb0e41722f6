import { AdminJS, type CurrentAdmin } from 'adminjs';
import { type Locale, locales } from '../schema/kernel/actor.js';
import { isPermitted } from '../schema/kernel/policy.js';
import { logoPath, stylePath } from './assets.js';
import { columnsOf } from './column-metadata.js';
import { dashboardHandler } from './dashboard.js';
import { DomainResource } from './domain-resource.js';
import { en } from './locale/en.js';
import { id } from './locale/id.js';
import type { PanelTexts } from './locale/panel-texts.js';
import { callerOf, localeOf } from './panel-session.js';
import type { PanelParts } from './parts.js';
import { resourceOptions, rowLabels } from './resource-options.js';
import { groups, type Screen } from './screen.js';
import { allScreens } from './screens.js';
import { theme } from './theme/colours.js';

const root = '/admin';

/** AdminJS over the screens. It gets no database: only resources that ask the services. */
export function createPanel(parts: PanelParts): AdminJS {
  const screens = inMenuOrder(allScreens(parts.services));
  const canOpen = (concept: string, currentAdmin: CurrentAdmin | undefined): boolean => {
    const screen = screens.find((candidate) => candidate.concept === concept);
    return screen?.show !== undefined && isPermitted(callerOf(currentAdmin).actor, screen.read);
  };
  return new AdminJS({
    rootPath: root,
    loginPath: `${root}/login`,
    logoutPath: `${root}/logout`,
    branding: {
      companyName: 'Payung',
      logo: root + logoPath,
      favicon: root + logoPath,
      withMadeWithLove: false,
      theme,
    },
    assets: { styles: [root + stylePath] },
    locale: (currentAdmin) => ({
      language: localeOf(currentAdmin),
      availableLanguages: [...locales],
      translations: { id: withScreens(id, screens, 'id'), en: withScreens(en, screens, 'en') },
    }),
    dashboard: { component: 'Dashboard', handler: dashboardHandler(parts.services, screens) },
    resources: screens.map((screen) => {
      const columns = columnsOf(screen.entity);
      const resource = new DomainResource({
        screen,
        schema: parts.schema,
        columns,
        present: parts.present,
        canOpen,
        columnsOf: (caller, concept) => parts.services.columnChoice.columnsOf(caller, concept),
      });
      return { resource, options: resourceOptions(resource) };
    }),
  });
}

function inMenuOrder(screens: readonly Screen[]): readonly Screen[] {
  return groups.flatMap((group) => screens.filter((screen) => screen.group === group));
}

function withScreens(texts: PanelTexts, screens: readonly Screen[], locale: Locale) {
  const verbs = screens.flatMap(({ verbs = {}, pages = {}, recordPages = {} }) =>
    Object.entries({ ...verbs, ...pages, ...recordPages }),
  );
  // AdminJS's path of a page asks for the name of an action without saying of which screen
  const actions = Object.fromEntries(verbs.map(([name, { label }]) => [name, label[locale]]));
  return {
    ...texts,
    actions: { ...actions, ...texts.actions },
    properties: { ...texts.properties, ...rowLabels(screens, locale) },
  };
}
