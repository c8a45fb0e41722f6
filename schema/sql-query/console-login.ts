import { createHmac } from 'node:crypto';
import type { Dependencies } from '../kernel/dependencies.js';
import { newId } from '../kernel/identifier.js';
import type { Caller, UnitOfWork } from '../kernel/unit-of-work.js';
import { newRoleName, SqlLoginKind, scramVerifier } from '../sql-login/index.js';
import { sqlQueryVerbs } from './sql-query.policy.js';

/** Name and password that the program signs in with for a person. */
export interface ConsoleLogin {
  readonly login: string;
  readonly password: string;
}

/**
 * The login that the console uses for a person: one per person, so that PostgreSQL itself knows whose statement it is
 * and no setting, which a statement could change, has to say so. Its password follows from the secret of the
 * installation and is stored nowhere.
 */
export class ConsoleLogins {
  readonly #unitOfWork: UnitOfWork;
  readonly #secret: string;

  constructor({ unitOfWork, secret }: Pick<Dependencies, 'unitOfWork' | 'secret'>) {
    this.#unitOfWork = unitOfWork;
    this.#secret = secret;
  }

  /** The caller's, made at the first statement. */
  async of(caller: Caller): Promise<ConsoleLogin> {
    const found = await this.#find(caller);
    if (found !== null) return this.#withPassword(found);
    await this.#open(caller);
    const made = await this.#find(caller);
    if (made === null) throw new Error('console login was neither found nor made');
    return this.#withPassword(made);
  }

  /** A new one, where the old one's password does not fit any more: another secret, or a restored database. */
  async renewed(caller: Caller): Promise<ConsoleLogin> {
    await this.#unitOfWork.decide(caller, { verb: sqlQueryVerbs.run.name }, async (work) => {
      await work.query(
        `update sql_login set revoked_at = now() where staff_id = $1 and kind = '${SqlLoginKind.CONSOLE}' and revoked_at is null`,
        [caller.actor.staffId],
      );
      return caller.actor.staffId ?? '';
    });
    return this.of(caller);
  }

  async #find(caller: Caller): Promise<string | null> {
    const [row] = await caller.reads.rows<{ role_name: string }>(
      `select l.role_name from sql_login l where l.staff_id = $1 and l.kind = '${SqlLoginKind.CONSOLE}' and l.revoked_at is null`,
      [caller.actor.staffId],
    );
    return row?.role_name ?? null;
  }

  /** Of two first statements at once, one makes it; the other's refusal says that it is there. */
  async #open(caller: Caller): Promise<void> {
    const name = newRoleName();
    const verifier = scramVerifier(this.#withPassword(name).password);
    await this.#unitOfWork.decide(caller, { verb: sqlQueryVerbs.run.name }, async (work) => {
      const id = newId();
      const values = [id, caller.actor.staffId, SqlLoginKind.CONSOLE, name, verifier];
      await work.query('select app.open_sql_login($1, $2, $3, $4, $5)', values);
      return id;
    });
  }

  #withPassword(login: string): ConsoleLogin {
    const password = createHmac('sha256', this.#secret).update(`sql console ${login}`).digest('base64url');
    return { login, password };
  }
}
