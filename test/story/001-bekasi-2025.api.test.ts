import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StoryWorld, storyWorld } from './story-world.js';

const figures = `{
  regionByCode(code: "32.75") {
    displayName
    observations(
      filter: { indicators: ["FUNDED_WORKERS", "FUNDED_WORKERS_ADDED"], asOfFrom: "2025-11-05", asOfUntil: "2025-11-05" }
      orderBy: { field: VALUE, direction: ASC }
    ) {
      nodes { indicator { code } value citations { source { publisher } } contradictedBy { value } }
    }
  }
}`;

interface Figure {
  readonly indicator: { readonly code: string };
  readonly value: string;
  readonly citations: readonly { readonly source: { readonly publisher: string } }[];
  readonly contradictedBy: readonly { readonly value: string }[];
}

/** Elshinta: Kota Bekasi pays for 11,666 more workers, told on Wednesday, 5 November 2025. */
describe('story 001 › Kota Bekasi, 5 November 2025', () => {
  let world: StoryWorld;
  let nodes: readonly Figure[];

  beforeAll(async () => {
    world = await storyWorld();
    const { regionByCode } = await world.ask('operatorBekasi', figures);
    expect(regionByCode.displayName).toBe('Kota Bekasi');
    nodes = regionByCode.observations.nodes;
  });
  afterAll(() => world.close());

  it('answers 40,000 before, 11,666 added and 51,666 in total, as the article adds them up', () => {
    const article = nodes.filter(({ citations }) =>
      citations.some(({ source }) => source.publisher === 'Elshinta'),
    );

    expect(article.map(({ indicator, value }) => [indicator.code, value])).toEqual([
      ['FUNDED_WORKERS_ADDED', '11666'],
      ['FUNDED_WORKERS', '40000'],
      ['FUNDED_WORKERS', '51666'],
    ]);
    const [added, before, total] = article.map(({ value }) => Number(value));
    expect(Number(before) + Number(added)).toBe(total);
  });

  it('shows the total of 54,000 that others reported beside it, and says that the two contradict each other', () => {
    const [total] = nodes.filter(({ value }) => value === '51666');
    const [other] = nodes.filter(({ value }) => value === '54000');

    expect(other?.citations.map(({ source }) => source.publisher).sort()).toEqual([
      'jabar.rakyat.news',
      'onlinebekasi.com',
    ]);
    expect(total?.contradictedBy).toContainEqual({ value: '54000' });
    expect(other?.contradictedBy).toContainEqual({ value: '51666' });
  });

  it('names the mayor and the head of the branch, whose office serves the city', async () => {
    expect(await world.officialsOn('2025-11-05', ['Tri Adhianto', 'Ahmad Fauzan'])).toEqual([
      'Tri Adhianto, Wali Kota Bekasi',
      'Ahmad Fauzan, Kepala Kantor Cabang Bekasi Kota',
    ]);
    expect(await world.officesServing('32.75', '2025-11-05')).toEqual(['Kantor Cabang Bekasi Kota']);
  });

  it('knows each kind of worker by the words of the article', async () => {
    const words = ['RT', 'RW', 'kader Posyandu', 'tenaga honorer', 'tenaga pendidikan', 'tenaga kesehatan'];

    expect(await world.categoriesOf(words)).toEqual([
      'KETUA_RT',
      'KETUA_RW',
      'KADER_POSYANDU',
      'NON_ASN',
      'TENAGA_PENDIDIKAN',
      'TENAGA_KESEHATAN',
    ]);
  });
});
