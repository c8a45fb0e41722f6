import type { PageLanguage } from './mou-page-texts';

/** Agreements of a region in order of what they are worth today. */
export const agreementLevels = [
  { phases: [], id: 'belum ada perjanjian', en: 'no agreement' },
  { phases: ['EXPIRED', 'RENEWED'], id: 'sudah berakhir', en: 'ended' },
  { phases: ['UNDATED', 'UPCOMING'], id: 'tanpa tanggal akhir', en: 'undated' },
  { phases: ['EXPIRING'], id: 'segera berakhir', en: 'expiring' },
  { phases: ['ACTIVE'], id: 'berlaku', en: 'in force' },
] as const satisfies readonly (Readonly<Record<PageLanguage, string>> & {
  readonly phases: readonly string[];
})[];

/** The best level that one of the agreements reaches. */
export function agreementLevel({ phases }: { readonly phases: readonly string[] }): number {
  const reached = agreementLevels.map(({ phases: those }) => those.some((phase) => phases.includes(phase)));
  return Math.max(0, reached.lastIndexOf(true));
}
