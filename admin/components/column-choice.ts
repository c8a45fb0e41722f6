import type { ResourceJSON } from 'adminjs';
import { useEffect, useSyncExternalStore } from 'react';
import { askGraphql, type UserError } from './graphql-client';

interface Chosen {
  readonly columnChoices: {
    readonly nodes: readonly { readonly concept: string; readonly columns: readonly string[] }[];
  };
}

interface Changed {
  readonly columnChoiceSet: { readonly userErrors: readonly UserError[] };
}

const read = '{ columnChoices(first: 100) { nodes { concept columns } } }';
const write =
  'mutation ($input: ColumnChoiceSetInput!) { columnChoiceSet(input: $input) { userErrors { path code message } } }';

type ListProperty = ResourceJSON['listProperties'][number];
type Choices = ReadonlyMap<string, readonly string[]>;

/** Choices of all lists, asked for once; every list shows its own columns until they are there, and when they are not. */
let choices: Choices = new Map();
let isAsked = false;
const listeners = new Set<() => void>();

function keep(next: Choices): void {
  choices = next;
  for (const tell of listeners) tell();
}

async function ask(): Promise<void> {
  const { columnChoices } = await askGraphql<Chosen>(read);
  keep(new Map(columnChoices.nodes.map(({ concept, columns }) => [concept, columns])));
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Properties that the list shows: those that the person chose, the record's name always; else the list's own. */
export function useShownColumns({
  id,
  listProperties,
  titleProperty,
}: ResourceJSON): readonly ListProperty[] {
  const known = useSyncExternalStore(subscribe, () => choices);
  useEffect(() => {
    if (isAsked) return;
    isAsked = true;
    ask().catch(() => {
      isAsked = false; // the list stands as it is; the next one asks again
    });
  }, []);
  const chosen = known.get(id) ?? [];
  const isShown = ({ propertyPath, custom }: ListProperty) =>
    propertyPath === titleProperty.propertyPath ||
    (chosen.length > 0 ? chosen.includes(propertyPath) : custom?.isStandard === true);
  return listProperties.filter(isShown);
}

/** Chooses the columns of a list, or by none of them the list's own. @throws Error with the server's sentence. */
export async function chooseColumns(concept: string, columns: readonly string[]): Promise<void> {
  const { columnChoiceSet } = await askGraphql<Changed>(write, { input: { concept, columns } });
  const [problem] = columnChoiceSet.userErrors;
  if (problem) throw new Error(problem.message);
  keep(new Map([...choices, [concept, columns]]));
}
