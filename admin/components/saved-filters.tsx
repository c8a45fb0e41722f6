import React, { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { askGraphql, type UserError } from './graphql-client';
import { useLanguage, usePageData } from './page-parts';
import { offerUndo } from './undo';

interface Filter {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
  readonly ownerName: string | null;
}

interface Filters {
  readonly savedFilters: { readonly nodes: readonly Filter[] };
}

interface Changed {
  readonly done: { readonly userErrors: readonly UserError[] };
}

const query = `query ($concept: String!) { savedFilters(filter: { concepts: [$concept] }, first: 100) { nodes {
  id version name query isShared isOwn ownerName } } }`;
const create = `mutation ($input: SavedFilterCreateInput!) { done: savedFilterCreate(input: $input) { userErrors { path code message } } }`;
const remove = `mutation ($id: ID!, $version: Int!) { done: savedFilterRemove(id: $id, expectedVersion: $version) { userErrors { path code message } } }`;
const words = {
  id: {
    title: 'Saringan tersimpan',
    none: 'Belum ada saringan tersimpan untuk daftar ini.',
    hint: 'Saring daftarnya dahulu; lalu simpan saringannya di sini.',
    by: (name: string | null) => `dibagikan ${name ?? 'orang lain'}`,
    mine: 'dibagikan ke semua',
    remove: (name: string) => `Hapus ${name}`,
    removed: (name: string) => `Saringan ${name} dihapus.`,
    name: 'Nama saringan',
    example: 'misalnya "PKS berakhir tahun ini"',
    share: 'Bagikan kepada semua yang masuk',
    save: 'Simpan saringan ini',
  },
  en: {
    title: 'Saved filters',
    none: 'No saved filter for this list yet.',
    hint: 'Narrow the list first; then save its filter here.',
    by: (name: string | null) => `shared by ${name ?? 'somebody'}`,
    mine: 'shared with everybody',
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string) => `The filter ${name} was removed.`,
    name: 'Name of the filter',
    example: 'such as "PKS ending this year"',
    share: 'Share with everybody who signs in',
    save: 'Save this filter',
  },
} as const;

/** Filters of this list that the reader keeps or that others share, and keeping the one that is set. */
export function SavedFilters({ concept }: { readonly concept: string }) {
  const texts = words[useLanguage()];
  const { search } = useLocation();
  const { data, reload } = usePageData<Filters>(query, { concept });
  const [fault, setFault] = useState<string | null>(null);
  const filters = data?.savedFilters.nodes ?? [];
  const set = setFilterOf(search);
  const change = async (mutation: string, variables: object): Promise<boolean> => {
    try {
      const { done } = await askGraphql<Changed>(mutation, variables);
      const [problem] = done.userErrors;
      setFault(problem?.message ?? null);
      await reload();
      return problem === undefined;
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      return false;
    }
  };
  const forget = async ({ id, version, name, query: saved, isShared }: Filter): Promise<void> => {
    if (!(await change(remove, { id, version }))) return;
    const input = { concept, name, query: saved, isShared };
    const run = async (): Promise<void> => {
      const { done } = await askGraphql<Changed>(create, { input });
      const [problem] = done.userErrors;
      if (problem) throw new Error(problem.message);
      await reload();
    };
    offerUndo({ label: texts.removed(name), run });
  };
  return (
    <details className="payung-saved">
      <summary className="payung-plain">
        {texts.title} ({filters.length})
      </summary>
      <div className="payung-panel">
        {filters.length === 0 ? <p>{texts.none}</p> : null}
        <FilterList concept={concept} filters={filters} onForget={(filter) => void forget(filter)} />
        {set === '' ? (
          <p>{texts.hint}</p>
        ) : (
          <KeepForm onKeep={(entered) => change(create, { input: { concept, query: set, ...entered } })} />
        )}
        {fault ? (
          <p role="alert" className="payung-callout red">
            {fault}
          </p>
        ) : null}
      </div>
    </details>
  );
}

interface ListProps {
  readonly concept: string;
  readonly filters: readonly Filter[];
  readonly onForget: (filter: Filter) => void;
}

function FilterList({ concept, filters, onForget }: ListProps) {
  const texts = words[useLanguage()];
  return (
    <ul>
      {filters.map((filter) => (
        <li key={filter.id}>
          <Link to={`/admin/resources/${concept}?${filter.query}`}>{filter.name}</Link>{' '}
          {filter.isShared ? <small>{filter.isOwn ? texts.mine : texts.by(filter.ownerName)}</small> : null}
          {filter.isOwn ? (
            <button
              type="button"
              className="payung-plain"
              aria-label={texts.remove(filter.name)}
              onClick={() => onForget(filter)}
            >
              <span aria-hidden="true">×</span>
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface FormProps {
  /** Whether it was kept; the form is emptied then. */
  readonly onKeep: (entered: { readonly name: string; readonly isShared: boolean }) => Promise<boolean>;
}

/** Keeps the filter that is set, under a name. */
function KeepForm({ onKeep }: FormProps) {
  const texts = words[useLanguage()];
  const keep = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const entered = new FormData(form);
    const name = String(entered.get('name') ?? '');
    if (await onKeep({ name, isShared: entered.get('isShared') === 'on' })) form.reset();
  };
  return (
    <form className="payung-form" onSubmit={(event) => void keep(event)}>
      <label htmlFor="saved-name">{texts.name}</label>
      <input
        id="saved-name"
        name="name"
        className="payung-input"
        maxLength={100}
        required
        placeholder={texts.example}
      />
      <label>
        <input type="checkbox" name="isShared" /> {texts.share}
      </label>
      <p className="payung-buttons">
        <button type="submit" className="payung-main">
          {texts.save}
        </button>
      </p>
    </form>
  );
}

/** What the list is narrowed and sorted by, without the page it is on; empty: by nothing. */
function setFilterOf(search: string): string {
  const kept = [...new URLSearchParams(search)].filter(
    ([name, value]) =>
      value !== '' && (name.startsWith('filters.') || name === 'sortBy' || name === 'direction'),
  );
  if (!kept.some(([name]) => name.startsWith('filters.'))) return '';
  return new URLSearchParams(kept).toString();
}
