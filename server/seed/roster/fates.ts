import { lastDay } from '../../../schema/kernel/calendar.js';
import type { RosterPlan } from './plan.js';

/** What became of one person of a roster. */
export interface Fate {
  readonly diedOn: string | null;
  readonly movedOutOn: string | null;
  readonly endedOn: string | null;
  readonly endReason: 'DECEASED' | 'MOVED_OUT' | 'POST_ENDED' | 'PROGRAM_ENDED' | null;
  readonly hasOtherBirthDate: boolean;
  readonly hasKpj: boolean;
}

const ordinary: Fate = {
  diedOn: null,
  movedOutOn: null,
  endedOn: null,
  endReason: null,
  hasOtherBirthDate: false,
  hasKpj: true,
};

/**
 * The fate of the person at this place of the roster. The flaws lie one after the other at its beginning, behind those
 * who turn 65; a closed program ends for everybody with its last day.
 */
export function fateOf(plan: RosterPlan, index: number): Fate {
  const fate = flawAt(plan, index);
  if (plan.state !== 'CLOSED' || fate.endedOn !== null) return fate;
  return { ...fate, endedOn: lastDay(plan.until), endReason: 'PROGRAM_ENDED' };
}

function flawAt(plan: RosterPlan, index: number): Fate {
  const { flaws } = plan;
  let place = index - flaws.turned65;
  if (place < 0) return ordinary;
  const on = dayWithin(plan, place);
  if (place < flaws.died) return { ...ordinary, diedOn: on, endedOn: on, endReason: 'DECEASED' };
  place -= flaws.died;
  if (place < flaws.diedUnnoticed) return { ...ordinary, diedOn: on };
  place -= flaws.diedUnnoticed;
  if (place < flaws.movedOut) return { ...ordinary, movedOutOn: on, endedOn: on, endReason: 'MOVED_OUT' };
  place -= flaws.movedOut;
  if (place < flaws.replaced) return { ...ordinary, endedOn: on, endReason: 'POST_ENDED' };
  place -= flaws.replaced;
  if (place < flaws.birthDateDiffers) return { ...ordinary, hasOtherBirthDate: true };
  place -= flaws.birthDateDiffers;
  return place < flaws.withoutKpj ? { ...ordinary, hasKpj: false } : ordinary;
}

/** A day in one of the covered months between the first and the last. */
function dayWithin({ months }: RosterPlan, place: number): string {
  const first = monthNumber(months[0]?.from ?? '');
  const last = Math.min(monthNumber(months.at(-1)?.until ?? ''), monthNumber(lastLivedMonth));
  const number = first + 1 + ((place * 5) % (last - first - 1));
  const day = String(3 + (place % 24)).padStart(2, '0');
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-${day}`;
}

/** The demo tells of nothing later. */
const lastLivedMonth = '2026-10';

function monthNumber(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return (year ?? 0) * 12 + (number ?? 0) - 1;
}
