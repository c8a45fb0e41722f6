import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkDates, checkLength, checkRequired, cleaned, referenceKey } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import { type Caller, lockForChange, type Revision, type UnitOfWork } from '../kernel/unit-of-work.js';
import { Program } from '../program/index.js';
import { newCode, readCode } from './annex.code.js';
import { Annex } from './annex.entity.js';
import { AnnexState } from './annex.enums.js';
import type { AnnexSealInput, AnnexWithdrawInput } from './annex.inputs.js';
import { annexList } from './annex.list.js';
import { annexVerbs } from './annex.policy.js';
import { AnnexPerson } from './annex-person.entity.js';

/** What anybody who holds the paper may know of it. */
export interface AnnexFacts {
  readonly programName: string;
  readonly regionName: string;
  readonly decree: string;
  readonly decreedOn: string;
  readonly peopleCount: number;
  readonly digest: string;
  readonly sealedAt: string;
  readonly isWithdrawn: boolean;
  readonly withdrawnAt: string | null;
  readonly isIntact: boolean;
}

/** A sealed list with its people, to be printed. */
export interface AnnexPaper {
  readonly annex: Annex;
  readonly facts: AnnexFacts;
  readonly people: readonly AnnexPerson[];
}

/** Use cases of sealed lists. */
export class AnnexService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One sealed list, or null when it is absent or of another region. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, annexVerbs.read);
    return caller.reads.one(Annex, databaseId('annex', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, annexVerbs.read);
    return caller.reads.page(annexList, request, selection);
  }

  /** What the caller may do with a list of this region in this state. */
  viewerCan({ actor }: Caller, { state, regionId }: { readonly state: string; readonly regionId: string }) {
    const may = actor.canWrite && isPermitted(actor, annexVerbs.withdraw, regionId);
    return { withdraw: may && state === AnnexState.SEALED };
  }

  /** Freezes the people of a decree as they are now. */
  seal(caller: Caller, raw: AnnexSealInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: annexVerbs.seal.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, annexVerbs.seal);
      const { input, problems } = cleaned(raw);
      const programId = referenceKey('program', input.programId, ['input', 'programId'], problems);
      refuse([
        ...problems,
        ...checkRequired(input, ['programId', 'decree', 'decreedOn']),
        ...checkLength(input, ['decree'], 200),
        ...checkDates(input, ['decreedOn']),
      ]);
      const today = work.clock.today();
      if (input.decreedOn > today) {
        const days = { value: input.decreedOn, today };
        refuse([problem(['input', 'decreedOn'], 'ANNEX_DECREED_LATER', days)]);
      }
      const program = await work.manager.findOneBy(Program, { id: programId ?? '' });
      if (!program) throw notFound(['input', 'programId']);
      permitChange(caller.actor, annexVerbs.seal, program.regionId);
      const id = newId();
      await work.query('select app.seal_annex($1, $2, $3, $4, $5)', [
        id,
        program.id,
        input.decree,
        input.decreedOn,
        newCode(),
      ]);
      return id;
    });
  }

  /** Says that a sealed list no longer holds; it stays, and its code says so from now on. */
  withdraw(
    caller: Caller,
    { id, expectedVersion, input: raw }: Revision<AnnexWithdrawInput>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: annexVerbs.withdraw.name }, async (work) => {
      permitChange(caller.actor, annexVerbs.withdraw);
      const annex = await lockForChange(work, Annex, { id: databaseId('annex', id), expectedVersion });
      permitChange(caller.actor, annexVerbs.withdraw, annex.regionId);
      const { input, problems } = cleaned(raw);
      refuse([...problems, ...checkRequired(input, ['reason']), ...checkLength(input, ['reason'], 1000)]);
      const withdrawn = { state: AnnexState.WITHDRAWN, withdrawalReason: input.reason };
      await work.manager.update(Annex, annex.id, withdrawn);
      return annex.id;
    });
  }

  /** What the code of a paper confirms, to anybody and without a person; null: no paper has it. */
  async confirm(caller: Caller, typed: string): Promise<AnnexFacts | null> {
    permit(caller.actor, annexVerbs.confirm);
    const code = readCode(typed);
    let found: AnnexFacts | null = null;
    if (code === null) return null;
    await this.unitOfWork.decide(caller, { verb: annexVerbs.confirm.name }, async (work) => {
      const [row] = await work.query<{ facts: AnnexFacts | null }>(
        'select app.annex_certificate($1) as facts',
        [code],
      );
      found = row?.facts ?? null;
      return code;
    });
    return found;
  }

  /** The list with its people, for printing; noted in the audit trail. Null: absent or not visible. */
  async paper(caller: Caller, id: string): Promise<AnnexPaper | null> {
    permit(caller.actor, annexVerbs.read);
    const key = databaseId('annex', id);
    let paper: AnnexPaper | null = null;
    await this.unitOfWork.decide(caller, { verb: 'annex.print' }, async (work) => {
      const annex = key === null ? null : await work.manager.findOneBy(Annex, { id: key });
      if (!annex) throw notFound();
      const people = await work.manager.find(AnnexPerson, {
        where: { annexId: annex.id },
        order: { position: 'ASC' },
      });
      const [row] = await work.query<{ facts: AnnexFacts }>('select app.annex_certificate($1) as facts', [
        annex.code,
      ]);
      await work.query("select app.record_event('annex', $1, $2, 'annex.print', $3)", [
        annex.id,
        annex.regionId,
        { decree: annex.decree, people: people.length },
      ]);
      if (row) paper = { annex, facts: row.facts, people };
      return annex.id;
    });
    return paper;
  }
}
