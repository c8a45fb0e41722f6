import type { FastifyPluginAsync } from 'fastify';
import { buildAdmin } from '../admin/index.js';
import type { PanelParts } from './app-options.js';
import { isSameOrigin } from './auth/same-origin.js';
import { contentSecurityPolicy } from './content-security-policy.js';
import { presentedError } from './present-problem.js';
import { demoAccounts, demoPassword } from './seed/demo-data.js';

/** The AdminJS panel over the services of this process. Importing it costs a second, so tests of other doors do not. */
export function panel({ log, ...parts }: PanelParts): Promise<FastifyPluginAsync> {
  const accounts = demoAccounts.map(({ email, name }) => ({ email, name, password: demoPassword }));
  return buildAdmin({
    ...parts,
    demoAccounts: parts.isDemo ? accounts : [],
    present: (error, reader) => presentedError(error, { ...reader, log }),
    isSameOrigin,
    contentSecurityPolicy,
  });
}
