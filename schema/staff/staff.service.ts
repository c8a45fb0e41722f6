import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkLength, checkRequired, cleaned, revised } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { type Outcome, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import { type Caller, lockForChange, type UnitOfWork } from '../kernel/unit-of-work.js';
import { type Credentials, type SignedIn, SignIn } from './sign-in.js';
import { Staff } from './staff.entity.js';
import { grantDrafts, replaceGrants } from './staff.grants.js';
import type { StaffCreateInput, StaffGrantInput, StaffReviseInput } from './staff.inputs.js';
import { staffList } from './staff.list.js';
import { staffVerbs } from './staff.policy.js';
import { checkEmail, checkGrants, checkNotOwn } from './staff.rules.js';
import { hashPassword, newPassword } from './staff.secrets.js';

/** Outcome of a change that made a password; null when nothing was changed, or when the change is a repetition. */
export type PasswordOutcome = Outcome & { readonly password: string | null };

interface Change {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Use cases of accounts, for those who manage them, and signing in. Which accounts: row security says. */
export class StaffService {
  private readonly unitOfWork: UnitOfWork;
  readonly #signIn: SignIn;

  constructor(dependencies: Dependencies) {
    this.unitOfWork = dependencies.unitOfWork;
    this.#signIn = new SignIn(dependencies);
  }

  /** Opens a session for e-mail address and password: the token to hand on, or the problems. */
  signIn(caller: Caller, credentials: Credentials): Promise<SignedIn> {
    return this.#signIn.attempt(caller, credentials);
  }

  /** One member of staff, or null when absent or not visible. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, staffVerbs.read);
    return caller.reads.one(Staff, databaseId('staff', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, staffVerbs.read);
    return caller.reads.page(staffList, request, selection);
  }

  /** Makes an account with its roles and a password to hand over, which is shown this once. */
  async create(
    caller: Caller,
    raw: StaffCreateInput,
    idempotencyKey?: string | null,
  ): Promise<PasswordOutcome> {
    const decision = { verb: staffVerbs.create.name, idempotency: { key: idempotencyKey, content: raw } };
    let password: string | null = null;
    const outcome = await this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, staffVerbs.create);
      const grants = await grantDrafts(work, input.grants, ['input', 'grants'], problems);
      refuse([
        ...problems,
        ...checkRequired(input, ['email', 'name']),
        ...checkEmail(input.email),
        ...checkLength(input, ['name'], 200),
        ...checkGrants(caller.actor, grants, ['input', 'grants']),
      ]);
      const id = newId();
      const made = newPassword();
      await work.manager.insert(Staff, {
        id,
        email: input.email,
        name: input.name,
        locale: input.locale ?? 'id',
        isActive: true,
      });
      await replaceGrants(work, id, grants);
      await work.query('select app.set_password($1, $2, null)', [id, await hashPassword(made)]);
      password = made;
      return id;
    });
    return { ...outcome, password: outcome.id === null ? null : password };
  }

  /** Corrects name and language, blocks (which ends sessions and tokens) or unblocks. */
  revise(
    caller: Caller,
    { id, expectedVersion, input: raw }: Change & { readonly input: StaffReviseInput },
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: staffVerbs.revise.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, staffVerbs.revise);
      const key = databaseId('staff', id);
      refuse(checkNotOwn(caller.actor, key));
      const staff = await lockForChange(work, Staff, { id: key, expectedVersion });
      const current: StaffReviseInput = { name: staff.name, locale: staff.locale, isActive: staff.isActive };
      const draft = revised(current, input);
      refuse([
        ...problems,
        ...checkRequired(draft, ['name', 'locale', 'isActive']),
        ...checkLength(draft, ['name'], 200),
      ]);
      await work.manager.update(Staff, staff.id, {
        name: draft.name ?? staff.name,
        locale: draft.locale ?? staff.locale,
        isActive: draft.isActive ?? staff.isActive,
      });
      return staff.id;
    });
  }

  /** Gives exactly these roles; those the person holds and that are not among them are taken away. */
  grantRoles(
    caller: Caller,
    { id, expectedVersion, grants: raw }: Change & { readonly grants: StaffGrantInput[] },
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: staffVerbs.grantRoles.name }, async (work) => {
      const { input, problems } = cleaned({ grants: raw }, []);
      permitChange(caller.actor, staffVerbs.grantRoles);
      const key = databaseId('staff', id);
      refuse(checkNotOwn(caller.actor, key));
      const staff = await lockForChange(work, Staff, { id: key, expectedVersion });
      const grants = await grantDrafts(work, input.grants, ['grants'], problems);
      refuse([...problems, ...checkGrants(caller.actor, grants, ['grants'])]);
      await replaceGrants(work, staff.id, grants);
      // the roles are part of the record that a person sees: its version counts their changes too
      await work.query('update staff set is_active = is_active where id = $1', [staff.id]);
      return staff.id;
    });
  }

  /** Makes a new password to hand over, shown this once, and ends all sessions of the account. */
  async resetPassword(caller: Caller, { id, expectedVersion }: Change): Promise<PasswordOutcome> {
    const password = newPassword();
    const outcome = await this.unitOfWork.decide(
      caller,
      { verb: staffVerbs.resetPassword.name },
      async (work) => {
        permitChange(caller.actor, staffVerbs.resetPassword);
        const key = databaseId('staff', id);
        refuse(checkNotOwn(caller.actor, key));
        const staff = await lockForChange(work, Staff, { id: key, expectedVersion });
        await work.query('select app.set_password($1, $2, null)', [staff.id, await hashPassword(password)]);
        return staff.id;
      },
    );
    return { ...outcome, password: outcome.id === null ? null : password };
  }
}
