import React, { type ReactNode } from 'react';
import { awardLevels } from '../award-choices';
import { mouKinds, mouPhaseColours, mouPhases, mouStateColours, mouStates } from '../mou-choices';
import { regulationPhaseColours, regulationPhases } from '../regulation-choices';
import { DataTable } from './data-table';
import { named } from './mou-facts';
import { longDay, type PageLanguage } from './mou-page-texts';
import { Badge, Panel, type Words, whole } from './page-parts';
import type { RegionFacts, RegionMou } from './region-page-data';

interface Props {
  readonly region: RegionFacts;
  readonly language: PageLanguage;
}

const heads = {
  mous: {
    id: ['Perjanjian', 'Jenis', 'Ditandatangani', 'Berlaku sampai', 'Keadaan'],
    en: ['Agreement', 'Kind', 'Signed', 'Valid until', 'State'],
  },
  regulations: { id: ['Peraturan', 'Tentang', 'Keadaan'], en: ['Regulation', 'About', 'State'] },
  awards: { id: ['Tahun', 'Penghargaan', 'Tingkat', 'Peringkat'], en: ['Year', 'Award', 'Level', 'Rank'] },
} as const;

/** Agreements, law, awards and offices of a region: what its register says, each with the record behind it. */
export function RegionRegister({ region, language }: Props) {
  const isIndonesian = language === 'id';
  return (
    <>
      <Listing
        title={isIndonesian ? 'Perjanjian' : 'Agreements'}
        href={`/admin/resources/mou?filters.region=${region.id}`}
        language={language}
        none={{ id: 'Belum ada perjanjian yang dicatat.', en: 'No agreement is recorded yet.' }}
        heads={heads.mous[language]}
        rows={region.mous.nodes.map((mou) => mouRow(mou, language))}
      />
      <Listing
        title={isIndonesian ? 'Dasar hukum daerah' : 'Law of the region'}
        href={`/admin/resources/regulation?filters.issuerRegion=${region.id}`}
        language={language}
        none={{
          id: 'Belum ada peraturan daerah yang dicatat.',
          en: 'No regulation of the region is recorded yet.',
        }}
        heads={heads.regulations[language]}
        rows={region.regulations.nodes.map(({ id, displayTitle, title, phase }) => ({
          key: id,
          cells: [
            <a key="title" href={`/admin/resources/regulation/records/${id}/show`}>
              {displayTitle}
            </a>,
            title ?? '–',
            <Badge key="phase" colour={regulationPhaseColours[phase] ?? 'grey'}>
              {named(regulationPhases, phase, language)}
            </Badge>,
          ],
        }))}
      />
      <Listing
        title={isIndonesian ? 'Penghargaan' : 'Awards'}
        href={`/admin/resources/award?filters.recipient=${region.id}`}
        language={language}
        none={{ id: 'Belum ada penghargaan yang dicatat.', en: 'No award is recorded yet.' }}
        heads={heads.awards[language]}
        rows={region.awards.nodes.map(({ id, name, editionYear, level, category, rank }) => ({
          key: id,
          cells: [
            String(editionYear),
            <a key="name" href={`/admin/resources/award/records/${id}/show`}>
              {category ? `${name}, ${category}` : name}
            </a>,
            named(awardLevels, level, language),
            whole(rank, language) ?? '–',
          ],
        }))}
      />
    </>
  );
}

function mouRow(mou: RegionMou, language: PageLanguage) {
  const { id, kind, titleAsWritten, subject, state, phase, endsOn, daysLeft, signing } = mou;
  const left = language === 'id' ? `${daysLeft} hari lagi` : `${daysLeft} days left`;
  return {
    key: id,
    cells: [
      <React.Fragment key="title">
        <a href={`/admin/resources/mou/records/${id}/show`}>{titleAsWritten}</a>
        {subject ? <small className="payung-line">{subject}</small> : null}
      </React.Fragment>,
      named(mouKinds, kind, language),
      longDay(signing?.on ?? null, language) ?? '–',
      <React.Fragment key="until">
        {longDay(endsOn, language) ?? '–'}
        {daysLeft !== null && daysLeft >= 0 && phase === 'EXPIRING' ? (
          <small className="payung-line">{left}</small>
        ) : null}
      </React.Fragment>,
      <Badge key="phase" colour={(phase ? mouPhaseColours[phase] : mouStateColours[state]) ?? 'grey'}>
        {named(phase ? mouPhases : mouStates, phase ?? state, language)}
      </Badge>,
    ],
  };
}

interface ListingProps {
  readonly title: string;
  /** The list behind it. */
  readonly href: string;
  readonly language: PageLanguage;
  readonly none: Words;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

function Listing({ title, href, language, none, heads: names, rows }: ListingProps) {
  return (
    <Panel title={`${title} (${rows.length})`}>
      {rows.length > 0 ? <DataTable heads={names} rows={rows} /> : <p>{none[language]}</p>}
      <p className="payung-screen-only payung-more">
        <a href={href}>{language === 'id' ? 'Buka daftarnya' : 'Open the list'}</a>
      </p>
    </Panel>
  );
}
