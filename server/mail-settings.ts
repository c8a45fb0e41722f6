import { bilingual, StartupError } from './startup-error.js';

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
export function readMailSettings(
  environment: Readonly<Record<string, string | undefined>>,
): MailSettings | null {
  const read = (name: string): string => environment[name]?.trim() ?? '';
  const [url, from, hour] = ['PAYUNG_SMTP_URL', 'PAYUNG_MAIL_FROM', 'PAYUNG_DIGEST_HOUR'].map(read);
  if (!url) return null;
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    // the value is not repeated: it holds a password
    throw wrong('PAYUNG_SMTP_URL', 'smtp://login:sandi@host:587', 'smtp://login:password@host:587');
  if (!from || !/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from))
    throw wrong('PAYUNG_MAIL_FROM', 'Payung <payung@nama.go.id>', 'Payung <payung@name.go.id>');
  if (hour && !/^([01]?\d|2[0-3])$/.test(hour)) throw wrong('PAYUNG_DIGEST_HOUR', '7', '7');
  return { url, from, hour: hour ? Number(hour) : usualHour };
}

function wrong(name: string, id: string, en: string): StartupError {
  return new StartupError(
    bilingual({ id: `${name} harus berbentuk seperti ${id}`, en: `${name} must look like ${en}` }),
  );
}
