import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { DestinationStream } from 'pino';
import type { Services } from '../schema/index.js';
import type { Clock } from '../schema/kernel/clock.js';
import type { StatementListener } from '../schema/kernel/session.js';
import type { BudgetPoints } from './graphql/budget.js';
import type { MailSettings } from './mail-settings.js';

/** What the whole program is built from. */
export interface AppOptions {
  readonly databaseUrl: string;
  readonly secret: string;
  /** Address at which statements of analysts run, such as a replica's; absent: `databaseUrl`. */
  readonly sqlUrl?: string | null;
  /** Address past a transaction pooler, for the connection that listens to notices; absent: `databaseUrl`. */
  readonly listenUrl?: string | null;
  /** Secrets that the installation had before, while the NIKs are being changed over; absent: none. */
  readonly previousSecrets?: readonly string[];
  readonly documentDirectory: string;
  readonly isDemo: boolean;
  /** Program and arguments that look through each upload, from its standard input; null or absent: none. */
  readonly scanCommand?: readonly string[] | null;
  /** Public address; https makes cookies Secure. Null: as the browser asked. */
  readonly publicUrl: string | null;
  readonly trustProxy: string | false;
  readonly logLevel: string;
  /** Where log lines go; absent: the standard output. */
  readonly logDestination?: DestinationStream;
  readonly poolMax: number;
  /** What one actor may ask in a minute; absent: the usual. */
  readonly budget?: BudgetPoints;
  readonly clock?: Clock;
  /** GeoJSON of regencies and cities, checked; null or absent: maps are schematic. */
  readonly mapOutlines?: string | null;
  /** Where mails go out; null or absent: nowhere. */
  readonly mail?: MailSettings | null;
  /** Rows of one step of writing a roster; absent: the usual. */
  readonly rosterStepRows?: number;
  /** Whether queries are compiled; false: graphql-js does everything, with the same answers. Absent: they are. */
  readonly isCompiling?: boolean;
  /** Hears every statement of every request; tests count them. */
  readonly onStatement?: StatementListener;
  /** The panel, left out by tests that do not look at it: importing AdminJS costs a second. */
  readonly panel?: (parts: PanelParts) => Promise<FastifyPluginAsync>;
}

/** What the panel is built from. */
export interface PanelParts {
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly isDemo: boolean;
  readonly cookieName: string;
  readonly isSecure: boolean;
  readonly log: FastifyBaseLogger;
}
