import React from 'react';
import type { UserError } from './graphql-client';
import { rupiah, useLanguage, whole } from './page-parts';
import { togetherWords } from './together-choices';
import { deeds, noteUnit, noteWords } from './together-deeds';
import type { Deed, Note, Part, Sums } from './together-request';
import type { Progress } from './together-run';

type Language = 'id' | 'en';

const { endedOn, reason, from, until, program } = togetherWords;
const fieldNames: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  ...{ endedOn, reason, from, until },
  programId: program,
};

/** What the trial said: how many would change, and why the others would not. */
export function TrialResult({ trial, deed }: { readonly trial: Part; readonly deed: Deed }) {
  const language = useLanguage();
  if (trial.errors.length > 0) return <Errors errors={trial.errors} />;
  const [change, all] = [whole(trial.changed, language), whole(trial.matched, language)];
  const name = deeds[deed].label[language];
  const text =
    language === 'id'
      ? `Percobaan "${name}": ${change} dari ${all} orang akan berubah.`
      : `Trial of "${name}": ${change} of ${all} persons would change.`;
  return (
    <section className="payung-callout amber">
      <p>
        <b>
          {text}
          {monthsOf(trial, language)}
        </b>
      </p>
      <Notes notes={trial.notes} deed={deed} />
    </section>
  );
}

interface RunProps {
  readonly progress: Progress;
  readonly trial: Part;
  readonly deed: Deed;
}

/** How far the deed has come; at its end what it came to, and where that differs from the trial. */
export function RunResult({ progress, trial, deed }: RunProps) {
  const language = useLanguage();
  const { isDone, isStopped, errors } = progress;
  const isWhole = isDone && !isStopped && errors.length === 0;
  return (
    <section className={`payung-callout ${isWhole ? 'green' : 'amber'}`}>
      <p>
        <b>
          {runWords(progress, trial, deed, language)}
          {monthsOf(progress, language)}
        </b>
      </p>
      {isDone ? null : (
        <progress
          className="payung-progress"
          max={Math.max(trial.matched, progress.matched, 1)}
          value={progress.matched}
          aria-label={language === 'id' ? 'Kemajuan' : 'Progress'}
        />
      )}
      {isWhole && progress.changed !== trial.changed ? (
        <p>{differenceWords(progress, trial, language)}</p>
      ) : null}
      {isDone && !isWhole ? <p>{restWords(language)}</p> : null}
      {errors.length > 0 ? <Errors errors={errors} /> : null}
      {isDone ? <Notes notes={progress.notes} deed={deed} /> : null}
    </section>
  );
}

function runWords(
  { isDone, isStopped, matched, changed, errors }: Progress,
  trial: Part,
  deed: Deed,
  language: Language,
): string {
  const [some, all] = [whole(changed, language), whole(matched, language)];
  const expected = whole(Math.max(trial.matched, matched), language);
  const name = deeds[deed].label[language];
  const isIndonesian = language === 'id';
  if (!isDone)
    return isIndonesian
      ? `${all} dari ${expected} orang sudah diperiksa, ${some} berubah.`
      : `${all} of ${expected} persons looked at, ${some} changed.`;
  if (isStopped || errors.length > 0)
    return isIndonesian
      ? `Berhenti: ${all} dari ${expected} orang sudah diperiksa, ${some} berubah dan tetap berubah.`
      : `Stopped: ${all} of ${expected} persons looked at, ${some} changed and stay so.`;
  return isIndonesian
    ? `Selesai "${name}": ${some} dari ${all} orang berubah.`
    : `Done, "${name}": ${some} of ${all} persons changed.`;
}

function differenceWords(progress: Progress, trial: Part, language: Language): string {
  const [expected, got] = [whole(trial.changed, language), whole(progress.changed, language)];
  return language === 'id'
    ? `Percobaan menyebut ${expected} orang, yang berubah ${got} orang: sejak percobaan ada data yang diubah orang lain. Riwayat tiap orang memuat siapa dan kapan.`
    : `The trial said ${expected} persons, ${got} changed: someone else changed data since the trial. The history of each person says who and when.`;
}

function restWords(language: Language): string {
  return language === 'id'
    ? 'Sisanya belum berubah. Coba lagi untuk melihat berapa orang, lalu jalankan.'
    : 'The others have not changed. Try out again to see how many, then carry out.';
}

function Notes({ notes, deed }: { readonly notes: readonly Note[]; readonly deed: Deed }) {
  const language = useLanguage();
  if (notes.length === 0) return null;
  return (
    <ul>
      {notes.map((note) => (
        <li key={note.code + note.message}>
          {note.code === 'CASE' ? '' : `${whole(note.count, language)} ${noteUnit(note, language)}: `}
          {noteWords(note, deed, language)}
          {note.examples.length > 0 ? (
            <small>
              {' '}
              {language === 'id' ? 'Misalnya' : 'For instance'}{' '}
              {note.examples.map(({ id, name }, index) => (
                <React.Fragment key={id}>
                  {index > 0 ? ', ' : ''}
                  <a href={`/admin/resources/enrollment/records/${id}/show`}>{name}</a>
                </React.Fragment>
              ))}
            </small>
          ) : null}
        </li>
      ))}
      {notes.some(({ code }) => code === 'CASE') ? (
        <li>
          <a href="/admin/resources/coverageCase">{language === 'id' ? 'Semua kasus' : 'All cases'}</a>
        </li>
      ) : null}
    </ul>
  );
}

function Errors({ errors }: { readonly errors: readonly UserError[] }) {
  const language = useLanguage();
  const fieldOf = ({ path }: UserError) => fieldNames[path.at(-1) ?? '']?.[language];
  return (
    <div className="payung-callout red" role="alert">
      <ul>
        {errors.map((error) => (
          <li key={`${error.path.join('.')}:${error.message}`}>
            {fieldOf(error) ? `${fieldOf(error)}: ` : ''}
            {error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function monthsOf({ personMonths, rupiah: amount }: Sums, language: Language): string {
  if (personMonths === null) return '';
  const unit = language === 'id' ? 'bulan-orang' : 'person-months';
  return ` ${whole(personMonths, language)} ${unit}, ${rupiah(amount, language)}.`;
}
