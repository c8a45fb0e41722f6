import { hash as digestOf, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default) with 46 MiB and two passes: above OWASP's floor of 19 MiB and two. */
const cost = { memoryCost: 47_104, timeCost: 2, parallelism: 1 } as const;

/** Of a password that nobody knows: an unknown account takes as long to refuse as a known one. */
const nobody =
  '$argon2id$v=19$m=47104,t=2,p=1$c+FWNUYB80u3K62F43BUww$A75JbuhSmMZmgAlhlqD/r5zmHPbvnpnWfuMeyh8V580';

/** Letters and digits that are not mistaken for each other on paper or on the telephone. */
const legible = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What is stored of a password. About 20 ms of one core and 46 MiB. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** Whether the password is the one of `stored`; null (no such account) takes the same time and is never right. */
export async function isPasswordRight(stored: string | null, password: string): Promise<boolean> {
  const isRight = await verify(stored ?? nobody, password.normalize('NFC'));
  return stored !== null && isRight;
}

/** A password to hand over, four groups of five legible characters (99 bits). */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => legible.charAt(randomInt(legible.length))).join('');
  return [group(), group(), group(), group()].join('-');
}

/** Value of a session: 256 random bits. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Value of a personal access token; the prefix lets secret scanners find one that leaked. */
export function newAccessToken(): string {
  return `payung_${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a token. A fast hash is enough for 256 random bits. */
export function tokenHash(token: string): Buffer {
  return digestOf('sha256', token, 'buffer');
}
