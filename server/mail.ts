import { createTransport } from 'nodemailer';
import type { Letter } from '../schema/alert-delivery/index.js';
import type { MailSettings } from './mail-settings.js';

/** What became of a mail. REFUSED: the server has not taken it. UNSURE: the connection ended while it might have. */
export type MailOutcome = 'SENT' | 'REFUSED' | 'UNSURE';

export interface Mailer {
  send(letter: Letter & { readonly to: string; readonly messageId: string }): Promise<MailOutcome>;
  close(): void;
}

/** Failures before the text of the mail went out; nodemailer's codes. ECONNECTION is none: it tells of any lost connection. */
const beforeText = new Set(['EDNS', 'ETLS', 'EAUTH', 'EENVELOPE', 'ECONFIG', 'EPROXY']);
const patienceMs = 20_000;

/** Sends over one connection at a time; STARTTLS where the server offers it. */
export function openMail({ url, from }: Pick<MailSettings, 'url' | 'from'>): Mailer {
  const transport = createTransport(url, {
    from,
    // a notice of a machine: nobody's automatic answer comes back
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
  });
  Object.assign(transport.options, {
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  return {
    send: async (letter) => {
      try {
        await transport.sendMail(letter);
        return 'SENT';
      } catch (error) {
        return isRefused(error) ? 'REFUSED' : 'UNSURE';
      }
    },
    close: () => transport.close(),
  };
}

/** The server said no, was not reached, or was never told the text. */
function isRefused(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const hasAnswer = 'responseCode' in error && typeof error.responseCode === 'number';
  const isUnreached = 'syscall' in error && error.syscall === 'connect';
  return hasAnswer || isUnreached || ('code' in error && beforeText.has(String(error.code)));
}
