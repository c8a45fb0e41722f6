import React, { useState } from 'react';
import { enrollmentStates } from '../people-choices';
import { askGraphql, type UserError } from './graphql-client';
import { named } from './mou-facts';
import { rupiah, useLanguage, whole } from './page-parts';
import { ReferenceSelect } from './reference-select';
import { type Answer, type Ask, askTogether, type Deed, deeds, type Outcome } from './together-request';

/** Decisions for everyone whom a filter matches: first what would happen and why to whom not, then the deed. */
export default function EnrollmentsTogether() {
  const language = useLanguage();
  const [ask, setAsk] = useState<Ask>(fromAddress());
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<Ask>) => {
    setAsk({ ...ask, ...part });
    setAnswer(null); // what was tried out holds for what was asked then
  };
  const run = async (dryRun: boolean) => {
    setBusy(true);
    setAnswer(await askTogether(askGraphql, ask, { dryRun, language }).catch(faulty));
    setBusy(false);
  };
  const words = language === 'id' ? wordsId : wordsEn;
  const canRun = answer?.outcome?.isTrial === true && answer.outcome.willChange > 0;
  return (
    <div className="payung-record">
      <section className="payung-panel payung-form">
        <h2>{words.title}</h2>
        <p>{words.intro}</p>
        <Choices ask={ask} change={change} />
        <p className="payung-buttons">
          <button
            type="button"
            className="payung-plain"
            disabled={isBusy || ask.programId === ''}
            onClick={() => void run(true)}
          >
            {words.tryOut}
          </button>
          <button
            type="button"
            className="payung-main"
            disabled={isBusy || !canRun}
            onClick={() => void run(false)}
          >
            {canRun
              ? `${words.run} (${whole(answer?.outcome?.willChange ?? 0, language)} ${words.persons})`
              : words.run}
          </button>
        </p>
      </section>
      <div role="status" aria-busy={isBusy}>
        {isBusy ? <p className="payung-callout amber">{words.busy}</p> : null}
        {answer ? <Result answer={answer} deed={ask.deed} /> : null}
      </div>
    </div>
  );
}

const wordsId = {
  title: 'Keputusan untuk banyak orang',
  intro: 'Pilih program dan keputusan. Coba dahulu: tidak ada yang berubah sebelum tombol kedua ditekan.',
  tryOut: 'Coba dahulu',
  run: 'Jalankan',
  persons: 'orang',
  busy: 'Sedang dihitung; untuk puluhan ribu orang dapat memerlukan setengah menit.',
  program: 'Program',
  deed: 'Keputusan',
  category: 'Hanya kategori (boleh kosong)',
  from: 'Bulan pertama',
  until: 'Bulan terakhir',
  partial: 'Bila sebagian bulan sudah dilindungi pembayar lain, lindungi bulan yang bebas',
} as const;
const wordsEn: Readonly<Record<keyof typeof wordsId, string>> = {
  title: 'Decisions for many people',
  intro:
    'Choose program and decision. Try it out first: nothing changes before the second button is pressed.',
  tryOut: 'Try it out',
  run: 'Carry out',
  persons: 'persons',
  busy: 'Working; for tens of thousands of people this may take half a minute.',
  program: 'Program',
  deed: 'Decision',
  category: 'Only this category (may be empty)',
  from: 'First month',
  until: 'Last month',
  partial: 'Where another payer covers some of the months, cover the free ones',
};

function Choices({ ask, change }: { readonly ask: Ask; readonly change: (part: Partial<Ask>) => void }) {
  const language = useLanguage();
  const words = language === 'id' ? wordsId : wordsEn;
  const needsMonths = ask.deed === 'cover' || ask.deed === 'uncover';
  return (
    <div className="payung-facts">
      <div>
        <label htmlFor="together-program">{words.program}</label>
        <ReferenceSelect
          inputId="together-program"
          resourceId="program"
          value={ask.programId}
          onChange={(programId) => change({ programId })}
        />
      </div>
      <div>
        <label htmlFor="together-deed">{words.deed}</label>
        <select
          id="together-deed"
          className="payung-input"
          value={ask.deed}
          onChange={(event) => change({ deed: event.target.value as Deed })}
        >
          {Object.entries(deeds).map(([deed, { label, from }]) => (
            <option key={deed} value={deed}>
              {label[language]}
              {from ? ` (${from.map((state) => named(enrollmentStates, state, language)).join(', ')})` : ''}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="together-category">{words.category}</label>
        <ReferenceSelect
          inputId="together-category"
          resourceId="category"
          value={ask.categoryId}
          onChange={(categoryId) => change({ categoryId })}
        />
      </div>
      {needsMonths ? <Months ask={ask} change={change} /> : null}
    </div>
  );
}

function Months({ ask, change }: { readonly ask: Ask; readonly change: (part: Partial<Ask>) => void }) {
  const words = useLanguage() === 'id' ? wordsId : wordsEn;
  return (
    <>
      {(['from', 'until'] as const).map((side) => (
        <div key={side}>
          <label htmlFor={`together-${side}`}>{words[side]}</label>
          <input
            id={`together-${side}`}
            type="month"
            placeholder="2026-01"
            className="payung-input"
            value={ask[side]}
            onChange={(event) => change({ [side]: event.target.value })}
          />
        </div>
      ))}
      {ask.deed === 'cover' ? (
        <div>
          <label>
            <input
              type="checkbox"
              checked={ask.allowPartial}
              onChange={(event) => change({ allowPartial: event.target.checked })}
            />{' '}
            {words.partial}
          </label>
        </div>
      ) : null}
    </>
  );
}

function Result({ answer, deed }: { readonly answer: Answer; readonly deed: Deed }) {
  const language = useLanguage();
  if (!answer.outcome) {
    return (
      <section className="payung-callout red" role="alert">
        <ul>
          {answer.errors.map(({ path, message }) => (
            <li key={`${path.join('.')}:${message}`}>{message}</li>
          ))}
        </ul>
      </section>
    );
  }
  const { isTrial } = answer.outcome;
  return (
    <section className={`payung-callout ${isTrial ? 'amber' : 'green'}`}>
      <p>
        <b>{summary(answer.outcome, deed, language)}</b>
      </p>
      {answer.outcome.notes.length > 0 ? (
        <ul>
          {answer.outcome.notes.map(({ count, message }) => (
            <li key={message}>
              {whole(count, language)} {language === 'id' ? 'orang' : 'persons'}: {message}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function summary(
  { isTrial, matched, willChange, personMonths, rupiah: amount }: Outcome,
  deed: Deed,
  language: 'id' | 'en',
): string {
  const [change, all] = [whole(willChange, language), whole(matched, language)];
  const months =
    personMonths === null
      ? ''
      : ` ${whole(personMonths, language)} ${language === 'id' ? 'bulan-orang' : 'person-months'}, ${rupiah(amount, language)}.`;
  const name = deeds[deed].label[language];
  if (language === 'id') {
    return isTrial
      ? `Percobaan "${name}": ${change} dari ${all} orang akan berubah.${months}`
      : `Selesai "${name}": ${change} dari ${all} orang berubah.${months}`;
  }
  return isTrial
    ? `Trial of "${name}": ${change} of ${all} persons would change.${months}`
    : `Done, "${name}": ${change} of ${all} persons changed.${months}`;
}

function faulty(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  const errors: readonly UserError[] = [{ path: [], code: '', message }];
  return { outcome: null, errors };
}

/** Program and category of the list that the page was opened from, when its address names them. */
function fromAddress(): Ask {
  const filters = new URLSearchParams(`${window.location.search}&${document.referrer.split('?')[1] ?? ''}`);
  const year = new Date().getFullYear();
  return {
    deed: 'verify',
    programId: filters.get('filters.program') ?? '',
    categoryId: filters.get('filters.category') ?? '',
    from: `${year}-01`,
    until: `${year}-12`,
    allowPartial: false,
  };
}
