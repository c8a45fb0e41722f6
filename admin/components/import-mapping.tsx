import React, { useState } from 'react';
import { importFields } from '../import-choices';
import { DataTable } from './data-table';
import { askGraphql, type UserError } from './graphql-client';
import { decideImport, type ImportColumnData, type ImportPartProps } from './import-data';
import { type Defaults, ImportDefaults } from './import-defaults';
import { Faults } from './import-drop';
import type { PageLanguage } from './mou-page-texts';
import { PageState, usePageData } from './page-parts';

const texts = {
  id: {
    title: 'Apa isi tiap kolom?',
    help: 'Tebakan kami sudah diisi; periksa dengan contohnya. Pilihan ini diingat untuk daftar berikutnya pada program ini.',
    heads: ['Judul kolom', 'Dibaca sebagai'],
    column: 'Kolom',
    untitled: 'tanpa judul',
    skipped: '(tidak dibaca)',
    row: 'Judul kolom ditemukan di baris',
    missing: 'Pilih dahulu kolom untuk',
    twice: 'Dipilih dua kali',
    go: 'Periksa daftar ini',
    discard: 'Buang daftar ini',
  },
  en: {
    title: 'What does each column hold?',
    help: 'Our guess is filled in; compare it with the samples. Your choice is remembered for the next roster of this program.',
    heads: ['Header', 'Read as'],
    column: 'Column',
    untitled: 'no header',
    skipped: '(not read)',
    row: 'The header was found in row',
    missing: 'First choose the column for',
    twice: 'Chosen twice',
    go: 'Check this roster',
    discard: 'Put this roster away',
  },
} as const;

interface MappingData {
  readonly importBatch: {
    readonly columns: readonly ImportColumnData[];
    readonly category: { readonly id: string; readonly name: string } | null;
    readonly enteredOn: string | null;
    readonly decree: string | null;
    readonly cohort: string | null;
    readonly decileSource: string | null;
    readonly decileOn: string | null;
  } | null;
}
type Mapped = NonNullable<MappingData['importBatch']>;

const query = `query ($id: ID!) { importBatch(id: $id) {
  columns { index header field samples } category { id name } enteredOn decree cohort decileSource decileOn } }`;
const mutation = `mutation ($id: ID!, $version: Int!, $input: ImportMapInput!) {
  importMap(id: $id, expectedVersion: $version, input: $input) { userErrors { path code message } } }`;

/** Says what the columns are, with what the program found out by itself filled in. */
export function ImportMapping(props: ImportPartProps) {
  const { data, fault } = usePageData<MappingData>(query, { id: props.batch.id });
  if (!data?.importBatch) return <PageState fault={fault} isAbsent={data !== null} />;
  return <MappingForm {...props} mapped={data.importBatch} />;
}

function MappingForm({ batch, language, reload, mapped }: ImportPartProps & { readonly mapped: Mapped }) {
  const words = texts[language];
  const [fields, setFields] = useState<Fields>(
    () => new Map(mapped.columns.map(({ index, field }) => [index, field === 'IGNORE' ? null : field])),
  );
  const [defaults, setDefaults] = useState<Defaults>(() => defaultsOf(mapped));
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const chosen = [...fields.values()].filter((field) => field !== null);
  const hints = hintsOf(chosen, language);
  const act = async (decide: () => Promise<readonly UserError[]>) => {
    setIsBusy(true);
    const errors = await decide().catch(asError);
    setFaults(errors.map(({ message }) => message));
    setIsBusy(false);
    await reload();
  };
  return (
    <section className="payung-panel payung-form" aria-busy={isBusy}>
      <h2>{words.title}</h2>
      <p className="payung-hint">
        {words.row} {batch.headerRow}. {words.help}
      </p>
      <div className="payung-mapping">
        <DataTable
          heads={words.heads}
          rows={mapped.columns.map((column) => ({
            key: String(column.index),
            cells: columnCells(column, language, fields.get(column.index) ?? null, (field) =>
              setFields(new Map([...fields, [column.index, field]])),
            ),
          }))}
        />
      </div>
      <ImportDefaults defaults={defaults} hasDecile={chosen.includes('DECILE')} onChange={setDefaults} />
      <Faults messages={faults} />
      <p role="status">{hints.join(' ')}</p>
      {batch.viewerCan.map ? (
        <p className="payung-buttons">
          <button
            type="button"
            className="payung-main"
            disabled={isBusy || hints.length > 0}
            onClick={() => void act(() => confirmMapping(batch, fields, defaults))}
          >
            {words.go}
          </button>
          <button
            type="button"
            className="payung-plain"
            disabled={isBusy || !batch.viewerCan.discard}
            onClick={() => void act(() => decideImport('importDiscard', batch))}
          >
            {words.discard}
          </button>
        </p>
      ) : null}
    </section>
  );
}

type Fields = ReadonlyMap<number, string | null>;

function columnCells(
  { index, header, samples }: ImportColumnData,
  language: PageLanguage,
  field: string | null,
  onChange: (field: string | null) => void,
) {
  const words = texts[language];
  const name = header || `${words.column} ${index + 1} (${words.untitled})`;
  return [
    <React.Fragment key="name">
      {name}
      {samples.length === 0 ? null : <small>{samples.join(' · ')}</small>}
    </React.Fragment>,
    <select
      key="field"
      className="payung-input"
      aria-label={`${words.heads[1]}: ${name}`}
      value={field ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{words.skipped}</option>
      {Object.entries(importFields).map(([code, label]) => (
        <option key={code} value={code}>
          {label[language]}
        </option>
      ))}
    </select>,
  ];
}

/** Why the columns cannot be confirmed yet; the service decides again. */
function hintsOf(chosen: readonly string[], language: PageLanguage): string[] {
  const words = texts[language];
  const name = (field: string) => importFields[field as keyof typeof importFields]?.[language] ?? field;
  const missing = ['NIK', 'NAME'].filter((field) => !chosen.includes(field)).map(name);
  const twice = [...new Set(chosen.filter((field, place) => chosen.indexOf(field) !== place))].map(name);
  return [
    ...(missing.length > 0 ? [`${words.missing} ${missing.join(', ')}.`] : []),
    ...(twice.length > 0 ? [`${words.twice}: ${twice.join(', ')}.`] : []),
  ];
}

async function confirmMapping(
  { id, version }: ImportPartProps['batch'],
  fields: Fields,
  defaults: Defaults,
): Promise<readonly UserError[]> {
  const columns = [...fields]
    .filter(([, field]) => field !== null)
    .map(([index, field]) => ({ index, field }));
  const given = Object.entries(defaults).map(([name, value]) => [name, value === '' ? null : value]);
  const input = { columns, ...Object.fromEntries(given) };
  const answer = await askGraphql<{ importMap: { userErrors: readonly UserError[] } }>(mutation, {
    ...{ id, version, input },
  });
  return answer.importMap.userErrors;
}

function defaultsOf(mapped: Mapped): Defaults {
  return {
    categoryId: mapped.category?.id ?? '',
    enteredOn: mapped.enteredOn ?? '',
    decree: mapped.decree ?? '',
    cohort: mapped.cohort ?? '',
    decileSource: mapped.decileSource ?? '',
    decileOn: mapped.decileOn ?? '',
  };
}

function asError(error: unknown): readonly UserError[] {
  return [{ path: [], code: '', message: error instanceof Error ? error.message : String(error) }];
}
