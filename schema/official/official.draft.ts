import { checkDates, checkLength, checkRequired, longText, referenceKey } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { Official } from './official.entity.js';
import type { OfficialReviseInput } from './official.inputs.js';
import type { OfficialDraft } from './official.rules.js';

const nameLimit = 200;
const variantLimit = 20;

/** An official of whom nothing is known yet. */
export const emptyDraft: OfficialDraft = {
  name: null,
  nameVariants: [],
  post: null,
  organisationKind: null,
  regionId: null,
  agency: null,
  officeId: null,
  isActing: false,
  termFrom: null,
  termUntil: null,
  evidencedFrom: null,
  evidencedUntil: null,
  phone: null,
  email: null,
  note: null,
};

export function draftOfSaved({
  name,
  nameVariants,
  post,
  phone,
  email,
  note,
  isActing,
  ...official
}: Official): OfficialDraft {
  const { organisationKind, regionId, agency, officeId } = official;
  const { termFrom, termUntil, evidencedFrom, evidencedUntil } = official;
  const organisation = { organisationKind, regionId, agency, officeId };
  const days = { termFrom, termUntil, evidencedFrom, evidencedUntil };
  return { name, nameVariants, post, phone, email, note, isActing, ...organisation, ...days };
}

/** What a cleaned input says, with database keys; ids of another kind are added to `problems`. */
export function draftOf(input: OfficialReviseInput, problems: Problem[]): Partial<OfficialDraft> {
  const { nameVariants, isActing, regionId, officeId, phone, ...plain } = input;
  const region = referenceKey('region', regionId, ['input', 'regionId'], problems);
  const office = referenceKey('office', officeId, ['input', 'officeId'], problems);
  return {
    ...plain,
    // spaces, hyphens, dots and brackets are for the eye
    ...(phone === undefined ? {} : { phone: phone?.replace(/[\s().-]/g, '') ?? null }),
    ...(nameVariants === undefined ? {} : { nameVariants: variantsOf(nameVariants ?? []) }),
    ...(isActing === undefined ? {} : { isActing: isActing ?? false }),
    ...(regionId === undefined ? {} : { regionId: region }),
    ...(officeId === undefined ? {} : { officeId: office }),
  };
}

/** Values that are missing, too long, too many, or no dates. */
export function checkForm(draft: OfficialDraft): Problem[] {
  const { nameVariants } = draft;
  const tooMany = nameVariants.length > variantLimit ? [tooManyVariants(nameVariants.length)] : [];
  return [
    ...checkRequired(draft, ['name', 'post', 'organisationKind']),
    ...checkLength(draft, ['name', 'post', 'agency'], nameLimit),
    ...tooMany,
    ...nameVariants.flatMap((name) => checkLength({ nameVariants: name }, ['nameVariants'], nameLimit)),
    ...checkDates(draft, ['termFrom', 'termUntil', 'evidencedFrom', 'evidencedUntil']),
    ...checkLength(draft, ['note'], longText),
    ...checkContact(draft),
  ];
}

function checkContact({ phone, email }: OfficialDraft): Problem[] {
  const isPhone = phone === null || /^[+0-9][0-9]{7,15}$/.test(phone);
  const isEmail = email === null || (email.length <= 254 && /^[^@\s]+@[^@\s]+$/.test(email));
  return [
    ...(isPhone ? [] : [problem(['input', 'phone'], 'OFFICIAL_PHONE_FORM')]),
    ...(isEmail ? [] : [problem(['input', 'email'], 'OFFICIAL_EMAIL_FORM')]),
  ];
}

function tooManyVariants(count: number): Problem {
  return problem(['input', 'nameVariants'], 'VALUE_TOO_MANY', { count, limit: variantLimit });
}

/** Each spelling once; empty ones, which `cleaned` made null, are left out. */
function variantsOf(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}
