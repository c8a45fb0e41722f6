import React, { type ReactNode, useState } from 'react';
import { decideImport, type ImportPartProps } from './import-data';
import { Faults } from './import-drop';
import { ImportFindings } from './import-findings';
import { ImportGroups } from './import-groups';
import { ImportMapping } from './import-mapping';
import type { PageLanguage } from './mou-page-texts';
import { Facts, PageState, Panel, rupiah, usePageData, whole } from './page-parts';

const texts = {
  id: {
    title: 'Yang akan terjadi',
    nothing: 'Belum ada yang disimpan.',
    aside: 'baris dilewati karena bukan orang (judul, jumlah, tanda tangan), yaitu baris',
    save: 'Simpan',
    rows: 'baris',
    people: 'orang',
    remap: 'Ubah kolom',
    discard: 'Buang daftar ini',
    bad: 'Unduh baris yang salah (XLSX)',
    money: 'Biaya, kuota, dan anggaran',
    monthly: 'Iuran orang baru sebulan',
    quota: 'Kuota program',
    unlimited: 'tidak dibatasi',
    taken: 'terisi',
    full: 'Kuota tidak cukup untuk semua orang baru: kurangi baris, atau tambah kuota program.',
    year: 'Kebutuhan tahun',
    months: 'bulan',
    left: 'Anggaran yang belum ditagih tahun',
    short: 'Anggaran yang belum ditagih tidak cukup untuk orang-orang baru ini.',
  },
  en: {
    title: 'What would happen',
    nothing: 'Nothing is saved yet.',
    aside: 'rows were left out because they are nobody (titles, totals, signatures), namely rows',
    save: 'Save',
    rows: 'rows',
    people: 'people',
    remap: 'Change the columns',
    discard: 'Put this roster away',
    bad: 'Download the bad rows (XLSX)',
    money: 'Cost, quota and budget',
    monthly: 'Cost of the new people in a month',
    quota: 'Quota of the program',
    unlimited: 'not limited',
    taken: 'taken',
    full: 'The quota does not suffice for all new people: take rows out, or raise the quota.',
    year: 'Needed in',
    months: 'months',
    left: 'Budget not billed yet in',
    short: 'The budget that is not billed yet does not suffice for these new people.',
  },
} as const;

interface PreviewData {
  readonly importBatch: {
    readonly quota: { readonly places: number | null; readonly taken: number; readonly holds: boolean };
    readonly money: {
      readonly fiscalYear: number;
      readonly months: number;
      readonly neededRupiah: string;
      readonly leftRupiah: string | null;
      readonly holds: boolean | null;
    } | null;
  } | null;
}
type Preview = NonNullable<PreviewData['importBatch']>;

const query = `query ($id: ID!) { importBatch(id: $id) {
  quota { places taken holds } money { fiscalYear months neededRupiah leftRupiah holds } } }`;

/** What the roster would do, why rows cannot be taken, what it costs; and the decision. */
export function ImportPreview(props: ImportPartProps) {
  const { batch, language } = props;
  const words = texts[language];
  const [isMapping, setIsMapping] = useState(false);
  const { data, fault } = usePageData<PreviewData>(query, { id: batch.id });
  if (isMapping) return <ImportMapping {...props} />;
  if (!data?.importBatch || !batch.counts) return <PageState fault={fault} isAbsent={data !== null} />;
  const preview = data.importBatch;
  return (
    <>
      <Panel title={words.title}>
        <ImportGroups counts={batch.counts} language={language} />
        <Aside aside={batch.aside} language={language} />
        <p>{batch.committedCount === 0 ? words.nothing : null}</p>
        <Decision {...props} onRemap={() => setIsMapping(true)} />
      </Panel>
      <Money preview={preview} monthly={batch.monthlyRupiah} language={language} />
      <ImportFindings {...props} />
    </>
  );
}

/** Says which rows were taken for nobody: a person among them would be missed by nobody else. */
function Aside({
  aside,
  language,
}: Pick<ImportPartProps, 'language'> & Pick<ImportPartProps['batch'], 'aside'>) {
  if (!aside || aside.count === 0) return null;
  const more = aside.count > aside.rowNumbers.length ? ', …' : '';
  return (
    <p>
      {whole(aside.count, language)} {texts[language].aside} {aside.rowNumbers.join(', ')}
      {more}.
    </p>
  );
}

function Decision({ batch, language, reload, onRemap }: ImportPartProps & { readonly onRemap: () => void }) {
  const words = texts[language];
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const { viewerCan, counts, giveBackPath } = batch;
  const good = (counts?.new ?? 0) + (counts?.changed ?? 0);
  const decide = async (mutation: 'importCommit' | 'importDiscard') => {
    setIsBusy(true);
    const errors = await decideImport(mutation, batch).catch((error: unknown) => [
      { message: String(error) },
    ]);
    setFaults(errors.map(({ message }) => message));
    setIsBusy(false);
    await reload();
  };
  return (
    <>
      <Faults messages={faults} />
      <p className="payung-buttons">
        {viewerCan.commit ? (
          <button
            type="button"
            className="payung-main"
            disabled={isBusy}
            onClick={() => void decide('importCommit')}
          >
            {words.save} {whole(good, language)} {words.rows}
          </button>
        ) : null}
        {giveBackPath ? (
          <a className="payung-plain" href={giveBackPath} download>
            {words.bad}
          </a>
        ) : null}
        {viewerCan.map ? (
          <button type="button" className="payung-plain" disabled={isBusy} onClick={onRemap}>
            {words.remap}
          </button>
        ) : null}
        {viewerCan.discard ? (
          <button
            type="button"
            className="payung-plain"
            disabled={isBusy}
            onClick={() => void decide('importDiscard')}
          >
            {words.discard}
          </button>
        ) : null}
      </p>
    </>
  );
}

interface PartProps {
  readonly preview: Preview;
  readonly language: PageLanguage;
}

function Money({ preview, monthly, language }: PartProps & { readonly monthly: string | null }) {
  const words = texts[language];
  const { quota, money } = preview;
  const places =
    quota.places === null
      ? words.unlimited
      : `${whole(quota.places, language)} ${words.people}, ${whole(quota.taken, language)} ${words.taken}`;
  const rows: (readonly [string, ReactNode])[] = [
    [words.monthly, rupiah(monthly, language)],
    [words.quota, places],
  ];
  if (money) {
    const needed = `${rupiah(money.neededRupiah, language)} (${money.months} ${words.months})`;
    rows.push([`${words.year} ${money.fiscalYear}`, needed]);
    rows.push([`${words.left} ${money.fiscalYear}`, rupiah(money.leftRupiah, language)]);
  }
  return (
    <Panel title={words.money}>
      <Facts rows={rows} />
      {quota.holds ? null : <p className="payung-callout red">{words.full}</p>}
      {money?.holds === false ? <p className="payung-callout amber">{words.short}</p> : null}
    </Panel>
  );
}
