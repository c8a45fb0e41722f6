import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/embedded-postgres.js';
import { runMigrations } from '../../server/migrations-runner.js';
import { prepareDatabase } from '../../server/prepare-database.js';
import { APP_ROLE } from '../../server/roles.js';

const appPassword = 'only-for-this-test';
const databaseName = 'payung';

/** A PostgreSQL of one test file that can be stopped, killed and silenced; its address stays the same. */
export class InterruptibleDatabase {
  readonly #directory = mkdtempSync(path.join(os.tmpdir(), 'payung-interruptible-'));
  readonly #sockets = new Set<Socket>();
  readonly #relay = createServer((socket) => this.#carry(socket));
  #postgres: EmbeddedPostgres | null = null;
  #isSilent = false;

  /** Migrated and empty. */
  static async open(): Promise<InterruptibleDatabase> {
    const database = new InterruptibleDatabase();
    await database.start();
    const ownerUrl = (name: string) => database.#postgres?.superUserUrl(name) ?? '';
    await prepareDatabase({ ownerUrl: ownerUrl('postgres'), appPassword, databaseName });
    await runMigrations({ ownerUrl: ownerUrl(databaseName), log: () => undefined });
    await new Promise<void>((resolve) => database.#relay.listen(0, '127.0.0.1', resolve));
    return database;
  }

  /** Address of the program's login; the same before and after an interruption. */
  get appUrl(): string {
    const { port } = this.#relay.address() as AddressInfo;
    return `postgres://${APP_ROLE}:${appPassword}@127.0.0.1:${port}/${databaseName}`;
  }

  /** Address of the superuser, past the relay. */
  get superUserUrl(): string {
    return this.#postgres?.superUserUrl(databaseName) ?? '';
  }

  async start(): Promise<void> {
    this.#postgres = await startEmbeddedPostgres({
      directory: this.#directory,
      isFast: false, // what was acknowledged must be there after kill -9
      log: () => undefined,
    });
  }

  async stop(): Promise<void> {
    await this.#postgres?.stop();
  }

  /** kill -9 of the server itself; its sessions end when they notice. */
  async kill(): Promise<void> {
    const note = readFileSync(path.join(this.#directory, 'pgdata', 'postmaster.pid'), 'utf8');
    process.kill(Number.parseInt(note, 10), 'SIGKILL');
    await this.stop();
  }

  /** Connections stay open and nothing is answered, as when a network is gone. */
  silence(isSilent: boolean): void {
    this.#isSilent = isSilent;
    for (const socket of this.#sockets) isSilent ? socket.pause() : socket.resume();
  }

  async remove(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#relay.close(resolve));
    await this.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #carry(socket: Socket): void {
    const target = connect(this.#postgres?.port ?? 0, '127.0.0.1');
    for (const [from, to] of [
      [socket, target],
      [target, socket],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (data) => to.write(data));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      if (this.#isSilent) from.pause();
    }
  }
}
