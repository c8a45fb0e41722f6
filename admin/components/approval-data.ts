/** A request for approval with what is shown of it; the digest is of just that content. */
export interface ApprovalData {
  readonly id: string;
  readonly version: number;
  readonly subject: 'MOU' | 'PROGRAM' | 'ENROLLMENT_LIST';
  readonly title: string | null;
  readonly decree: string | null;
  readonly state: string;
  readonly digest: string;
  readonly needed: number;
  readonly given: number;
  readonly eligible: number;
  readonly obstacle: string | null;
  readonly requestedByName: string | null;
  readonly returnedByName: string | null;
  readonly returnReason: string | null;
  readonly createdAt: string;
  readonly region: { readonly displayName: string };
  readonly viewerCan: { readonly give: boolean; readonly return: boolean };
  readonly votes: readonly {
    readonly id: string;
    readonly staffName: string | null;
    readonly createdAt: string;
    readonly isCounted: boolean;
  }[];
  readonly mou: MouContent | null;
  readonly program: ProgramContent | null;
  readonly people: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly post: string | null;
      readonly category: { readonly name: string };
      readonly beneficiary: { readonly name: string; readonly nik: string };
    }[];
  };
}

export interface MouContent {
  readonly id: string;
  readonly kind: string;
  readonly subject: string | null;
  readonly termText: string | null;
  readonly noticeDays: number | null;
  readonly scope: readonly string[];
  readonly missing: readonly string[];
  readonly period: { readonly from: string | null; readonly until: string | null } | null;
  readonly parties: readonly {
    readonly id: string;
    readonly displayName: string;
    readonly number: string | null;
    readonly signatory: { readonly displayName: string } | null;
  }[];
  readonly legalBases: readonly { readonly id: string; readonly displayTitle: string }[];
  readonly documents: readonly {
    readonly id: string;
    readonly kind: string;
    readonly fileName: string;
    readonly downloadPath: string;
  }[];
}

export interface ProgramContent {
  readonly id: string;
  readonly name: string;
  readonly agency: string | null;
  readonly quota: number | null;
  readonly segment: string;
  readonly hasJht: boolean;
  readonly period: { readonly from: string; readonly until: string };
  readonly budgetLines: readonly {
    readonly id: string;
    readonly fiscalYear: number;
    readonly fundingSource: string;
    readonly originalRupiah: string;
    readonly revisedRupiah: string | null;
  }[];
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly legalBases: readonly { readonly id: string; readonly displayTitle: string }[];
  readonly mous: readonly { readonly id: string; readonly titleAsWritten: string }[];
  readonly unfoundedMonths: readonly { readonly reason: string }[];
}

const content = `id version subject title decree state digest needed given eligible obstacle requestedByName returnedByName
  returnReason createdAt region { displayName } viewerCan { give return } votes { id staffName createdAt isCounted }
  mou { id kind subject termText noticeDays scope missing period { from until } legalBases { id displayTitle }
    parties { id displayName number signatory { displayName } } documents { id kind fileName downloadPath } }
  program { id name agency quota segment hasJht period { from until } categories { id name } legalBases { id displayTitle }
    budgetLines { id fiscalYear fundingSource originalRupiah revisedRupiah } mous { id titleAsWritten } unfoundedMonths { reason } }
  people(first: 10) { totalCount nodes { id post category { name } beneficiary { name nik } } }`;

export const inboxQuery = `{
  mine: approvals(filter: { isMine: true }, first: 50) { totalCount nodes { ${content} } }
  others: approvals(filter: { states: [OPEN], isMine: false }, first: 50) { totalCount nodes {
    id title subject given needed obstacle createdAt region { displayName } } }
}`;
export const approvalQuery = `query ($id: ID!) { approval(id: $id) { ${content} } }`;
export const giving = `mutation ($id: ID!, $digest: String!) {
  approvalGive(id: $id, input: { digest: $digest }) { approval { state } userErrors { path code message } } }`;
export const returning = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  approvalReturn(id: $id, expectedVersion: $version, input: { reason: $reason }) { approval { state } userErrors { path code message } } }`;

export const subjectNames = {
  MOU: { id: 'MoU atau PKS', en: 'Agreement' },
  PROGRAM: { id: 'Program dan anggaran', en: 'Program and budget' },
  ENROLLMENT_LIST: { id: 'Daftar peserta', en: 'List of people' },
} as const;
export const obstacleWords = {
  SETTLED: { id: 'Sudah selesai.', en: 'Settled.' },
  NOT_ENTITLED: { id: 'Bukan wewenang Anda.', en: 'Not yours to give.' },
  ALREADY_GIVEN: { id: 'Anda sudah menyetujui isi ini.', en: 'You have agreed to this content.' },
  OWN_EDIT: {
    id: 'Anda yang terakhir mengubah isinya; orang lain harus menyetujui.',
    en: 'You edited it last; somebody else has to agree.',
  },
} as const;
