import document from '../../docs/questions.md';
import { type ExampleOperation, examplesIn } from './example-list.js';

const list = `# Unduh sebagai berkas dengan panel Unduh di kiri / Download with the panel on the left.
query perjanjian($filter: MouFilter) {
  mous(filter: $filter) {
    nodes { judul: titleAsWritten wilayah: region { displayName } phase period { from until } missing }
  }
}
`;

/** What to try first: every question that GraphQL answers, and a list to download. */
export const examples: readonly ExampleOperation[] = [
  ...examplesIn(document),
  {
    indonesian: 'Daftar perjanjian untuk diunduh',
    english: 'List of agreements to download',
    asksFor: 'mous',
    roles: ['STAFF'],
    text: list,
  },
];
