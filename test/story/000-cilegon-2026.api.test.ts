import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StoryWorld, storyWorld } from './story-world.js';

/** Banten Raya: 800 informal workers of Kota Cilegon get cover on Wednesday, 11 February 2026. */
describe('story 000 › Kota Cilegon, 11 February 2026', () => {
  let world: StoryWorld;

  beforeAll(async () => {
    world = await storyWorld();
  });
  afterAll(() => world.close());

  it('answers who was added, who is covered, for how long and with what money, each from the article', async () => {
    const { regionByCode } = await world.ask(
      'operatorCilegon',
      `query ($day: CalendarDate!) {
        regionByCode(code: "36.72") {
          displayName
          observations(filter: { asOfFrom: $day, asOfUntil: $day }, orderBy: { field: VALUE, direction: ASC }) {
            nodes { indicator { code unit } value label citations { source { publisher } } }
          }
        }
      }`,
      { day: '2026-02-11' },
    );

    const citations = [{ source: { publisher: 'Banten Raya' } }];
    expect(regionByCode).toEqual({
      displayName: 'Kota Cilegon',
      observations: {
        nodes: [
          {
            indicator: { code: 'PROTECTION_MONTHS', unit: 'MONTH' },
            value: '12',
            label: 'Perlindungan 800 pekerja selama 1 tahun.',
            citations,
          },
          {
            indicator: { code: 'FUNDED_WORKERS_ADDED', unit: 'PERSON' },
            value: '800',
            label: '800 pekerja informal difasilitasi selama 1 tahun.',
            citations,
          },
          {
            indicator: { code: 'FUNDED_WORKERS', unit: 'PERSON' },
            value: '3500',
            label: 'Menurut data Pemkot Cilegon, 3.500 pekerja informal telah difasilitasi.',
            citations,
          },
          {
            indicator: { code: 'CONTRIBUTION_BUDGET', unit: 'RUPIAH' },
            value: '2200000000',
            label: 'APBD Kota Cilegon Rp2,2 miliar untuk perlindungan pekerja rentan.',
            citations,
          },
        ],
      },
    });
  });

  it('names the mayor, the deputy mayor and the head of the Kanwil on that day', async () => {
    const names = await world.officialsOn('2026-02-11', ['Robinsar', 'Fajar Hadi', 'Eko Yuyulianda']);

    expect(names).toEqual([
      'Robinsar, Wali Kota Cilegon',
      'Fajar Hadi Prabowo, Wakil Wali Kota Cilegon',
      'Eko Yuyulianda, Kepala Kantor Wilayah Banten',
    ]);
  });

  it('knows each kind of worker by the words of the article', async () => {
    const codes = await world.categoriesOf(['ojol', 'driver angkot', 'pemandi jenazah', 'marbot masjid']);

    expect(codes).toEqual(['OJOL', 'SOPIR_ANGKOT', 'PEMANDI_JENAZAH', 'MARBOT_MASJID']);
  });

  it('finds Kantor Cabang Cilegon as the branch that serves the city on that day', async () => {
    expect(await world.officesServing('36.72', '2026-02-11')).toEqual(['Kantor Cabang Cilegon']);
  });

  it('shows reported figures to staff only', async () => {
    const { regionByCode } = await world.ask(
      null,
      '{ regionByCode(code: "36.72") { observations { nodes { value } totalCount } } }',
    );

    expect(regionByCode.observations).toEqual({ nodes: [], totalCount: 0 });
  });
});
