const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }); // Swedes write 2026-02-11

/** Day in Jakarta, `YYYY-MM-DD`, which is the registry's; in UTC it would still be yesterday until seven. */
export const today = (): string => day.format(new Date());
/** `2026-02` */
export const thisMonth = (): string => today().slice(0, 7);
export const thisYear = (): number => Number(today().slice(0, 4));

/** Whether a text is a month as it is asked for. */
export const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text);
