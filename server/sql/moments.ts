/** Whose day `current_date` means, and whose clock `now()` shows: western Indonesia, as everywhere in the program. */
export const analystsZone = 'Asia/Jakarta';

const moment = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?)(?:\+07)?$/;

/** A moment of that clock, with its zone or without, as a session in UTC has it; what is no moment of it stays. */
export function inUtc(raw: string): string {
  const [, day, hour] = moment.exec(raw) ?? [];
  if (day === undefined || hour === undefined) return raw;
  return new Date(`${day}T${hour}+07:00`).toISOString().replace('T', ' ').replace('Z', '+00');
}
