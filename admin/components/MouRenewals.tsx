import type { ActionProps } from 'adminjs';
import React, { useState } from 'react';
import { type Asked, AskForm } from './ask-form';
import { FilterWords, filtersIn } from './filter-words';
import { askGraphql, type UserError } from './graphql-client';
import { useListAnswer } from './list-answer';
import { canBeMade, RenewalResults } from './mou-renewal-results';
import { type Renewal, renewalsText } from './mou-renewals-data';
import { PageState, Panel, useLanguage } from './page-parts';

interface Answer {
  readonly mousRenewEach: { readonly results: readonly Renewal[]; readonly userErrors: readonly UserError[] };
}

const fields = {
  withinDays: {
    kind: 'choice',
    values: {
      '': { id: 'kapan saja, juga yang sudah berakhir', en: 'whenever, or over already' },
      30: { id: '30 hari', en: '30 days' },
      60: { id: '60 hari', en: '60 days' },
      90: { id: '90 hari', en: '90 days' },
      180: { id: '180 hari', en: '180 days' },
      366: { id: 'setahun', en: 'a year' },
    },
    label: { id: 'Berakhir dalam', en: 'Ends within' },
  },
} as const;
const words = {
  id: {
    which: 'Perjanjian mana',
    all: 'Semua perjanjian di wilayah Anda.',
    narrow: 'Saring di daftar',
    intro:
      'Rancangan perpanjangan memuat para pihak, ruang lingkup, dan dasar hukum yang masih berlaku; masanya menyambung yang sekarang. Coba dahulu: belum ada yang dibuat. Perjanjian tanpa tanggal akhir, adendum, dan yang sudah punya penerus tidak ikut.',
    tryOut: 'Coba dahulu',
    make: (count: number) => `Buat ${count} rancangan`,
  },
  en: {
    which: 'Which agreements',
    all: 'All agreements in your regions.',
    narrow: 'Narrow down in the list',
    intro:
      'The draft of a renewal holds the parties, the scope and the legal bases in force; its term follows the present one. Try it out first: nothing is made yet. Agreements without an end date, addenda and those with a successor are left out.',
    tryOut: 'Try it out',
    make: (count: number) => `Make ${count} drafts`,
  },
} as const;

/** Drafts the renewals of the agreements that the list's filter matches, after a trial from which one chooses. */
export default function MouRenewals({ resource }: ActionProps) {
  const { answer, fault } = useListAnswer(resource.id, 'renewals');
  if (!answer) return <PageState fault={fault} isAbsent={false} />;
  return <Renewals resource={resource} filter={answer.filter} search={window.location.search} />;
}

interface Props extends Pick<ActionProps, 'resource'> {
  /** The service's filter that the address stands for. */
  readonly filter: object;
  readonly search: string;
}

function Renewals({ resource, filter, search }: Props) {
  const language = useLanguage();
  const texts = words[language];
  const narrowed = filtersIn(search);
  const [asked, setAsked] = useState<Asked<typeof fields>>({ withinDays: narrowed.length > 0 ? '' : '90' });
  const [results, setResults] = useState<readonly Renewal[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const chosen = (results ?? []).filter((one) => canBeMade(one) && !left.has(one.mouId));
  const send = async (dryRun: boolean): Promise<void> => {
    setBusy(true);
    const withinDays = asked.withinDays === '' ? null : Number(asked.withinDays);
    const mouIds = dryRun ? null : chosen.map(({ mouId }) => mouId);
    try {
      const variables = { input: { withinDays, filter, mouIds }, dryRun };
      const { mousRenewEach: answer } = await askGraphql<Answer>(renewalsText, variables);
      setFault(answer.userErrors.map(({ message }) => message).join(' ') || null);
      setResults(answer.results);
      setLeft(new Set());
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <div className="payung-record">
      <Panel title={texts.which}>
        {narrowed.length > 0 ? <FilterWords resource={resource} filters={narrowed} /> : <p>{texts.all}</p>}
        <p>
          <a href={`/admin/resources/${resource.id}${search}`}>{texts.narrow}</a>
        </p>
        <AskForm
          fields={fields}
          asked={asked}
          onChange={(next) => {
            setAsked(next);
            setResults(null);
          }}
        />
        <p>{texts.intro}</p>
        <p className="payung-buttons">
          <button type="button" className="payung-plain" disabled={isBusy} onClick={() => void send(true)}>
            {texts.tryOut}
          </button>
          <button
            type="button"
            className="payung-main"
            disabled={isBusy || chosen.length === 0}
            onClick={() => void send(false)}
          >
            {texts.make(chosen.length)}
          </button>
        </p>
        <p role="status" className={fault ? 'payung-faults' : ''}>
          {fault}
        </p>
      </Panel>
      {results ? <RenewalResults results={results} left={left} onLeave={setLeft} /> : null}
    </div>
  );
}
