/** Time as the registry sees it; tests hold it still. */
export interface Clock {
  now(): Date;
  /** Calendar day in Jakarta (WIB), `YYYY-MM-DD`: the day on which a deadline falls for a ministry or a province. */
  today(): string;
}

const jakartaDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta', dateStyle: 'short' });

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => jakartaDay.format(new Date()),
};

/** A clock that stands at `instant`, for instance `stoppedClock('2026-02-11T03:00:00Z')`. */
export function stoppedClock(instant: string): Clock {
  const date = new Date(instant);
  return { now: () => new Date(date), today: () => jakartaDay.format(date) };
}
