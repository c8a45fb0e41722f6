/** A session ends when it was not used for this long (PostgreSQL interval). */
export const sessionIdle = '30 minutes';
/** A session ends this long after it was opened, however much it is used. */
export const sessionLifetime = '12 hours';

/** Shortest and longest password, in characters. */
export const passwordLength = { minimum: 12, maximum: 200 } as const;

/** Longest life of a personal access token, in days, and how many of them a person may hold at a time. */
export const tokenLimits = { days: 366, count: 20 } as const;

/** Roles of one person, at most. */
export const grantLimit = 30;

/** Failed sign-ins within `seconds` after which an account or an address has to wait. */
export const signInLimits = { perAccount: 5, perAddress: 50, seconds: 15 * 60 } as const;
