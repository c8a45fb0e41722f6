import {
  budgetAtReportedRate,
  budgetForPersons,
  budgetImpliedRate,
  budgetNotReported,
  budgetParts,
  contributionRate,
} from './budget.rules.js';
import type { FigureCheck, FigureRule, FigureWorld } from './figure.rules.js';
import { personsAdded, personsIncludedOrAdded, personsParts } from './headcount.rules.js';
import { benefitRatio, contributionsInPersonMonths } from './money.rules.js';
import { yearOf } from './occasion.rules.js';
import {
  coverageOfParts,
  coverageRate,
  dtsenPoor,
  dtsenTotal,
  populationImplied,
  targetAchievement,
} from './rate.rules.js';
import { registerBudget, reportedAgainstRegister } from './register.rules.js';

/** Checks of money and people; they make sense for one program too. */
const programRules: readonly FigureRule[] = [
  budgetForPersons,
  budgetAtReportedRate,
  budgetImpliedRate,
  budgetParts,
  budgetNotReported,
  contributionRate,
  personsAdded,
  personsIncludedOrAdded,
  personsParts,
  registerBudget,
  reportedAgainstRegister,
  contributionsInPersonMonths,
];

/** Checks of a whole region. */
const regionRules: readonly FigureRule[] = [
  benefitRatio,
  coverageRate,
  coverageOfParts,
  targetAchievement,
  populationImplied,
  dtsenTotal,
  dtsenPoor,
];

/** Everything that reported figures say against each other and against the register: money, people, then rates. */
export function figureChecksOf(world: FigureWorld): FigureCheck[] {
  return [...programRules, ...regionRules].flatMap((rule) => rule(world));
}

/** Checks of one program: its register against itself and against what was reported for its years. */
export function programChecksOf(world: FigureWorld, years: readonly number[]): FigureCheck[] {
  const figures = world.figures.filter((figure) => years.includes(yearOf(figure) ?? 0));
  return programRules.flatMap((rule) => rule({ ...world, figures }));
}
