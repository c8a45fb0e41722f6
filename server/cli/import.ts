import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { bilingual, StartupError } from '../startup-error.js';
import { refuse, say } from './operator.js';
import { type RosterDesk, withRosterDesk } from './roster-desk.js';
import { bar, outcomeLine, unsaved, verdictLines } from './roster-words.js';

const USAGE = `npm run import -- daftar.xlsx --program "Gemet Sekul" --as operator@cilegon.go.id
  --program    nama atau id program / name or id of the program
  --as         surel petugas yang bertindak / e-mail of the staff member who acts
  --entered-on tanggal masuk bila tidak ada kolomnya, TTTT-BB-HH / date of entry where the file has none, YYYY-MM-DD
  --decree     nomor SK / number of the decree
  --sheet      lembar yang dibaca bila ada beberapa / sheet to read where there are several
  --yes        simpan tanpa bertanya / write without asking
`;

interface Wanted {
  readonly file: string;
  readonly program: string;
  readonly as: string;
  readonly enteredOn: string | null;
  readonly decree: string | null;
  readonly sheet: string | null;
  readonly isSure: boolean;
}

await main(process.argv.slice(2)).catch(refuse);

/** Hands a roster in, shows what would happen, writes it when told so, and leaves the bad rows beside the file. */
async function main(parameters: readonly string[]): Promise<void> {
  const wanted = readWanted(parameters);
  if (wanted === null) {
    process.stdout.write(USAGE);
    return;
  }
  await withRosterDesk(readConfig(), wanted.as, (desk) => bring(desk, wanted));
}

async function bring(desk: RosterDesk, wanted: Wanted): Promise<void> {
  const bytes = await contentOf(wanted.file);
  const handed = await desk.handIn(wanted.program, {
    fileName: path.basename(wanted.file),
    sheet: wanted.sheet,
    bytes,
  });
  if (handed.isKnown)
    say(bilingual({ id: 'Berkas ini sudah pernah diunggah', en: 'This file was handed in before' }));
  const { enteredOn, decree } = wanted;
  let batch = await desk.judged(handed.id, { enteredOn, decree }, ({ done }) => progress(`${done}`));
  for (const line of verdictLines(batch)) say(line);
  const isGood = (batch.counts?.new ?? 0) + (batch.counts?.changed ?? 0) > 0;
  if (batch.state === 'READY' && isGood && (wanted.isSure || (await agrees(batch.counts?.new ?? 0))))
    batch = await desk.committed(batch, ({ done, total }) => progress(bar(done, total)));
  say(outcomeLine(batch));
  if (batch.state === 'READY' && isGood) say(unsaved);
  const bad = await desk.badRows(batch);
  if (bad === null) return;
  const file = `${wanted.file.replace(/\.\w+$/, '')}.perbaikan.xlsx`;
  await writeFile(file, bad, { mode: 0o600 });
  say(bilingual({ id: `Baris yang perlu diperbaiki: ${file}`, en: `Rows to mend: ${file}` }));
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new StartupError(
      bilingual({ id: `Berkas ${file} tidak dapat dibuka`, en: `The file ${file} cannot be opened` }),
    );
  }
}

function readWanted(parameters: readonly string[]): Wanted | null {
  const { values, positionals } = parsed(parameters);
  if (values.help) return null;
  const [file] = positionals;
  if (file === undefined || !values.program || !values.as) {
    throw new StartupError(
      `${bilingual({ id: 'Berkas, --program, dan --as wajib diisi', en: 'File, --program and --as are required' })}\n${USAGE}`,
    );
  }
  return {
    file,
    program: values.program,
    as: values.as,
    enteredOn: values['entered-on'] ?? null,
    decree: values.decree ?? null,
    sheet: values.sheet ?? null,
    isSure: values.yes ?? false,
  };
}

function parsed(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        program: { type: 'string' },
        as: { type: 'string' },
        'entered-on': { type: 'string' },
        decree: { type: 'string' },
        sheet: { type: 'string' },
        yes: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new StartupError(
      `${bilingual({ id: 'Perintah tidak dapat dibaca', en: 'The command could not be read' })}: ${detail}\n${USAGE}`,
    );
  }
}

/** Without a terminal nobody can be asked: then nothing is written. */
async function agrees(count: number): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(`Simpan ${count} orang baru? / Write ${count} new people? [y/N] `);
  asking.close();
  return /^(y|ya|yes)$/i.test(answer.trim());
}

function progress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${text} `);
}
