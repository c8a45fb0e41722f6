import { registerProblems } from '../kernel/texts.js';

export const awardCodes = registerProblems({
  texts: {
    AWARD_GIVER_REPEATED: {
      id: 'Pejabat yang sama tertulis lebih dari sekali sebagai pemberi. Hapus salah satunya.',
      en: 'The same official is given more than once as a giver. Remove one of them.',
    },
  },
  constraints: {
    award_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    award_edition_year_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'editionYear'] },
    award_level_check: { code: 'VALUE_INVALID', path: ['input', 'level'] },
    award_category_length: { code: 'VALUE_TOO_LONG', path: ['input', 'category'] },
    award_rank_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'rank'] },
    award_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'recipientId'] },
    award_given_by_length: { code: 'VALUE_TOO_LONG', path: ['input', 'givenBy'] },
    award_received_by_length: { code: 'VALUE_TOO_LONG', path: ['input', 'receivedBy'] },
    award_received_by_official_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'receivedByOfficialId'] },
    award_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    award_giver_award_fk: { code: 'REFERENCE_NOT_FOUND', path: ['id'] },
    award_giver_official_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'givenByOfficialIds'] },
    award_giver_award_official_unique: {
      code: 'AWARD_GIVER_REPEATED',
      path: ['input', 'givenByOfficialIds'],
    },
  },
});
