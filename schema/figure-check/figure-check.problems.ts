import { registerProblems } from '../kernel/texts.js';

export const figureCheckCodes = registerProblems({
  texts: {
    FIGURE_CHECK_SUBJECT: {
      id: 'Sebutkan satu wilayah (`regionId`) atau satu program (`programId`), bukan keduanya.',
      en: 'Name one region (`regionId`) or one program (`programId`), not both.',
    },
  },
  constraints: {},
});
