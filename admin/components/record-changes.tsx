import { type RecordJSON, type ResourceJSON, useTranslation } from 'adminjs';
import React from 'react';
import { DataTable } from './data-table';
import { longDay } from './mou-page-texts';
import { useLanguage } from './page-parts';
import { isSame, type Params, partOf } from './record-diff';

const words = {
  id: {
    title: 'Data ini diubah orang lain sejak Anda membukanya',
    about:
      'Belum ada yang disimpan, dan isian Anda tetap di sini. Periksa perubahannya, lalu tekan tombolnya lagi.',
    none: 'Isinya sama; hanya nomor versinya yang bertambah.',
    heads: ['Isian', 'Semula', 'Sekarang'],
    empty: '(kosong)',
  },
  en: {
    title: 'Somebody else has changed this record since you opened it',
    about:
      'Nothing is saved yet, and what you typed is still here. Look at the change, then press the button again.',
    none: 'Its content is the same; only the number of its version grew.',
    heads: ['Field', 'Before', 'Now'],
    empty: '(empty)',
  },
} as const;

interface Props {
  readonly before: RecordJSON;
  readonly now: RecordJSON;
  readonly resource: ResourceJSON;
}

/** What somebody else changed while a decision was being taken. */
export function RecordChanges({ before, now, resource }: Props) {
  const texts = words[useLanguage()];
  const { translateProperty } = useTranslation();
  const shown = useShown(resource, { ...before.populated, ...now.populated });
  const changed = resource.showProperties.filter(
    ({ name }) => name !== 'updatedAt' && !isSame(before.params, now.params, name),
  );
  const rows = changed.map(({ name }) => ({
    key: name,
    cells: [translateProperty(name, resource.id), shown(before.params, name), shown(now.params, name)],
  }));
  return (
    <section className="payung-callout payung-impact amber" role="alert">
      <h2>{texts.title}</h2>
      <p>{texts.about}</p>
      {rows.length > 0 ? <DataTable heads={texts.heads} rows={rows} /> : <p>{texts.none}</p>}
    </section>
  );
}

/** A field as people read it: titles of records, names of choices, days in words. */
export function useShown(
  resource: ResourceJSON,
  populated: RecordJSON['populated'],
): (params: Params, field: string) => string {
  const language = useLanguage();
  const texts = words[language];
  const { translateLabel } = useTranslation();
  return (params, field) => {
    const property = resource.properties[field];
    const plain = (value: string): string | null => {
      if (property?.availableValues) return translateLabel(`${field}.${value}`, resource.id);
      return property?.type === 'date' ? longDay(value.slice(0, 10), language) : value;
    };
    const parts = Object.entries(partOf(params, field)).map(
      ([key, value]) => populated[key]?.title ?? plain(String(value)),
    );
    return parts.length > 0 ? parts.join(' · ') : texts.empty;
  };
}
