import './bundle-folder.js';
import type { FastifyPluginAsync } from 'fastify';
import { assetRoutes } from './asset-routes.js';
import { PanelAssets } from './assets.js';
import { loginRoutes } from './login.js';
import { createPanel } from './panel.js';
import type { PanelParts } from './parts.js';
import { panelRoutes } from './routes.js';
import { securityHeaders } from './security-headers.js';

export type { PanelParts } from './parts.js';

/** The panel as a plugin for the prefix `/admin`: files, sign-in page, AdminJS over the services. */
export async function buildAdmin(parts: PanelParts): Promise<FastifyPluginAsync> {
  const panel = createPanel(parts);
  const assets = new PanelAssets();
  return async (http) => {
    securityHeaders(http);
    await http.register(assetRoutes, { assets });
    await http.register(loginRoutes, { parts });
    await http.register(panelRoutes, { panel, parts });
  };
}
