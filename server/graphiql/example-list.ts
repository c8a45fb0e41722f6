/** An operation of docs/questions.md, under the question that it answers. */
export interface ExampleOperation {
  readonly indonesian: string;
  readonly english: string;
  /** Name of the list or figure that it asks for: what tells two answers to one question apart. */
  readonly asksFor: string;
  /** Roles that may run it; `STAFF`: everybody who signs in, `ANYONE`: visitors too. */
  readonly roles: readonly string[];
  readonly text: string;
}

/** Every question that GraphQL answers, in the document's order. */
export function examplesIn(document: string): ExampleOperation[] {
  return document.split(/^(?=## \d+\. )/m).flatMap(ofSection);
}

/** Those that somebody with these roles may run; without any, a visitor. */
export function examplesFor(
  examples: readonly ExampleOperation[],
  roles: readonly string[],
): ExampleOperation[] {
  const own = new Set([...roles, 'ANYONE', ...(roles.length > 0 ? ['STAFF'] : [])]);
  return examples.filter((example) => example.roles.some((role) => own.has(role)));
}

const operation = /^GraphQL · \S+ · (.+)\n\n```graphql\n([\s\S]*?)\n```$/gm;

function ofSection(section: string): ExampleOperation[] {
  const [, indonesian = ''] = /^## \d+\. (.+)$/m.exec(section) ?? [];
  const [, english = ''] = /^\*(.+)\*$/m.exec(section) ?? [];
  return [...section.matchAll(operation)].map(([, roles = '', body = '']) => {
    const [, asksFor = ''] = /\{\s*(\w+)/.exec(body) ?? [];
    const text = `# ${indonesian}\n${named(body, asksFor)}\n`;
    return { indonesian, english, asksFor, roles: roles.split(' '), text };
  });
}

/** GraphiQL calls a tab as its operation is called. */
const named = (body: string, name: string): string =>
  body.replace(/^(?:query\s*)?(?=[({])/, `query ${name} `);
