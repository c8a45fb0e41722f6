import type { GraphQLSchema } from 'graphql';
import type { Services } from '../schema/index.js';
import type { PresentError } from './present-problem.js';

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

/** What the composition root gives to the panel. */
export interface PanelParts {
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly isDemo: boolean;
  /** Accounts that the sign-in page of a demo names; empty otherwise. */
  readonly demoAccounts: readonly DemoAccount[];
  readonly cookieName: string;
  readonly isSecure: boolean;
  readonly present: PresentError;
  readonly isSameOrigin: (headers: Readonly<Record<string, unknown>>) => boolean;
  readonly contentSecurityPolicy: (nonce: string) => string;
}
