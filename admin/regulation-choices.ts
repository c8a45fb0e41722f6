import type { Colour } from './screen.js';

export const regulationPhases = {
  DRAFT: { id: 'Rancangan', en: 'Draft' },
  NOT_YET_IN_FORCE: { id: 'Belum berlaku', en: 'Not yet in force' },
  IN_FORCE: { id: 'Berlaku', en: 'In force' },
  EXPIRED: { id: 'Habis masa berlaku', en: 'Expired' },
  REVOKED: { id: 'Dicabut', en: 'Revoked' },
} as const;

export const regulationPhaseColours: Readonly<Record<string, Colour>> = {
  DRAFT: 'grey',
  NOT_YET_IN_FORCE: 'blue',
  IN_FORCE: 'green',
  EXPIRED: 'amber',
  REVOKED: 'red',
};
