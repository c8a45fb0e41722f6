import type { ActionProps } from 'adminjs';
import React, { useRef, useState } from 'react';
import { FilterWords, filtersIn } from './filter-words';
import { askGraphql } from './graphql-client';
import { useListAnswer } from './list-answer';
import { PageState, useLanguage, whole } from './page-parts';
import { thisYear } from './today';
import { TogetherChoices } from './together-choices';
import { deeds } from './together-deeds';
import { type Ask, askTogether, type Deed, type Part, programOf } from './together-request';
import { RunResult, TrialResult } from './together-result';
import { failedPart, notStarted, type Progress, runInSteps } from './together-run';

const wordsId = {
  title: 'Siapa',
  everyone: 'Semua kepesertaan yang Anda lihat, tanpa saringan.',
  narrow: 'Ubah saringan di daftar',
  intro: 'Coba dahulu: tidak ada yang berubah sebelum tombol kedua ditekan.',
  needsProgram: 'Bulan dilindungi dari anggaran satu program: pilih programnya.',
  tryOut: 'Coba dahulu',
  run: 'Jalankan',
  stop: 'Hentikan',
  persons: 'orang',
  busy: 'Sedang dihitung; untuk puluhan ribu orang dapat memerlukan setengah menit.',
  running: 'Biarkan halaman ini terbuka sampai selesai.',
} as const;
const wordsEn: Readonly<Record<keyof typeof wordsId, string>> = {
  title: 'Who',
  everyone: 'All enrollments that you see, unfiltered.',
  narrow: 'Change the filter in the list',
  intro: 'Try it out first: nothing changes before the second button is pressed.',
  needsProgram: 'Months are covered from the budget of one program: choose it.',
  tryOut: 'Try it out',
  run: 'Carry out',
  stop: 'Stop',
  persons: 'persons',
  busy: 'Working; for tens of thousands of people this may take half a minute.',
  running: 'Leave this page open until it is done.',
};

interface Plan {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly deeds: readonly Deed[];
}

/** Decisions for everyone whom the list's filter matches: first what would happen and why to whom not, then the deed. */
export default function EnrollmentsTogether({ resource }: ActionProps) {
  const { answer, fault } = useListAnswer(resource.id, 'together');
  if (!answer) return <PageState fault={fault} isAbsent={false} />;
  return (
    <Together
      plan={{ filter: answer.filter, deeds: answer.deeds }}
      resource={resource}
      search={window.location.search}
    />
  );
}

interface TogetherProps {
  readonly plan: Plan;
  readonly resource: ActionProps['resource'];
  readonly search: string;
}

function Together({ plan, resource, search }: TogetherProps) {
  const language = useLanguage();
  const words = language === 'id' ? wordsId : wordsEn;
  const filters = filtersIn(search);
  const [ask, setAsk] = useState<Ask>(() => firstAsk(plan));
  const { trial, progress, state, change, tryOut, carryOut, stop } = useDeed(ask, setAsk);
  const isBusy = state !== 'waiting';
  const needsProgram = (ask.deed === 'cover' || ask.deed === 'uncover') && programOf(ask) === '';
  const canRun = trial !== null && progress === null && trial.errors.length === 0 && trial.changed > 0;
  return (
    <div className="payung-record">
      <section className="payung-panel payung-form">
        <h2>{words.title}</h2>
        {filters.length > 0 ? <FilterWords resource={resource} filters={filters} /> : <p>{words.everyone}</p>}
        <p>
          <a href={`/admin/resources/${resource.id}${search}`}>{words.narrow}</a>
        </p>
        <fieldset disabled={isBusy} className="payung-plain-fieldset">
          <TogetherChoices ask={ask} offered={plan.deeds} change={change} />
        </fieldset>
        <p>{needsProgram ? words.needsProgram : words.intro}</p>
        <p className="payung-buttons">
          <button
            type="button"
            className="payung-plain"
            disabled={isBusy || needsProgram}
            onClick={() => void tryOut()}
          >
            {words.tryOut}
          </button>
          <button
            type="button"
            className="payung-main"
            disabled={isBusy || !canRun}
            onClick={() => void carryOut()}
          >
            {canRun ? `${words.run} (${whole(trial.changed, language)} ${words.persons})` : words.run}
          </button>
          {state === 'running' ? (
            <button type="button" className="payung-plain" onClick={stop}>
              {words.stop}
            </button>
          ) : null}
        </p>
      </section>
      <div role="status" aria-busy={isBusy}>
        {state === 'trying' ? <p className="payung-callout amber">{words.busy}</p> : null}
        {state === 'running' ? <p>{words.running}</p> : null}
        {trial && progress ? <RunResult progress={progress} trial={trial} deed={ask.deed} /> : null}
        {trial && !progress ? <TrialResult trial={trial} deed={ask.deed} /> : null}
      </div>
    </div>
  );
}

/** The trial and the deed: what was tried out holds for what was asked then, and for one run. */
function useDeed(ask: Ask, setAsk: (ask: Ask) => void) {
  const [trial, setTrial] = useState<Part | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [state, setState] = useState<'waiting' | 'trying' | 'running'>('waiting');
  const isStopped = useRef(false);
  const forget = () => {
    setTrial(null);
    setProgress(null);
  };
  const change = (part: Partial<Ask>) => {
    setAsk({ ...ask, ...part });
    forget();
  };
  const tryOut = async () => {
    forget();
    setState('trying');
    setTrial(await askTogether(askGraphql, ask, { dryRun: true, step: null }).catch(failedPart));
    setState('waiting');
  };
  const carryOut = async () => {
    isStopped.current = false;
    setState('running');
    setProgress(notStarted);
    await runInSteps({
      ask: (step) => askTogether(askGraphql, ask, { dryRun: false, step }),
      onProgress: setProgress,
      isStopped: () => isStopped.current,
    });
    setState('waiting');
  };
  const stop = () => {
    isStopped.current = true;
  };
  return { trial, progress, state, change, tryOut, carryOut, stop };
}

function firstAsk({ filter, deeds: offered }: Plan): Ask {
  const year = thisYear();
  const states: readonly unknown[] = Array.isArray(filter.states) ? filter.states : [];
  const deed = offered.find((one) => deeds[one].from.some((state) => states.includes(state))) ?? offered[0];
  return {
    deed: deed ?? 'verify',
    filter,
    programId: '',
    from: `${year}-01`,
    until: `${year}-12`,
    allowPartial: false,
    endedOn: '',
    reason: '',
  };
}
