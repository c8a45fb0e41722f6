import React from 'react';
import { segments } from '../mou-choices';
import { DataTable } from './data-table';
import { type MouPartProps, named } from './mou-facts';
import type { MouPageData } from './mou-page-data';
import { longDay, type PageLanguage } from './mou-page-texts';
import { Badge } from './page-parts';

const fieldNames = {
  titleAsWritten: { id: 'Judul', en: 'Title' },
  subject: { id: 'Tentang', en: 'Subject' },
  parties: { id: 'Para pihak', en: 'Parties' },
  effectiveFrom: { id: 'Mulai berlaku', en: 'Start' },
  effectiveUntil: { id: 'Berlaku sampai', en: 'End' },
  termText: { id: 'Masa dalam kata-kata', en: 'Term in words' },
  isAutoRenewed: { id: 'Diperpanjang otomatis', en: 'Renews itself' },
  noticeDays: { id: 'Pemberitahuan (hari)', en: 'Notice (days)' },
  segments: { id: 'Segmen', en: 'Segments' },
  scope: { id: 'Ruang lingkup', en: 'Scope' },
  plannedBeneficiaries: { id: 'Rencana peserta (orang)', en: 'Planned participants (persons)' },
  legalBasisIds: { id: 'Dasar hukum', en: 'Legal bases' },
} as const;
const changeNames = {
  SAME: { id: 'sama', en: 'same' },
  CHANGED: { id: 'berubah', en: 'changed' },
  ADDED: { id: 'baru', en: 'new' },
  KEPT: { id: 'tetap', en: 'kept' },
  DROPPED: { id: 'hilang', en: 'dropped' },
} as const;
const changeColours: Readonly<Record<string, string>> = {
  CHANGED: 'amber',
  ADDED: 'blue',
  DROPPED: 'red',
};

/** What the draft changes of the text that it follows, field by field; nothing for what follows none. */
export function MouComparison({ mou, language }: Pick<MouPartProps, 'mou' | 'language'>) {
  if (mou.comparison.length === 0) return null;
  const isIndonesian = language === 'id';
  const isAddendum = mou.kind === 'ADDENDUM';
  const changed = mou.comparison.filter(({ change }) => change !== 'SAME' && change !== 'KEPT').length;
  const former = isAddendum
    ? { id: 'Naskah yang ditandatangani', en: 'Signed text' }
    : { id: 'Naskah yang diperpanjang', en: 'Renewed text' };
  const present = isAddendum
    ? { id: 'Adendum ini', en: 'This addendum' }
    : { id: 'Naskah ini', en: 'This text' };
  return (
    <section className="payung-panel">
      <h2>{isIndonesian ? 'Perbandingan dengan naskah sebelumnya' : 'Compared with the text before'}</h2>
      <p>
        {isIndonesian
          ? `${changed} dari ${mou.comparison.length} isian berbeda.`
          : `${changed} of ${mou.comparison.length} fields differ.`}
        {isAddendum
          ? isIndonesian
            ? ' Yang tidak disebut adendum tetap berlaku seperti ditandatangani.'
            : ' What the addendum does not say stays as it was signed.'
          : ''}
      </p>
      <DataTable
        heads={[
          isIndonesian ? 'Isian' : 'Field',
          former[language],
          present[language],
          isIndonesian ? 'Perubahan' : 'Change',
        ]}
        rows={mou.comparison.map((difference) => ({
          key: difference.field,
          cells: cellsOf(difference, language),
        }))}
      />
    </section>
  );
}

function cellsOf(
  { field, signed, draft, change }: MouPageData['comparison'][number],
  language: PageLanguage,
) {
  const name = fieldNames[field as keyof typeof fieldNames]?.[language] ?? field;
  return [
    name,
    inWords(field, signed, language) ?? '–',
    inWords(field, draft, language) ?? '–',
    <Badge key="change" colour={changeColours[change] ?? 'grey'}>
      {changeNames[change as keyof typeof changeNames]?.[language] ?? change}
    </Badge>,
  ];
}

function inWords(field: string, value: string | null, language: PageLanguage): string | null {
  if (value === null) return null;
  if (field === 'effectiveFrom' || field === 'effectiveUntil') return longDay(value, language);
  if (field === 'isAutoRenewed') {
    const yes = value === 'true';
    return language === 'id' ? (yes ? 'Ya' : 'Tidak') : yes ? 'Yes' : 'No';
  }
  if (field !== 'segments') return value;
  return value
    .split('; ')
    .map((segment) => named(segments, segment, language))
    .join('; ');
}
