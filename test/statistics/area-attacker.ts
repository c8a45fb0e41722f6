/** Persons of a whole that is told exactly, and of a part of it that is told in tens, month by month. */
export interface Release {
  readonly whole: readonly number[];
  readonly told: readonly number[];
}

interface Kept {
  readonly counted: number;
  readonly told: number;
}

/**
 * How many may live outside the area, the same ones all the time: every number with which the rule of app.release_areas
 * comes to what was told, month by month and day by day. `shifts`: what the attacker thinks that is taken off before.
 */
export function leftOver(releases: readonly Release[], shifts: readonly number[]): number[] {
  return Array.from({ length: 20 }, (_, few) => few).filter((few) =>
    shifts.some((shift) => {
      let former: readonly Kept[] = [];
      return releases.every(({ whole, told }) => {
        former = retold(
          whole.map((persons) => Math.max(persons - few, 0)),
          former,
          shift,
        );
        return told.every((count, month) => former[month]?.told === count);
      });
    }),
  );
}

/** What is told of so many, month by month, after what was told the day before. */
function retold(persons: readonly number[], former: readonly Kept[], shift: number): Kept[] {
  let last: Kept = { counted: 0, told: 0 };
  return persons.map((count, month) => {
    const before = former[month];
    if (before && before.counted > 0 && Math.abs(count - before.counted) < 5) last = before;
    else if (Math.abs(count - last.counted) >= 5)
      last = { counted: count, told: Math.floor(Math.max(count - shift, 0) / 10) * 10 };
    return last;
  });
}
