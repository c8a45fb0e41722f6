/** Time as the registry sees it; tests hold it still. */
export interface Clock {
  now(): Date;
  /** Calendar day in Jakarta (WIB), `YYYY-MM-DD`: the day on which a deadline falls for a ministry or a province. */
  today(): string;
}

/** WIB is UTC+7 all year; every request asks for its day. */
const jakartaMs = 7 * 60 * 60 * 1000;
const jakartaDay = (date: Date): string => new Date(date.getTime() + jakartaMs).toISOString().slice(0, 10);

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => jakartaDay(new Date()),
};

/** A clock that stands at `instant`, for instance `stoppedClock('2026-02-11T03:00:00Z')`. */
export function stoppedClock(instant: string): Clock {
  const date = new Date(instant);
  return { now: () => new Date(date), today: () => jakartaDay(date) };
}
