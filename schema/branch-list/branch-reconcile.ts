import { maskNik } from '../beneficiary/index.js';
import type { AnswerRow } from './branch-answer.js';
import { BranchVerdict } from './branch-list.enums.js';

/** Somebody on our list. */
export interface Listed {
  readonly id: string;
  readonly personId: string;
  readonly kpj: string | null;
  readonly rupiah: string | null;
}

/** What the branch says of somebody on our list. */
export interface Judged {
  readonly id: string;
  readonly verdict: BranchVerdict;
  readonly answer: AnswerRow | null;
}

/** A row of the branch of nobody on our list, or that cannot be read: nothing of it is kept but what is masked. */
export interface Stranger {
  readonly rowNumber: number;
  readonly verdict: BranchVerdict;
  readonly nikMask: string | null;
  readonly kpj: string | null;
  readonly reason: string | null;
  readonly rupiah: string | null;
  readonly code: string | null;
}

/**
 * Compares our list with the answer: who is on both and what the branch says, who is only on ours, who only on theirs.
 * `personOf` tells the person behind a NIK, if the registry knows one.
 */
export function reconcile(
  listed: readonly Listed[],
  answers: readonly AnswerRow[],
  personOf: (nik: string) => string | null,
): { readonly judged: readonly Judged[]; readonly strangers: readonly Stranger[] } {
  const byPerson = new Map(listed.map((one) => [one.personId, one]));
  const byKpj = new Map(listed.flatMap((one) => (one.kpj === null ? [] : [[one.kpj, one] as const])));
  const judged = new Map<string, Judged>();
  const strangers: Stranger[] = [];
  for (const answer of answers) {
    const person = answer.nik === null ? null : personOf(answer.nik);
    // whoever has a NIK is known by it: a KPJ number could be another person's
    const ours = answer.nik === null ? byKpj.get(answer.kpj ?? '') : byPerson.get(person ?? '');
    if (answer.code !== null) strangers.push(strangerOf(answer, answer.code));
    else if (!ours) strangers.push(strangerOf(answer, null));
    else if (judged.has(ours.id)) strangers.push(strangerOf(answer, 'BRANCH_ROW_TWICE'));
    else judged.set(ours.id, { id: ours.id, verdict: verdictOf(answer, ours), answer });
  }
  const missing = { verdict: BranchVerdict.OURS_NOT_THEIRS, answer: null };
  return { judged: listed.map(({ id }) => judged.get(id) ?? { id, ...missing }), strangers };
}

function verdictOf({ isAccepted, rupiah: theirs }: AnswerRow, { rupiah: ours }: Listed): BranchVerdict {
  if (!isAccepted) return BranchVerdict.REJECTED;
  const differs = theirs !== null && ours !== null && BigInt(theirs) !== BigInt(ours);
  return differs ? BranchVerdict.AMOUNT_DIFFERS : BranchVerdict.ACCEPTED;
}

function strangerOf({ rowNumber, nik, kpj, reason, rupiah }: AnswerRow, code: string | null): Stranger {
  return {
    rowNumber,
    verdict: code === null ? BranchVerdict.THEIRS_NOT_OURS : BranchVerdict.UNREADABLE,
    nikMask: nik && maskNik(nik),
    kpj: kpj && `•••••••${kpj.slice(-4)}`,
    reason,
    rupiah,
    code,
  };
}
