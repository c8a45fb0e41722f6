import React, { useState } from 'react';
import { type Asked, AskForm } from './ask-form';
import { DataTable } from './data-table';
import { askGraphql, type UserError } from './graphql-client';
import { longDay, type PageLanguage } from './mou-page-texts';
import { Panel, useLanguage } from './page-parts';

interface Renewal {
  readonly mouId: string;
  readonly title: string;
  readonly regionName: string;
  readonly endsOn: string;
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  readonly draftId: string | null;
  readonly message: string | null;
}

interface Answer {
  readonly mousRenewEach: { readonly results: readonly Renewal[]; readonly userErrors: readonly UserError[] };
}

const text = `mutation ($input: MousRenewEachInput!, $dryRun: Boolean!) { mousRenewEach(input: $input, dryRun: $dryRun) {
  results { mouId title regionName endsOn effectiveFrom effectiveUntil draftId message } userErrors { path code message } } }`;
const fields = {
  withinDays: {
    kind: 'choice',
    values: {
      30: { id: '30 hari', en: '30 days' },
      60: { id: '60 hari', en: '60 days' },
      90: { id: '90 hari', en: '90 days' },
      180: { id: '180 hari', en: '180 days' },
      366: { id: 'setahun', en: 'a year' },
    },
    label: { id: 'Berakhir dalam', en: 'Ends within' },
  },
  regionId: {
    kind: 'reference',
    to: 'region',
    label: { id: 'Daerah (kosong: semua wilayah Anda)', en: 'Region (empty: all of yours)' },
  },
} as const;

/** Drafts the renewals of all agreements that end soon, after a trial that says which. */
export default function MouRenewals() {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const [asked, setAsked] = useState<Asked<typeof fields>>({ withinDays: '90', regionId: '' });
  const [results, setResults] = useState<readonly Renewal[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (dryRun: boolean): Promise<void> => {
    setBusy(true);
    const regionIds = asked.regionId === '' ? null : [asked.regionId];
    const variables = { input: { withinDays: Number(asked.withinDays), regionIds }, dryRun };
    try {
      const { mousRenewEach: answer } = await askGraphql<Answer>(text, variables);
      setFault(answer.userErrors.map(({ message }) => message).join(' ') || null);
      setResults(answer.results);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  const possible =
    results?.filter(({ message, draftId }) => message === null && draftId === null).length ?? 0;
  return (
    <div className="payung-record">
      <Panel title={isIndonesian ? 'Yang segera berakhir' : 'What ends soon'}>
        <AskForm
          fields={fields}
          asked={asked}
          onChange={(next) => {
            setAsked(next);
            setResults(null);
          }}
        />
        <p>
          {isIndonesian
            ? 'Rancangan perpanjangan memuat para pihak, ruang lingkup, dan dasar hukum yang masih berlaku; masanya menyambung yang sekarang. Coba dahulu: belum ada yang dibuat.'
            : 'The draft of a renewal holds the parties, the scope and the legal bases in force; its term follows the present one. Try it out first: nothing is made yet.'}
        </p>
        <p className="payung-buttons">
          <button type="button" className="payung-plain" disabled={isBusy} onClick={() => void send(true)}>
            {isIndonesian ? 'Coba dahulu' : 'Try it out'}
          </button>
          <button
            type="button"
            className="payung-main"
            disabled={isBusy || possible === 0}
            onClick={() => void send(false)}
          >
            {isIndonesian ? `Buat ${possible} rancangan` : `Make ${possible} drafts`}
          </button>
        </p>
        <p role="status" className={fault ? 'payung-faults' : ''}>
          {fault}
        </p>
      </Panel>
      {results ? <Results results={results} language={language} /> : null}
    </div>
  );
}

function Results({
  results,
  language,
}: {
  readonly results: readonly Renewal[];
  readonly language: PageLanguage;
}) {
  const isIndonesian = language === 'id';
  const made = results.filter(({ draftId }) => draftId !== null).length;
  const title =
    made > 0
      ? isIndonesian
        ? `${made} rancangan dibuat`
        : `${made} drafts made`
      : isIndonesian
        ? `${results.length} perjanjian segera berakhir`
        : `${results.length} agreements end soon`;
  return (
    <Panel title={title}>
      {results.length === 0 ? (
        <p>{isIndonesian ? 'Tidak ada yang berakhir tanpa penerus.' : 'Nothing ends without a successor.'}</p>
      ) : (
        <DataTable
          heads={
            isIndonesian
              ? ['Perjanjian', 'Daerah', 'Berakhir', 'Masa berikutnya', 'Hasil']
              : ['Agreement', 'Region', 'Ends', 'Next term', 'Outcome']
          }
          rows={results.map((renewal) => ({ key: renewal.mouId, cells: cellsOf(renewal, language) }))}
        />
      )}
    </Panel>
  );
}

function cellsOf(
  { mouId, title, regionName, endsOn, effectiveFrom, effectiveUntil, draftId, message }: Renewal,
  language: PageLanguage,
) {
  const isIndonesian = language === 'id';
  const term = [effectiveFrom, effectiveUntil].map((day) => longDay(day, language) ?? '?').join(' – ');
  const outcome = draftId ? (
    <a key="draft" href={`/admin/resources/mou/records/${draftId}/show`}>
      {isIndonesian ? 'Buka rancangan' : 'Open the draft'}
    </a>
  ) : (
    (message ?? (isIndonesian ? 'dapat dibuat' : 'can be made'))
  );
  return [
    <a key="mou" href={`/admin/resources/mou/records/${mouId}/show`}>
      {title}
    </a>,
    regionName,
    longDay(endsOn, language),
    effectiveFrom ? term : '–',
    outcome,
  ];
}
