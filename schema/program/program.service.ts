import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkRequired, cleaned, referenceKey } from '../kernel/input.js';
import { stateAfter } from '../kernel/lifecycle.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange, type Verb } from '../kernel/policy.js';
import { type Outcome, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Target,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { changedContent, checkContent, contentOf, emptyContent } from './program.content.js';
import { Program } from './program.entity.js';
import type { ProgramCreateInput, ProgramReviseInput } from './program.inputs.js';
import { type ProgramMove, ProgramState, programLifecycle } from './program.lifecycle.js';
import { programList } from './program.list.js';
import { programVerbs } from './program.policy.js';
import { checkFounded, checkIdentity, checkMove, type ProgramFacts } from './program.rules.js';
import { checkRemovedLines, refusedMonths, saveParts } from './program.store.js';

/** Use cases of programs. */
export class ProgramService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One program, or null when it is absent or of another region. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, programVerbs.read);
    return caller.reads.one(Program, databaseId('program', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, programVerbs.read);
    return caller.reads.page(programList, request, selection);
  }

  /** Whether the caller may do each thing with a program of this region in this state. */
  viewerCan(
    { actor }: Caller,
    { state, regionId }: { readonly state: ProgramState; readonly regionId: string },
  ) {
    const may = (verb: Verb) => actor.canWrite && isPermitted(actor, verb, regionId);
    const canMove = (move: ProgramMove) =>
      stateAfter(programLifecycle, state, move) !== null && may(programVerbs[move]);
    return {
      revise: state !== ProgramState.CLOSED && may(programVerbs.revise),
      approve: canMove('approve'),
      close: canMove('close'),
    };
  }

  /** Writes down a new draft. */
  create(caller: Caller, raw: ProgramCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: programVerbs.create.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, programVerbs.create);
      const { input, problems } = cleaned(raw);
      refuse([...problems, ...checkRequired(input, ['regionId'])]);
      const regionId = referenceKey('region', input.regionId, ['input', 'regionId'], problems);
      const content = changedContent(emptyContent, input, problems);
      if (regionId && !isPermitted(caller.actor, programVerbs.create, regionId)) {
        problems.push(problem(['input', 'regionId'], 'OUTSIDE_REGION'));
      }
      if (regionId) problems.push(...(await checkContent(work, content, regionId)));
      refuse(problems);
      const id = newId();
      work.insert(Program, [{ id, regionId: regionId ?? '', ...columns(content.facts) }]);
      await saveParts(work, id, emptyContent, content);
      return id;
    });
  }

  /** Changes a draft, or of an approved program what the rounds of the budget move. */
  revise(caller: Caller, target: Target, raw: ProgramReviseInput): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: programVerbs.revise.name }, async (work) => {
      const program = await locked(work, target, programVerbs.revise);
      if (program.state === ProgramState.CLOSED) refuse([problem(['id'], 'PROGRAM_CLOSED')]);
      const { input, problems } = cleaned(raw);
      const before = await contentOf(work, program);
      const after = changedContent(before, input, problems);
      problems.push(...(await checkContent(work, after, program.regionId)));
      problems.push(...(await checkRemovedLines(work, program.id, before.budgetLines, after.budgetLines)));
      if (program.state === ProgramState.APPROVED) {
        problems.push(...checkIdentity(before.facts, after.facts));
        if (!isSameSet(before.categoryIds, after.categoryIds)) {
          problems.push(problem(['input', 'categoryIds'], 'PROGRAM_IDENTITY_FROZEN'));
        }
      }
      refuse(problems);
      await work.manager.update(Program, program.id, columns(after.facts));
      await saveParts(work, program.id, before, after);
      return program.id;
    });
  }

  /** Decides that the program runs; refused for months that nothing supports where the province says so. */
  approve(caller: Caller, target: Target): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: programVerbs.approve.name }, async (work) => {
      const program = await locked(work, target, programVerbs.approve);
      await approveProgram(work, program);
      return program.id;
    });
  }

  /** Ends the program; nothing of it changes from here on. */
  close(caller: Caller, target: Target): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: programVerbs.close.name }, async (work) => {
      const program = await locked(work, target, programVerbs.close);
      refuse(checkMove(program.state, 'close'));
      const closed = { state: ProgramState.CLOSED, closedOn: work.clock.today() };
      await work.manager.update(Program, program.id, closed);
      return program.id;
    });
  }
}

/** Lets a locked draft run; refused for months that nothing supports where the province says so. */
export async function approveProgram(work: Work, { id, state }: Program): Promise<void> {
  refuse([...checkMove(state, 'approve'), ...checkFounded(await refusedMonths(work, id))]);
  await work.manager.update(Program, id, { state: ProgramState.APPROVED });
}

/** The program, locked; the actor must hold a role for `verb` in its region. */
async function locked(work: Work, { id, expectedVersion }: Target, verb: Verb): Promise<Program> {
  permitChange(work.actor, verb);
  const program = await lockForChange(work, Program, { id: databaseId('program', id), expectedVersion });
  permitChange(work.actor, verb, program.regionId);
  return program;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

/** The rules have refused facts without these; the columns would refuse them again. */
function columns(facts: ProgramFacts) {
  const { name, monthFrom, monthUntil, segment, participantKindCode, ...rest } = facts;
  return {
    ...rest,
    name: name ?? '',
    monthFrom: monthFrom ?? '',
    monthUntil: monthUntil ?? '',
    segment: segment as Program['segment'],
    participantKindCode: participantKindCode as Program['participantKindCode'],
  };
}
