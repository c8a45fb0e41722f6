import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StoryWorld, storyWorld } from './story-world.js';

const signedThatDay = `{
  mous(filter: { signedFrom: "2024-01-24", signedUntil: "2024-01-24" }) {
    totalCount
    nodes {
      titleAsWritten kind state phase region { displayName }
      signing { on place } period { from until } endsOn termText segments plannedBeneficiaries
      parties { position displayName number signatory { name } }
      legalBases { displayTitle }
      missing concerns
    }
  }
}`;

/** Selatsunda: Kota Cilegon and Cabang Serang agree on Wednesday, 24 January 2024 to cover 1,500 heads of RT and RW. */
describe('story 002 › agreement of Kota Cilegon, 24 January 2024', () => {
  let world: StoryWorld;

  beforeAll(async () => {
    world = await storyWorld();
  });
  afterAll(() => world.close());

  it('answers everybody what was agreed, and lists what nobody knows of it', async () => {
    const { mous } = await world.ask(null, signedThatDay);

    expect(mous).toEqual({
      totalCount: 1,
      nodes: [
        {
          titleAsWritten: 'MoU atau nota kesepakatan bersama',
          kind: 'UMBRELLA',
          state: 'SIGNED',
          phase: 'UNDATED',
          region: { displayName: 'Kota Cilegon' },
          signing: { on: '2024-01-24', place: 'Aula Setda II Kota Cilegon' },
          period: null,
          endsOn: null,
          termText: null,
          segments: ['PU', 'BPU'],
          plannedBeneficiaries: 1500,
          parties: [
            { position: 1, displayName: 'Pemerintah Kota Cilegon', number: null, signatory: null },
            { position: 2, displayName: 'Kantor Cabang Serang', number: null, signatory: null },
          ],
          legalBases: [{ displayTitle: 'Inpres Nomor 2 Tahun 2021' }],
          missing: ['NUMBER', 'SIGNATORY', 'EFFECTIVE_FROM', 'EFFECTIVE_UNTIL'],
          concerns: ['OFFICE_NO_LONGER_SERVES'],
        },
      ],
    });
  });

  it('adds for the operator of the city that the signed text is missing as well', async () => {
    const { mous } = await world.ask('operatorCilegon', signedThatDay);

    expect(mous.nodes[0].missing).toEqual([
      'NUMBER',
      'SIGNATORY',
      'EFFECTIVE_FROM',
      'EFFECTIVE_UNTIL',
      'DOCUMENT',
    ]);
  });

  it('answers which office served the city on that day, and which does now', async () => {
    expect(await world.officesServing('36.72', '2024-01-24')).toEqual(['Kantor Cabang Serang']);
    expect(await world.officesServing('36.72', '2026-02-11')).toEqual(['Kantor Cabang Cilegon']);
  });

  it('names the mayor and the head of the branch on that day', async () => {
    expect(await world.officialsOn('2024-01-24', ['Helldy Agustian', 'Ahmad Fatoni'])).toEqual([
      'Helldy Agustian, Wali Kota Cilegon',
      'Ahmad Fatoni, Kepala Kantor Cabang Serang',
    ]);
  });

  it('cites the article for the day, the place and the number of people', async () => {
    const { mous } = await world.ask(
      null,
      `{ mous(filter: { signedFrom: "2024-01-24", signedUntil: "2024-01-24" }) {
        nodes { citations { field source { publisher } } }
      } }`,
    );

    const fields = mous.nodes[0].citations
      .filter(({ source }: { source: { publisher: string } }) => source.publisher === 'Selatsunda.com')
      .map(({ field }: { field: string | null }) => field);
    expect(fields).toEqual([
      null,
      'legalBases',
      'parties',
      'plannedBeneficiaries',
      'scope',
      'segments',
      'signing',
      'titleAsWritten',
    ]);
  });
});
