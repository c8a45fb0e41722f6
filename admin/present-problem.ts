import { AppError, ForbiddenError, NotFoundError, ValidationError } from 'adminjs';
import type { Locale } from '../schema/kernel/actor.js';
import type { Problem } from '../schema/kernel/problem.js';
import { messageOf } from '../schema/kernel/texts.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import type { ScreenProperties } from './screen.js';
import { inputNameOf } from './screen-property.js';

/** What an error is to the outside; the server's presenter gives it, and logs a bug once. */
export type PresentError = (
  error: unknown,
  reader: { readonly locale: Locale; readonly requestId: string },
) => { readonly code: string; readonly message: string };

interface FormFields {
  readonly properties: ScreenProperties;
  readonly prefix?: string;
  readonly locale: Locale;
}

/** Hidden property that carries what belongs to no field: AdminJS takes an error without a property for success. */
const fieldless = 'version';

/** The problems at their fields, in the words that GraphQL uses; those of no field become the notice. */
export function validationError(problems: readonly Problem[], fields: FormFields): ValidationError {
  const errors: Record<string, { type: string; message: string }> = {};
  const notices: string[] = [];
  for (const { path, code, params } of problems) {
    const message = messageOf(code, params, fields.locale);
    const field = fieldOf(path, fields);
    if (field === null) notices.push(message);
    const known = errors[field ?? fieldless];
    errors[field ?? fieldless] = known
      ? { ...known, message: `${known.message} ${message}` }
      : { type: code, message };
  }
  const [first] = problems;
  return new ValidationError(
    errors,
    notices.length > 0 ? { type: first?.code ?? '', message: notices.join(' ') } : undefined,
  );
}

/** Form field of an input path: `['input', 'parties', '1', 'officeId']` -> `parties.1.office`; null: none. */
function fieldOf(inputPath: readonly string[], { properties, prefix = '' }: FormFields): string | null {
  const path = inputPath[0] === 'input' ? inputPath.slice(1) : inputPath;
  const parts: string[] = [];
  let level: ScreenProperties | null = properties;
  for (const part of path) {
    if (/^\d+$/.test(part)) {
      parts.push(part);
      continue;
    }
    const found: [string, ScreenProperties[string]] | undefined = Object.entries(level ?? {}).find(
      ([name, property]) => inputNameOf(name, property) === part,
    );
    if (!found) break;
    parts.push(found[0]);
    level = found[1].kind === 'items' ? found[1].items : null;
  }
  return parts.length > 0 ? prefix + parts.join('.') : null;
}

/** An error as AdminJS understands it: never swallowed, never success. */
export function panelError(error: unknown, caller: Caller, present: PresentError): Error {
  const isPresented = [ValidationError, ForbiddenError, NotFoundError, AppError].some(
    (known) => error instanceof known,
  );
  if (isPresented && error instanceof Error) return error;
  const { locale } = caller.actor;
  const { code, message } = present(error, { locale, requestId: caller.requestId });
  if (code === 'FORBIDDEN') return new ForbiddenError(message);
  return new AppError(code === 'SERVICE_UNAVAILABLE' ? `${message} (${caller.requestId})` : message);
}

/** Absent or not visible, in the reader's language. */
export function notFoundError(locale: Locale): NotFoundError {
  return new NotFoundError(messageOf('NOT_FOUND', {}, locale), 'Panel#find');
}
