import { registerEnumType } from 'type-graphql';

/** What a column of a list says. */
export enum BranchField {
  NUMBER = 'NUMBER',
  NIK = 'NIK',
  KPJ = 'KPJ',
  NAME = 'NAME',
  BIRTH_PLACE = 'BIRTH_PLACE',
  BIRTH_DATE = 'BIRTH_DATE',
  SEX = 'SEX',
  ADDRESS = 'ADDRESS',
  VILLAGE = 'VILLAGE',
  DISTRICT = 'DISTRICT',
  PHONE = 'PHONE',
  CATEGORY = 'CATEGORY',
  POST = 'POST',
  ENTERED_ON = 'ENTERED_ON',
  MONTH = 'MONTH',
  AMOUNT = 'AMOUNT',
}

/** How a date or a sex is written. */
export enum BranchFormat {
  ISO = 'ISO',
  DAY_FIRST_DASH = 'DAY_FIRST_DASH',
  DAY_FIRST_SLASH = 'DAY_FIRST_SLASH',
  SEX_L_P = 'SEX_L_P',
  SEX_M_F = 'SEX_M_F',
  SEX_WORD = 'SEX_WORD',
}

export enum BranchListState {
  MADE = 'MADE',
  SENT = 'SENT',
  ANSWERED = 'ANSWERED',
  APPLIED = 'APPLIED',
  DISCARDED = 'DISCARDED',
}

/** What a comparison of the list with its answer comes to. */
export enum BranchVerdict {
  ACCEPTED = 'ACCEPTED',
  AMOUNT_DIFFERS = 'AMOUNT_DIFFERS',
  REJECTED = 'REJECTED',
  OURS_NOT_THEIRS = 'OURS_NOT_THEIRS',
  THEIRS_NOT_OURS = 'THEIRS_NOT_OURS',
  UNREADABLE = 'UNREADABLE',
}

registerEnumType(BranchField, { name: 'BranchField', description: 'What a column of a list says.' });
registerEnumType(BranchFormat, {
  name: 'BranchFormat',
  description: 'How a date (2026-01-31, 31-01-2026, 31/01/2026) or a sex (L/P, M/F, in words) is written.',
});
registerEnumType(BranchListState, {
  name: 'BranchListState',
  description: 'How far a list is: made, gone to the branch, answered, the answer applied; or put away.',
});
registerEnumType(BranchVerdict, {
  name: 'BranchVerdict',
  description:
    'What the branch says of somebody: accepted, accepted at another amount, rejected, not named; or a row of the branch of nobody on the list, or that cannot be read.',
});
