import { type Environment, parseUrl, readInteger, readText, wrongSetting } from './environment.js';
import type { StartupError } from './startup-error.js';

/** Where mails go out, under which name, and from which hour of the day in Jakarta. */
export interface MailSettings {
  /** "smtp://login:password@host:587" or "smtps://…". */
  readonly url: string;
  readonly from: string;
  readonly hour: number;
}

const usualHour = 7;

/**
 * Settings of the mail from the environment; null: no mail goes out.
 * @throws StartupError naming the variable that is wrong.
 */
export function readMailSettings(environment: Environment): MailSettings | null {
  const url = readText({ environment, name: 'PAYUNG_SMTP_URL' });
  if (url === null) return null;
  const from = readText({ environment, name: 'PAYUNG_MAIL_FROM' });
  const protocol = parseUrl(url)?.protocol;
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    // the value is not repeated: it holds a password
    throw unlike('PAYUNG_SMTP_URL', 'smtp://login:sandi@host:587', 'smtp://login:password@host:587');
  if (!from || !/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from))
    throw unlike('PAYUNG_MAIL_FROM', 'Payung <payung@nama.go.id>', 'Payung <payung@name.go.id>');
  const hour = readInteger({
    environment,
    name: 'PAYUNG_DIGEST_HOUR',
    standard: usualHour,
    minimum: 0,
    maximum: 23,
  });
  return { url, from, hour };
}

function unlike(name: string, id: string, en: string): StartupError {
  return wrongSetting({ id: `${name} harus berbentuk seperti ${id}`, en: `${name} must look like ${en}` });
}
