import { publicId, referenceId } from '../../schema/kernel/identifier.js';
import { loadReference } from '../../server/seed/load-reference.js';
import { loadMainRegions } from '../seed/main-regions.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { testApp } from '../support/app.js';

/** The program with the reference data, and the questions that readers of every article ask. */
export interface StoryWorld {
  /** Data of the answer; an error of the query fails the test. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape that it asked for
  ask(actor: ActorName | null, query: string, variables?: object): Promise<any>;
  /** Public id of the region with this code. */
  regionId(code: string): string;
  /** Officials found by these words who were in their posts on the day. */
  officialsOn(day: string, words: readonly string[]): Promise<string[]>;
  /** Offices that served the region on the day. */
  officesServing(regionCode: string, day: string): Promise<string[]>;
  /** Code of the one category that bears each word as its name or alias. */
  categoriesOf(words: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

interface NamedNodes {
  readonly nodes: readonly { readonly displayName: string }[];
}

export async function storyWorld(): Promise<StoryWorld> {
  const app = await testApp();
  await loadMainRegions(app.database.ownerUrl);
  await loadReference({ ownerUrl: app.database.ownerUrl, log: () => undefined });
  const tokens = await buildActors(app);
  const ask: StoryWorld['ask'] = async (actor, query, variables = {}) => {
    const answer = await app.graphql(actor && tokens[actor], query, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors, null, 2));
    return answer.data;
  };
  return {
    ask,
    regionId: (code) => publicId('region', referenceId('region', code)),
    officialsOn: (day, words) => officialsOn(ask, day, words),
    officesServing: async (code, day) => {
      const query = `query ($code: RegionCode!, $day: CalendarDate!) {
        regionByCode(code: $code) { offices(filter: { servesOn: $day }) { nodes { displayName } } }
      }`;
      const { regionByCode } = await ask('operatorCilegon', query, { code, day });
      return names(regionByCode.offices);
    },
    categoriesOf: (words) => categoriesOf(ask, words),
    close: app.close,
  };
}

async function officialsOn(ask: StoryWorld['ask'], day: string, words: readonly string[]): Promise<string[]> {
  const query = `query ($day: CalendarDate!, $search: String!) {
    officials(filter: { inPostOn: $day, search: $search }) { nodes { displayName } }
  }`;
  const found: string[] = [];
  for (const search of words) {
    const { officials } = await ask('coordinatorBanten', query, { day, search });
    found.push(...names(officials));
  }
  return found;
}

async function categoriesOf(ask: StoryWorld['ask'], words: readonly string[]): Promise<string[]> {
  const query = '{ categories(first: 100) { nodes { code name aliases } } }';
  const { categories } = await ask('operatorCilegon', query);
  const known: readonly { code: string; name: string; aliases: string[] }[] = categories.nodes;
  return words.flatMap((word) =>
    known
      .filter(({ name, aliases }) =>
        [name, ...aliases].some((term) => term.toLowerCase() === word.toLowerCase()),
      )
      .map(({ code }) => code),
  );
}

function names({ nodes }: NamedNodes): string[] {
  return nodes.map(({ displayName }) => displayName);
}
