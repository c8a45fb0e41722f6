// npm run new-concept <name> [plural]: writes the files of a small concept, and says what is left to do.
import { existsSync, readdirSync } from 'node:fs';
import { remainingSteps, writeConcept } from '../new-concept.js';

const [name = '', plural = `${name}s`] = process.argv.slice(2);
const taken = `schema/${name}`;

if (!/^[a-z]{3,20}$/.test(name) || !/^[a-z]{3,20}$/.test(plural) || name === plural) {
  refuse(
    'Nama: satu kata Inggris, huruf kecil, tunggal dan jamak / Name: one English word in lower case, singular and plural: npm run new-concept -- agency agencies',
  );
} else if (existsSync(taken)) {
  refuse(`${taken} sudah ada / exists already`);
} else {
  write();
}

function write(): void {
  const names = { name, plural, timestamp: nextTimestamp() };
  for (const file of writeConcept('.', names)) console.log(`+ ${file}`);
  console.log(`\n${remainingSteps(names).join('\n')}`);
}

/** A second after the last migration, so that the order of the files is the order of their making. */
function nextTimestamp(): string {
  const known = readdirSync('migrations').map((file) => Number(/^\d{13}/.exec(file)?.[0] ?? 0));
  return String(Math.max(...known) + 1000);
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
