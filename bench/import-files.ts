import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type SyntheticPerson, syntheticPeople } from '../server/seed/roster/people.js';
import { writeXlsx } from '../server/spreadsheet/write-xlsx.js';

/** One row in so many has a NIK that is a digit short. */
export const badShare = 20;
const headers = ['NIK', 'Nama', 'Tgl Lahir', 'L/P'];

/** As many people as wanted, the same each time. */
export function people(size: number): readonly SyntheticPerson[] {
  const wish = {
    key: `bench ${size}`,
    regionCode: '36.72',
    enteredOn: '2026-02-11',
    turning65: 0,
    highestDecile: null,
  };
  return syntheticPeople({ ...wish, size });
}

function cellsOf({ nik, name, birthDate, sex }: SyntheticPerson, index: number): string[] {
  const isBad = index % badShare === 7;
  return [isBad ? nik.slice(0, 15) : nik, name, birthDate, sex === 'FEMALE' ? 'P' : 'L'];
}

export function csv(roster: readonly SyntheticPerson[]): Buffer {
  const lines = roster.map((person, index) => cellsOf(person, index).join(';'));
  return Buffer.from([headers.join(';'), ...lines].join('\n'));
}

export async function xlsx(roster: readonly SyntheticPerson[]): Promise<Buffer> {
  const output = new PassThrough();
  const columns = headers.map((header) => ({ header }));
  async function* content() {
    for (const [index, person] of roster.entries()) yield cellsOf(person, index);
  }
  const [bytes] = await Promise.all([
    buffer(output),
    writeXlsx({ sheets: [{ name: 'Daftar', columns, rows: content() }] }, output),
  ]);
  return bytes;
}
