import { aboutOf } from './about.js';
import type { Known } from './attacker.js';
import type { Life } from './lives.js';

/** What one who asks was told on a day, and what was true then. */
export interface Told {
  readonly known: Known;
  readonly lives: readonly Life[];
}

/** An answer and the people whom it is about. */
interface Figure {
  readonly told: number;
  /** Sum of the weights of those it is about, once for each person or month. */
  readonly about: number;
  /** How it was asked for, without the values. */
  readonly kind: string;
}

/** A small group as somebody who should not know it would reckon it. */
export interface Solution {
  /** What was subtracted from what. */
  readonly method: string;
  readonly group: number;
  readonly isRight: boolean;
}

function figuresOf({ known, lives }: Told): Figure[] {
  return [...known].flatMap(([condition, told]) => {
    if (condition.startsWith('between')) return [];
    const about = aboutOf(condition, lives);
    const kind = `${condition.replace(/"[^"]*"(?=\])|(?<=\[)\d+|(?<==)\S+|\d{4}-\d\d/g, '*')}`;
    return about === null ? [] : [{ told, about, kind }];
  });
}

/** The same value about the same people, asked for alike, says nothing new. */
function distinct(figures: readonly Figure[], byKind: boolean): Figure[] {
  return [
    ...new Map(
      figures.map((figure) => [`${figure.about} ${figure.told} ${byKind ? figure.kind : ''}`, figure]),
    ).values(),
  ];
}

const nothing: Figure = { told: 0, about: 0, kind: 'nothing' };

/**
 * Every difference of two answers that is about a planted group and nobody else, for one month or several, and of broad
 * ones every difference of three: what it comes to, and whether that is the truth.
 */
export function solutions(all: readonly Told[], groups: readonly (readonly string[])[]): Solution[] {
  const figures = distinct(all.flatMap(figuresOf), true);
  const byPeople = new Map<number, Figure[]>([[0, [nothing]]]);
  for (const figure of figures) {
    const alike = byPeople.get(figure.about);
    if (alike) alike.push(figure);
    else byPeople.set(figure.about, [figure]);
  }
  const broad = distinct(
    figures.filter(({ kind }) => /^\{\} \S+ (\S+ )?\S*persons$/.test(kind)),
    false,
  );
  const pairs = broad.flatMap((one) => broad.map((other) => [one, other] as const));
  const weights = new Map(
    all.flatMap(({ lives }) => lives.map(({ person, weight }) => [person, weight] as const)),
  );
  const found: Solution[] = [];

  for (const [group, people] of groups.entries()) {
    const weight = people.reduce((sum, person) => sum + (weights.get(person) ?? 0), 0);
    for (let months = 1; months <= 12; months += 1)
      for (const [about, ones] of byPeople)
        for (const other of byPeople.get(about - weight * months) ?? [])
          for (const one of ones)
            found.push({
              method: `${one.kind} - ${other.kind}`,
              group,
              isRight: one.told - other.told === people.length * months,
            });
    for (const [one, other] of pairs)
      for (const third of byPeople.get(one.about - other.about - weight) ?? [])
        found.push({
          method: `${one.kind} - ${other.kind} - ${third.kind}`,
          group,
          isRight: one.told - other.told - third.told === people.length,
        });
  }
  return found;
}

/**
 * What an attacker can rely on: one way of subtracting that comes to the truth of several groups, and no less often to it
 * than to something else; or most ways to one group. Now and then one difference of many is right by chance, which nobody
 * tells from those that are wrong.
 */
export function reliable(found: readonly Solution[]): string[] {
  const [byMethod, byGroup] = [new Map<string, Solution[]>(), new Map<string, Solution[]>()];
  for (const solution of found) {
    gather(byMethod, solution.method, solution);
    gather(byGroup, `group ${solution.group}`, solution);
  }
  const shareOf = (tried: readonly Solution[]): number =>
    tried.filter(({ isRight }) => isRight).length / tried.length;
  const groupsOf = (tried: readonly Solution[]): number =>
    new Set(tried.filter(({ isRight }) => isRight).map(({ group }) => group)).size;
  return [
    ...[...byMethod].filter(([, tried]) => groupsOf(tried) > 1 && shareOf(tried) >= 0.5),
    ...[...byGroup].filter(([, tried]) => shareOf(tried) > 0.5),
  ].map(([name]) => name);
}

function gather(all: Map<string, Solution[]>, key: string, solution: Solution): void {
  const known = all.get(key);
  if (known) known.push(solution);
  else all.set(key, [solution]);
}
