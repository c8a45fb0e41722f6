import { isSame, type Params, partOf, withField } from './record-diff';

/** What somebody typed and has not saved: each changed field as it was and as it is, and the version that they saw. */
interface Draft {
  readonly savedAt: string;
  readonly version: unknown;
  readonly fields: readonly {
    readonly name: string;
    readonly before: Params;
    readonly after: Params;
  }[];
}

/** Forms about people, and those with passwords: nothing of them stays in the browser. */
const personal = new Set(['beneficiary', 'enrollment', 'staff', 'sqlLogin']);

export function keepsDraft(resourceId: string): boolean {
  return !personal.has(resourceId);
}

/** For this tab alone, until it is closed; another person who signs in here does not see it. */
export function draftKey(staffId: string, resourceId: string, recordId: string): string {
  return `payung:draft:${staffId}:${resourceId}:${recordId}`;
}

/** Keeps what differs from `base`; nothing when nothing does. */
export function storeDraft(key: string, base: Params, params: Params, names: readonly string[]): void {
  const fields = names
    .filter((name) => !isSame(base, params, name))
    .map((name) => ({ name, before: partOf(base, name), after: partOf(params, name) }));
  if (fields.length === 0) {
    dropDraft(key);
    return;
  }
  const draft: Draft = { savedAt: new Date().toISOString(), version: base.version ?? null, fields };
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    dropDraft(key); // no room: an old draft must not stand for what is typed now
  }
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(key);
}

/** What was kept, laid over the form as it was just loaded; null: nothing was. */
export function restoredDraft(
  key: string,
  params: Params,
): { readonly base: Params; readonly params: Params; readonly savedAt: string } | null {
  const text = sessionStorage.getItem(key);
  if (text === null) return null;
  const { savedAt, version, fields } = JSON.parse(text) as Draft;
  // the version that was seen: saving over a later one is then told apart, and merged
  const seen = version === null ? {} : { version };
  let [base, typed]: Params[] = [params, { ...params, ...seen }];
  for (const { name, before, after } of fields) {
    base = withField(base ?? {}, before, name);
    typed = withField(typed ?? {}, after, name);
  }
  return { base: base ?? {}, params: typed ?? {}, savedAt };
}
