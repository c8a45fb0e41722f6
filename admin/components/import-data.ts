import { askGraphql, type UserError } from './graphql-client';
import type { PageLanguage } from './mou-page-texts';

export interface ImportColumnData {
  readonly index: number;
  readonly header: string;
  readonly field: string | null;
  readonly samples: readonly string[];
}

/** What the page of a roster always needs; asked again while work is under way. */
export interface ImportData {
  readonly id: string;
  readonly version: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly state: string;
  readonly headerRow: number;
  readonly rowCount: number | null;
  readonly aside: { readonly count: number; readonly rowNumbers: readonly number[] } | null;
  readonly committedCount: number;
  readonly undoneCount: number;
  readonly mendedCount: number;
  readonly monthlyRupiah: string | null;
  readonly giveBackPath: string | null;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly committedAt: string | null;
  readonly failure: { readonly message: string } | null;
  readonly counts: Counts | null;
  readonly progress: {
    readonly done: number;
    readonly total: number | null;
    readonly rowsPerSecond: number | null;
    readonly secondsLeft: number | null;
  } | null;
  readonly program: { readonly id: string; readonly name: string };
  readonly continues: { readonly id: string; readonly fileName: string } | null;
  readonly columns: readonly Pick<ImportColumnData, 'index' | 'header' | 'field'>[];
  readonly viewerCan: {
    readonly map: boolean;
    readonly commit: boolean;
    readonly undo: boolean;
    readonly discard: boolean;
  };
}

export interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly error: number;
}

/** What a part of the page needs. */
export interface ImportPartProps {
  readonly batch: ImportData;
  readonly language: PageLanguage;
  readonly reload: () => Promise<void>;
}

export const importQuery = `query ($id: ID!) { importBatch(id: $id) {
  id version fileName sha256 state headerRow rowCount aside { count rowNumbers } committedCount undoneCount mendedCount monthlyRupiah giveBackPath
  createdByName createdAt committedAt failure { message } counts { new changed unchanged duplicate error }
  progress { done total rowsPerSecond secondsLeft } program { id name } continues { id fileName }
  columns { index header field } viewerCan { map commit undo discard } } }`;

/** What is under way by itself, so that the page has to look again. */
export const movingStates: readonly string[] = ['CHECKING', 'COMMITTING', 'UNDOING'];

/** A decision about a roster; gives what has to be mended, or nothing. */
export async function decideImport(
  mutation: 'importCommit' | 'importUndo' | 'importDiscard',
  { id, version }: Pick<ImportData, 'id' | 'version'>,
): Promise<readonly UserError[]> {
  const answer = await askGraphql<Readonly<Record<string, { readonly userErrors: readonly UserError[] }>>>(
    `mutation ($id: ID!, $version: Int!) { ${mutation}(id: $id, expectedVersion: $version) { userErrors { path code message } } }`,
    { id, version },
  );
  return answer[mutation]?.userErrors ?? [];
}

/** What an upload came to. */
export interface UploadAnswer {
  readonly id: string | null;
  /** Whether the same file was there before. */
  readonly isKnown: boolean;
  readonly problems: readonly string[];
  /** Sheets with people, of which one has to be chosen. */
  readonly sheets: readonly string[];
}

/** Sends a roster to the door for rosters. */
export async function uploadRoster(programId: string, file: File, sheet: string): Promise<UploadAnswer> {
  const form = new FormData();
  form.set('programId', programId);
  if (sheet !== '') form.set('sheet', sheet);
  form.set('file', file);
  const answer = await fetch('/imports', { method: 'POST', credentials: 'same-origin', body: form });
  const body = (await answer.json()) as {
    id?: string | null;
    isKnown?: boolean;
    sheets?: readonly string[];
    userErrors?: readonly UserError[];
    message?: string;
  };
  const { id = null, isKnown = false, sheets = [] } = body;
  const problems = body.userErrors?.map(({ message }) => message) ?? [body.message ?? answer.statusText];
  return { id, isKnown, sheets, problems: id === null ? problems : [] };
}

export function importAddress(id: string): string {
  return `/admin/resources/import/records/${id}/show`;
}
