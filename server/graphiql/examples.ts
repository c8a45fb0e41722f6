import document from '../../docs/questions.md';

/** An operation of docs/questions.md, under the question that it answers. */
export interface ExampleOperation {
  readonly indonesian: string;
  readonly english: string;
  readonly text: string;
}

const list = `# Unduh sebagai berkas dengan panel Unduh di kiri / Download with the panel on the left.
query ($filter: MouFilter) {
  mous(filter: $filter) {
    nodes { judul: titleAsWritten wilayah: region { displayName } phase period { from until } missing }
  }
}`;

/** What to try first: every question that GraphQL answers, and a list to download. */
export const examples: readonly ExampleOperation[] = [
  ...document.split(/^(?=## \d+\. )/m).flatMap(ofSection),
  { indonesian: 'Daftar perjanjian untuk diunduh', english: 'List of agreements to download', text: list },
];

function ofSection(section: string): ExampleOperation[] {
  const [, indonesian = ''] = /^## \d+\. (.+)$/m.exec(section) ?? [];
  const [, english = ''] = /^\*(.+)\*$/m.exec(section) ?? [];
  return [...section.matchAll(/^```graphql\n([\s\S]*?)\n```$/gm)].map(([, text = '']) => ({
    indonesian,
    english,
    text: `# ${indonesian}\n${text}\n`,
  }));
}
