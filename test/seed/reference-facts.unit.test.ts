import { describe, expect, it } from '@jest/globals';
import { awards, mous, observations, offices, regulations } from '../../server/seed/reference/index.js';

describe('reference data › known facts', () => {
  it('hold the Cilegon agreement of 24 January 2024 with what is not known left null', () => {
    const mou = mous.find((candidate) => candidate.key === 'mou-kota-cilegon-2024');

    expect(mou).toMatchObject({
      kind: 'UMBRELLA',
      titleAsWritten: 'MoU atau nota kesepakatan bersama',
      regionCode: '36.72',
      state: 'SIGNED',
      signedOn: '2024-01-24',
      signedPlace: 'Aula Setda II Kota Cilegon',
      effectiveUntil: null,
      termText: null,
      segments: ['PU', 'BPU'],
      plannedBeneficiaries: 1500,
      legalBasisKeys: ['inpres-2-2021'],
      parties: [
        { kind: 'REGION', regionCode: '36.72', number: null, signatoryKey: null },
        { kind: 'OFFICE', officeKey: 'kc-serang', number: null, signatoryKey: null },
      ],
    });
  });

  it('name Cabang Serang for Cilegon on that day and Cabang Cilegon a year later', () => {
    expect(branchesServing('36.72', '2024-01-24')).toEqual(['kc-serang']);
    expect(branchesServing('36.72', '2025-01-24')).toEqual(['kc-cilegon']);
    expect(branchesServing('36.71', '2025-01-24')).toEqual([
      'kc-tangerang-cikokol',
      'kc-tangerang-batuceper',
      'kc-tangerang-cimone',
    ]);
  });

  it('keep contradicting figures side by side', () => {
    expect(valuesOf('COVERAGE_RATE', '36.72')).toEqual(['53', '43', '45', '52']);
    expect(valuesOf('POOR_POPULATION', '36.72')).toEqual(['17310', '17310', '46622']);
    expect(valuesOf('POVERTY_RATE', '36.72')).toEqual(['3.75', '3.75', '3.98']);
    expect(valuesOf('FUNDED_WORKERS', '32.75')).toEqual(['40000', '43000', '51666', '54000']);
    expect(valuesOf('CONTRIBUTION_BUDGET', '36.72')).toEqual(['2200000000']);
  });

  it('hold the population of twelve regions, four revoked ministerial regulations and three awards of 2023 in the article', () => {
    const dukcapil = observations.filter((observation) => observation.sources.includes('f54'));
    const revoked = regulations.filter((regulation) => regulation.state === 'REVOKED');
    const article = awards.filter((award) => award.sources.includes('seed-004'));

    expect(dukcapil).toHaveLength(12);
    expect(revoked).toHaveLength(4);
    expect(article.map((award) => award.recipientRegionCode)).toEqual(['36.72', '36.03', '36.01']);
  });
});

function branchesServing(regionCode: string, day: string): string[] {
  const serving = offices.filter((office) =>
    office.serviceAreas.some(
      (area) =>
        area.regionCode === regionCode &&
        (area.from === null || area.from <= day) &&
        (area.until === null || area.until >= day),
    ),
  );
  return serving.map((office) => office.key);
}

function valuesOf(indicator: string, regionCode: string): string[] {
  return observations
    .filter((observation) => observation.indicator === indicator && observation.regionCode === regionCode)
    .map((observation) => observation.value);
}
