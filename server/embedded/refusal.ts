import { bilingual, StartupError } from '../startup-error.js';

/** What PostgreSQL or the file system printed, as one sentence that says what to do. */
export function refusalOfPostgres({
  directory,
  output,
}: {
  readonly directory: string;
  readonly output: string;
}): StartupError {
  if (/No space left on device|ENOSPC/.test(output)) {
    return refusal({
      id: `Disk penuh: basis data di ${directory} tidak dapat ditulis; kosongkan ruang lalu mulai lagi`,
      en: `Disk full: the database in ${directory} cannot be written; free some space and start again`,
    });
  }
  if (/Permission denied|EACCES|EPERM|EROFS|Read-only file system|Operation not permitted/.test(output)) {
    return refusal({
      id: `Folder basis data ${directory} tidak boleh ditulis oleh pengguna ini; perbaiki hak aksesnya atau pakai PAYUNG_DATA_DIR lain`,
      en: `This user may not write the database folder ${directory}; correct its permissions or use another PAYUNG_DATA_DIR`,
    });
  }
  const cause = lastErrorLine(output);
  return refusal({
    id: `PostgreSQL di ${directory} tidak dapat dijalankan: ${cause}`,
    en: `PostgreSQL in ${directory} could not be started: ${cause}`,
  });
}

function refusal(sentences: { readonly id: string; readonly en: string }): StartupError {
  return new StartupError(bilingual(sentences));
}

function lastErrorLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /FATAL|PANIC|error/i.test(line));
  return (telling.at(-1) ?? lines.at(-1) ?? 'no output').trim();
}
