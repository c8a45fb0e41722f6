import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import type { UnitOfWork } from '../schema/kernel/unit-of-work.js';
import { AlertClock } from './alert-clock.js';
import type { AppOptions } from './app-options.js';
import type { PostgresChanges } from './changes.js';
import { DigestClock } from './digest-clock.js';
import { ImportClock } from './import/import-clock.js';
import type { SealedRosters } from './import/sealed-rosters.js';
import { LoginWatch } from './login-watch.js';
import { openMail } from './mail.js';
import type { createNikVault } from './nik-vault.js';
import { StatisticsClock } from './statistics-clock.js';

interface ClockParts {
  readonly options: AppOptions;
  readonly unitOfWork: UnitOfWork;
  readonly changes: PostgresChanges;
  readonly niks: ReturnType<typeof createNikVault>;
  readonly rosters: SealedRosters;
  /** The connections of the work. */
  readonly pool: Pool;
  /** Where people ask in SQL, when that is elsewhere. */
  readonly sqlPool: Pool | null;
  readonly log: FastifyBaseLogger;
}

/** What the program does by itself while it serves: each looks again after its own time, and ends after what is under way. */
export class Clocks {
  /** Works on rosters; commands and tests need no other clock. */
  readonly imports: ImportClock;
  /** Raises alerts. */
  readonly #alerts: AlertClock;
  /** Keeps sessions of analysts within limits. */
  readonly #logins: LoginWatch;
  /** Sends the mails of the morning; null: no mail server. */
  readonly #digests: DigestClock | null;
  /** Keeps the sums of statistics beside the ledger. */
  readonly #statistics: StatisticsClock;

  constructor({ options, unitOfWork, changes, niks, rosters, pool, sqlPool, log }: ClockParts) {
    const { databaseUrl, secret, previousSecrets = [], rosterStepRows } = options;
    const { clock } = unitOfWork;
    this.imports = new ImportClock({
      ...{ pool, databaseUrl, clock, unitOfWork, niks, rosters, changes, log },
      secrets: { secret, previousSecrets },
      rowsInStep: rosterStepRows,
    });
    this.#alerts = new AlertClock({ pool, clock, changes, log });
    this.#logins = new LoginWatch({ pools: sqlPool ? [pool, sqlPool] : [pool], log });
    this.#digests = digestClock(options, unitOfWork, log);
    this.#statistics = new StatisticsClock({ pool, clock, log });
  }

  start(): void {
    const ledgerOfToday = this.#alerts.start();
    this.#logins.start();
    this.#digests?.start(ledgerOfToday);
    this.imports.start();
    this.#statistics.start();
  }

  async stop(): Promise<void> {
    const all = [this.#alerts, this.#logins, this.#digests, this.imports, this.#statistics];
    await Promise.all(all.map((clock) => clock?.stop()));
  }
}

function digestClock(
  { mail, publicUrl: address }: AppOptions,
  unitOfWork: UnitOfWork,
  log: FastifyBaseLogger,
): DigestClock | null {
  if (!mail) return null;
  return new DigestClock({ unitOfWork, mailer: openMail(mail), log, address, hour: mail.hour });
}
