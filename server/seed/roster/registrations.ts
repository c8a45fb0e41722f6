import { referenceId } from '../../../schema/kernel/identifier.js';
import type { NikVault } from '../../../schema/kernel/nik-vault.js';
import { type Fate, fateOf } from './fates.js';
import { type SyntheticPerson, syntheticPeople } from './people.js';
import type { CategoryShare, RosterPlan } from './plan.js';
import { doubleFunding, rosterPlans } from './plans.js';

/** One person of a roster as registration and enrollment. */
export interface RosterEntry {
  readonly person: SyntheticPerson;
  readonly fate: Fate;
  readonly categoryKey: string;
  readonly index: number;
  readonly state: 'ACTIVE' | 'ENDED' | 'PROPOSED' | 'VERIFIED' | 'APPROVED' | 'REJECTED';
  readonly enteredOn: string;
  readonly cohort: string | null;
  readonly kpj: string | null;
  /** Place in the roster of the one whose post this person took over. Null: nobody's. */
  readonly replaces: number | null;
}

/** Id of a registration: the same on every installation. */
export const beneficiaryKey = (regionCode: string, personKey: string): string =>
  referenceId('demo-beneficiary', `${regionCode}:${personKey}`);

/** Everybody of a plan: the roster, those who took over a post, and the candidates. */
export function entriesOf(plan: RosterPlan): RosterEntry[] {
  const people = peopleOf(plan);
  const roster = people.slice(0, plan.size).map((person, index) => rosterEntry(plan, person, index));
  const newcomers = roster
    .filter(({ fate }) => fate.endReason === 'POST_ENDED')
    .map((left, place) => newcomer(plan, left, people[plan.size + place]));
  const waiting = people.slice(plan.size + plan.flaws.replaced);
  return [...roster, ...newcomers.flatMap((entry) => entry ?? []), ...candidates(plan, waiting)];
}

function rosterEntry(plan: RosterPlan, person: SyntheticPerson, index: number): RosterEntry {
  const isDouble = plan.key === doubleFunding.from && index >= plan.size - doubleFunding.moved;
  const fate = isDouble ? movedTo(fateOf(plan, index)) : fateOf(plan, index);
  const inCohort = plan.cohort !== null && index >= plan.size - plan.cohort.size;
  return {
    person,
    fate,
    index,
    categoryKey: categoryAt(plan.categories, index),
    state: fate.endedOn === null ? 'ACTIVE' : 'ENDED',
    enteredOn: plan.enteredOn,
    cohort: inCohort ? (plan.cohort?.name ?? null) : null,
    kpj: fate.hasKpj ? kpjOf(plan, index) : null,
    replaces: null,
  };
}

function movedTo(fate: Fate): Fate {
  const on = doubleFunding.movedOn;
  return { ...fate, movedOutOn: on, endedOn: on, endReason: 'MOVED_OUT' };
}

function newcomer(plan: RosterPlan, left: RosterEntry, person?: SyntheticPerson): RosterEntry | null {
  if (!person || left.fate.endedOn === null) return null;
  const index = plan.size + left.index;
  const fate = { ...fateOf(plan, plan.size), diedOn: null };
  const enteredOn = `${nextMonth(left.fate.endedOn)}-01`;
  return { ...left, person, fate, index, enteredOn, kpj: kpjOf(plan, index), replaces: left.index };
}

function candidates(plan: RosterPlan, people: readonly SyntheticPerson[]): RosterEntry[] {
  const states = Object.entries(plan.candidates).flatMap(([state, count]) =>
    Array.from({ length: count }, () => state as RosterEntry['state']),
  );
  return states.flatMap((state, place) => {
    const person = people[place];
    if (!person) return [];
    const index = 2 * plan.size + place;
    const categoryKey = categoryAt(plan.categories, index);
    const fate = { ...fateOf(plan, plan.size), endReason: null, endedOn: null };
    return [
      {
        person,
        fate,
        index,
        categoryKey,
        state,
        enteredOn: '2026-10-20',
        cohort: null,
        kpj: null,
        replaces: null,
      },
    ];
  });
}

/** People of the plan, those of another plan that it shares, and those that two payers registered. */
function peopleOf(plan: RosterPlan): SyntheticPerson[] {
  const former = rosterPlans.find(({ key }) => key === plan.peopleOf);
  if (former)
    return entriesOf(former)
      .filter(stillThere(former))
      .map(({ person }) => person);
  const own = ownPeople(plan);
  if (plan.key !== doubleFunding.also) return own;
  const others = rosterPlans.find(({ key }) => key === doubleFunding.from);
  const shared = others ? ownPeople(others).slice(others.size - doubleFunding.people, others.size) : [];
  // behind the flaws and before the cohort of the article
  const at = plan.size - (plan.cohort?.size ?? 0) - shared.length;
  return [...own.slice(0, at), ...shared.reverse(), ...own.slice(at + shared.length)];
}

function stillThere({ flaws }: RosterPlan) {
  return ({ fate, index, state }: RosterEntry) =>
    index >= flaws.turned65 && fate.endReason === 'PROGRAM_ENDED' && state === 'ENDED';
}

function ownPeople(plan: RosterPlan): SyntheticPerson[] {
  const { key, regionCode, enteredOn, highestDecile, flaws } = plan;
  const waiting = Object.values(plan.candidates).reduce((sum, count) => sum + count, 0);
  const size = plan.size + flaws.replaced + waiting;
  return syntheticPeople({ key, regionCode, enteredOn, highestDecile, size, turning65: flaws.turned65 });
}

/** Categories mixed, each exactly as often as its share when the roster is as large as all shares together. */
function categoryAt(categories: readonly CategoryShare[], index: number): string {
  const total = categories.reduce((sum, { share }) => sum + share, 0);
  let place = (index * 7919) % total;
  for (const { key, share } of categories) {
    if (place < share) return key;
    place -= share;
  }
  return categories[0]?.key ?? '';
}

function kpjOf(plan: RosterPlan, index: number): string {
  const number = 10 + rosterPlans.findIndex(({ key }) => key === plan.key);
  return `${number}${String(index + 1).padStart(9, '0')}`;
}

function nextMonth(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 1)).toISOString().slice(0, 7);
}

/** Columns of a registration, sealed as the program seals a NIK. */
export function registrationOf(
  plan: RosterPlan,
  { person, fate }: RosterEntry,
  vault: NikVault,
  keyId: number,
) {
  const id = beneficiaryKey(plan.regionCode, person.key);
  const { nik, name, sex, decile } = person;
  const isElsewhere = !nik.startsWith(plan.regionCode.replace('.', ''));
  const findings = [
    ...(isElsewhere ? ['PREFIX_ELSEWHERE'] : []),
    ...(fate.hasOtherBirthDate ? ['BIRTH_DATE_DIFFERS'] : []),
  ];
  return {
    id,
    index: vault.indexes(nik)[0],
    ciphertext: vault.seal(nik, { keyId, boundTo: id }),
    mask: `${nik.slice(0, 2)}${'•'.repeat(10)}${nik.slice(12)}`,
    findings: `{${findings.join(',')}}`,
    name,
    sex,
    decile,
    birthDate: fate.hasOtherBirthDate
      ? `${Number(person.birthDate.slice(0, 4)) - 1}${person.birthDate.slice(4).replace('-02-29', '-02-28')}`
      : person.birthDate,
    diedOn: fate.diedOn,
    movedOutOn: fate.movedOutOn,
  };
}
