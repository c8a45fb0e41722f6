import type { Pool } from 'pg';
import type { AnalystDatabase } from './analyst-database.js';
import type { ChangeFeed } from './changes.js';
import type { FileStore } from './file-store.js';
import type { NikVault } from './nik-vault.js';
import type { RosterFiles } from './roster-files.js';
import type { UnitOfWork } from './unit-of-work.js';

/** What the composition root gives to every service. */
export interface Dependencies {
  readonly unitOfWork: UnitOfWork;
  readonly files: FileStore;
  readonly changes: ChangeFeed;
  readonly analysts: AnalystDatabase;
  /** Only for what happens before there is an actor: signing in and its limits. */
  readonly pool: Pool;
  readonly niks: NikVault;
  readonly rosters: RosterFiles;
  /** Whether the installation has a mail server. */
  readonly sendsMail: boolean;
  /** Keyed hash for rate-limit keys and look-ups that must not be readable in the database. */
  readonly secret: string;
}
