import type { UserError } from './graphql-client';

/** What the page of a list needs. */
export interface BranchListData {
  readonly id: string;
  readonly month: string;
  readonly state: string;
  readonly heads: number;
  readonly totalRupiah: string | null;
  readonly reason: string;
  readonly filePath: string | null;
  readonly sentAt: string | null;
  readonly answerFileName: string | null;
  readonly answeredAt: string | null;
  readonly appliedAt: string | null;
  readonly createdByName: string | null;
  readonly createdAt: string;
  readonly program: { readonly id: string; readonly name: string };
  readonly layout: { readonly id: string; readonly name: string } | null;
  readonly outcomes: readonly BranchOutcomeData[];
  readonly viewerCan: { readonly download: boolean; readonly answer: boolean };
}

export interface BranchOutcomeData {
  readonly verdict: string;
  readonly count: number;
  readonly appliedCount: number;
  readonly withoutKpjCount: number;
  readonly oursRupiah: string | null;
  readonly theirsRupiah: string | null;
}

export const branchListQuery = `query ($id: ID!) { branchList(id: $id) {
  id month state heads totalRupiah reason filePath sentAt answerFileName answeredAt appliedAt createdByName createdAt
  program { id name } layout { id name } outcomes { verdict count appliedCount withoutKpjCount oursRupiah theirsRupiah }
  viewerCan { download answer } } }`;

/** Fetches the file and hands it to the browser; gives what stands against it, or nothing. */
export async function downloadList(
  { filePath, month }: Pick<BranchListData, 'filePath' | 'month'>,
  format: 'XLSX' | 'CSV',
): Promise<readonly string[]> {
  const answer = await fetch(`${filePath}?format=${format}`, { credentials: 'same-origin' });
  if (!answer.ok) return messagesOf(answer);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `daftar-cabang-${month}.${format.toLowerCase()}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return [];
}

/** Sends the answer of the branch; gives what has to be mended, or nothing. */
export async function sendAnswer(id: string, file: File): Promise<readonly string[]> {
  const form = new FormData();
  form.set('file', file);
  const answer = await fetch(`/branch-lists/${id}/answer`, {
    method: 'POST',
    credentials: 'same-origin',
    body: form,
  });
  return answer.ok ? [] : messagesOf(answer);
}

async function messagesOf(answer: Response): Promise<readonly string[]> {
  const body = (await answer.json()) as { userErrors?: readonly UserError[]; message?: string };
  return body.userErrors?.map(({ message }) => message) ?? [body.message ?? answer.statusText];
}
