import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId } from '../kernel/identifier.js';
import { cleaned } from '../kernel/input.js';
import type { NikVault } from '../kernel/nik-vault.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange, type Verb } from '../kernel/policy.js';
import { notFound, type Outcome, type Problem, Refusal, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Target,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { changedContent, contentOf, emptyBeneficiary } from './beneficiary.draft.js';
import { Beneficiary } from './beneficiary.entity.js';
import type {
  BeneficiaryRegisterInput,
  BeneficiaryReviseInput,
  BeneficiaryVerifyInput,
} from './beneficiary.inputs.js';
import { type BeneficiaryFilter, beneficiaryList } from './beneficiary.list.js';
import { insertVerification, revealed } from './beneficiary.nik.js';
import { beneficiaryVerbs } from './beneficiary.policy.js';
import { knownProvinces, payerRegion, referencedKeys } from './beneficiary.references.js';
import { checkBeneficiary, checkReason, checkVerification } from './beneficiary.rules.js';
import { insertBeneficiary, updateBeneficiary } from './beneficiary.store.js';
import { readNik } from './nik.rules.js';
import { nikRevealList } from './nik-reveal.list.js';

/** A change with what the person entered, and the version that the person saw. */
export interface BeneficiaryChange {
  readonly id: string;
  readonly expectedVersion: number;
  readonly input: BeneficiaryReviseInput;
}

/** A change that was made in spite of what disagrees. */
export type WarnedOutcome = Outcome & { readonly findings: readonly string[] };

/** What revealing came to: the NIK in full, or what has to be mended. */
export interface RevealOutcome {
  readonly nik: string | null;
  readonly problems: readonly Problem[];
}

/** Use cases of beneficiaries. */
export class BeneficiaryService {
  private readonly unitOfWork: UnitOfWork;
  private readonly vault: NikVault;

  constructor({ unitOfWork, niks }: Dependencies) {
    this.unitOfWork = unitOfWork;
    this.vault = niks;
  }

  /** One registration, or null when it is absent or another region's. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, beneficiaryVerbs.read);
    return caller.reads.one(Beneficiary, databaseId('beneficiary', id), selection);
  }

  /** @throws Refusal BAD_USER_INPUT when the NIK to find can be none. */
  async list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, beneficiaryVerbs.read);
    const { nik, ...filter }: BeneficiaryFilter = request.filter ?? {};
    const indexes = nik === null || nik === undefined ? null : this.#indexesOf(nik);
    return caller.reads.page(beneficiaryList, { ...request, filter: { ...filter, nik: indexes } }, selection);
  }

  /** Who saw which NIK in full, and why. */
  reveals(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, beneficiaryVerbs.read);
    return caller.reads.page(nikRevealList, request, selection);
  }

  /** Whether the caller may do each thing with a registration of this region. */
  viewerCan({ actor }: Caller, { regionId }: { readonly regionId: string }) {
    const may = (verb: Verb) => actor.canWrite && isPermitted(actor, verb, regionId);
    return {
      revise: may(beneficiaryVerbs.revise),
      verify: may(beneficiaryVerbs.verify),
      revealNik: may(beneficiaryVerbs.revealNik),
    };
  }

  async register(
    caller: Caller,
    raw: BeneficiaryRegisterInput,
    idempotencyKey?: string | null,
  ): Promise<WarnedOutcome> {
    // the content is kept as a hash; the keyed one of the NIK in it makes it worthless to whoever guesses
    const content = { ...raw, nik: this.vault.indexes(raw.nik)[0]?.toString('hex') };
    const decision = {
      verb: beneficiaryVerbs.register.name,
      idempotency: { key: idempotencyKey, content },
    };
    const outcome = await this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, beneficiaryVerbs.register);
      const region = await payerRegion(work, raw.regionId, problems);
      const reading = readNik(input.nik ?? '', ['input', 'nik'], await knownProvinces(work));
      const draft = changedContent(emptyBeneficiary, input);
      const references = await referencedKeys(work, input, problems);
      refuse([...problems, ...reading.problems, ...checkBeneficiary(draft, work.clock.today())]);
      if (region === null || reading.nik === null) throw notFound(['input', 'regionId']);
      return insertBeneficiary(work, this.vault, { region, nik: reading.nik, draft, references });
    });
    return this.#warned(caller, outcome);
  }

  async revise(
    caller: Caller,
    { id, expectedVersion, input: raw }: BeneficiaryChange,
  ): Promise<WarnedOutcome> {
    const outcome = await this.unitOfWork.decide(
      caller,
      { verb: beneficiaryVerbs.revise.name },
      async (work) => {
        const { input, problems } = cleaned(raw);
        permitChange(caller.actor, beneficiaryVerbs.revise);
        const beneficiary = await this.#locked(work, { id, expectedVersion }, beneficiaryVerbs.revise);
        const draft = changedContent(contentOf(beneficiary), input);
        const references = await referencedKeys(work, input, problems);
        const provinces = await knownProvinces(work);
        const reading =
          input.nik === undefined ? null : readNik(input.nik ?? '', ['input', 'nik'], provinces);
        refuse([...problems, ...(reading?.problems ?? []), ...checkBeneficiary(draft, work.clock.today())]);
        const [nik, reason] = [reading?.nik ?? null, input.nikReason ?? null];
        await updateBeneficiary(work, this.vault, { beneficiary, nik, reason, draft, references });
        return beneficiary.id;
      },
    );
    return this.#warned(caller, outcome);
  }

  /** Adds a result of a check; the latest of each kind counts. */
  verify(caller: Caller, id: string, raw: BeneficiaryVerifyInput): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: beneficiaryVerbs.verify.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, beneficiaryVerbs.verify);
      const key = databaseId('beneficiary', id);
      const found = key && (await work.manager.findOneBy(Beneficiary, { id: key }));
      if (!found) throw notFound();
      permitChange(caller.actor, beneficiaryVerbs.verify, found.regionId);
      refuse([...problems, ...checkVerification(input, work.clock.today())]);
      await insertVerification(work, found.id, input);
      return found.id;
    });
  }

  /** The NIK in full, with a reason; counted (60 an hour for a person) and noted before it is shown. */
  async revealNik(caller: Caller, id: string, rawReason: string): Promise<RevealOutcome> {
    const shown: { nik: string | null } = { nik: null };
    const outcome = await this.unitOfWork.decide(
      caller,
      { verb: beneficiaryVerbs.revealNik.name },
      async (work) => {
        const { input, problems } = cleaned({ reason: rawReason }, []);
        permitChange(caller.actor, beneficiaryVerbs.revealNik);
        refuse([...problems, ...checkReason(input.reason, ['reason'])]);
        const key = databaseId('beneficiary', id);
        if (key === null) throw notFound();
        shown.nik = await revealed(work, this.vault, { id: key, reason: input.reason });
        return key;
      },
    );
    return { nik: outcome.id === null ? null : shown.nik, problems: outcome.problems };
  }

  #indexesOf(text: string): readonly Buffer[] {
    const { nik, problems } = readNik(text, ['filter', 'nik']);
    const [first] = problems;
    if (first) throw new Refusal('BAD_USER_INPUT', first.code, first.params);
    return this.vault.indexes(nik ?? '');
  }

  /** The outcome with where the NIK of the saved record disagrees with the rest. */
  async #warned(caller: Caller, outcome: Outcome): Promise<WarnedOutcome> {
    const selection: Selection = new Map([['nikFindings', { name: 'nikFindings', args: {}, below: null }]]);
    const record = await caller.reads.one(Beneficiary, outcome.id, selection);
    const findings = record && 'nikFindings' in record ? record.nikFindings : [];
    return { ...outcome, findings: Array.isArray(findings) ? findings.map(String) : [] };
  }

  async #locked(work: Work, { id, expectedVersion }: Target, verb: Verb): Promise<Beneficiary> {
    const key = databaseId('beneficiary', id);
    const found = await lockForChange(work, Beneficiary, { id: key, expectedVersion });
    permitChange(work.actor, verb, found.regionId);
    return found;
  }
}
