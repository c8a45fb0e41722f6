import { randomBytes } from 'node:crypto';
import type { AnalystAddress } from '../kernel/analyst-database.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import { type Caller, lockForChange, type UnitOfWork, type Work } from '../kernel/unit-of-work.js';
import { newPassword } from '../staff/index.js';
import { scramVerifier } from './scram.js';
import { SqlLogin, SqlLoginKind } from './sql-login.entity.js';
import { sqlLoginList } from './sql-login.list.js';
import { sqlLoginVerbs } from './sql-login.policy.js';

/** Outcome of a change that made a password; null when nothing was changed. */
export type SqlPasswordOutcome = Outcome & { readonly password: string | null; readonly roleName: string };

interface Change {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Name of a role that nobody can guess or mistake for one of ours. */
export const newRoleName = (): string => `payung_sql_${randomBytes(6).toString('hex')}`;

/** Logins of the database for people who ask in SQL. Whose, row security and the functions behind this say. */
export class SqlLoginService {
  private readonly unitOfWork: UnitOfWork;
  readonly #address: AnalystAddress;

  constructor({ unitOfWork, analysts }: Dependencies) {
    this.unitOfWork = unitOfWork;
    this.#address = analysts.address;
  }

  /** Where these logins connect to. */
  address({ actor }: Caller): AnalystAddress {
    permit(actor, sqlLoginVerbs.read);
    return this.#address;
  }

  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, sqlLoginVerbs.read);
    return caller.reads.one(SqlLogin, databaseId('sqllogin', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, sqlLoginVerbs.read);
    return caller.reads.page(sqlLoginList, request, selection);
  }

  /** Makes a login for an account that the caller manages, with a password to hand over, shown this once. */
  create(caller: Caller, staffId: string): Promise<SqlPasswordOutcome> {
    return this.#withPassword(caller, sqlLoginVerbs.create.name, async (work, verifier) => {
      permitChange(caller.actor, sqlLoginVerbs.create);
      const id = newId();
      const account = await manageableAccount(work, databaseId('staff', staffId));
      const roleName = newRoleName();
      const values = [id, account, SqlLoginKind.DIRECT, roleName, verifier];
      await work.query('select app.open_sql_login($1, $2, $3, $4, $5)', values);
      return { id, roleName };
    });
  }

  /** Makes a new password, shown this once; the old one and the open sessions end. */
  rotate(caller: Caller, { id, expectedVersion }: Change): Promise<SqlPasswordOutcome> {
    return this.#withPassword(caller, sqlLoginVerbs.rotate.name, async (work, verifier) => {
      permitChange(caller.actor, sqlLoginVerbs.rotate);
      const login = await lockForChange(work, SqlLogin, { id: databaseId('sqllogin', id), expectedVersion });
      if (login.revokedAt !== null) refuse([problem(['id'], 'SQL_LOGIN_REVOKED')]);
      if (login.kind === SqlLoginKind.CONSOLE) refuse([problem(['id'], 'SQL_LOGIN_OF_PROGRAM')]);
      await refuseUnmanaged(work, login.staffId, ['id']);
      await work.query('select app.rotate_sql_login($1, $2)', [login.id, verifier]);
      return login;
    });
  }

  /** Takes the login out of PostgreSQL and ends its sessions. */
  revoke(caller: Caller, { id, expectedVersion }: Change): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: sqlLoginVerbs.revoke.name }, async (work) => {
      permitChange(caller.actor, sqlLoginVerbs.revoke);
      const login = await lockForChange(work, SqlLogin, { id: databaseId('sqllogin', id), expectedVersion });
      if (login.revokedAt !== null) refuse([problem(['id'], 'SQL_LOGIN_REVOKED')]);
      await refuseUnmanaged(work, login.staffId, ['id']);
      await work.query('update sql_login set revoked_at = now() where id = $1', [login.id]);
      return login.id;
    });
  }

  async #withPassword(
    caller: Caller,
    verb: string,
    change: (work: Work, verifier: string) => Promise<Pick<SqlLogin, 'id' | 'roleName'>>,
  ): Promise<SqlPasswordOutcome> {
    const password = newPassword();
    let roleName = '';
    const outcome = await this.unitOfWork.decide(caller, { verb }, async (work) => {
      const login = await change(work, scramVerifier(password));
      roleName = login.roleName;
      return login.id;
    });
    return { ...outcome, roleName, password: outcome.id === null ? null : password };
  }
}

async function manageableAccount(work: Work, staffId: string | null): Promise<string> {
  if (staffId === null || !(await isManageable(work, staffId))) throw notFound(['staffId']);
  return staffId;
}

/** Auditors see the logins of others; they change only their own. */
async function refuseUnmanaged(work: Work, staffId: string, path: readonly string[]): Promise<void> {
  if (staffId !== work.actor.staffId && !(await isManageable(work, staffId))) throw notFound(path);
}

async function isManageable(work: Work, staffId: string): Promise<boolean> {
  const question = 'select $1::uuid in (select app.manageable_staff()) as yes';
  const [answer] = await work.query<{ yes: boolean }>(question, [staffId]);
  return answer?.yes ?? false;
}
