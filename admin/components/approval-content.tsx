import React from 'react';
import { fundingSources, segments } from '../money-choices';
import { mouFacts, mouKinds } from '../mou-choices';
import type { ApprovalData, MouContent, ProgramContent } from './approval-data';
import { DataTable } from './data-table';
import { named } from './mou-facts';
import { longDay, type PageLanguage } from './mou-page-texts';
import { Facts, monthName, rupiah, whole } from './page-parts';

interface Props {
  readonly approval: ApprovalData;
  readonly language: PageLanguage;
}

/** What the person is asked to agree to, as it stands under the digest. */
export function ApprovalContent({ approval, language }: Props) {
  if (approval.mou) return <MouToApprove mou={approval.mou} language={language} />;
  if (approval.subject === 'ENROLLMENT_LIST')
    return <PeopleToApprove approval={approval} language={language} />;
  if (approval.program) return <ProgramToApprove program={approval.program} language={language} />;
  return null;
}

function MouToApprove({ mou, language }: { readonly mou: MouContent; readonly language: PageLanguage }) {
  const isIndonesian = language === 'id';
  const term = [mou.period?.from ?? null, mou.period?.until ?? null].map((day) => longDay(day, language));
  const texts = mou.documents.filter(({ kind }) => kind === 'DRAFT_TEXT' || kind === 'ATTACHMENT');
  return (
    <>
      <Facts
        rows={[
          [isIndonesian ? 'Jenis' : 'Kind', named(mouKinds, mou.kind, language)],
          [isIndonesian ? 'Tentang' : 'Subject', mou.subject],
          [
            isIndonesian ? 'Masa berlaku' : 'Term',
            term.some(Boolean) ? term.map((day) => day ?? '?').join(' – ') : mou.termText,
          ],
          [isIndonesian ? 'Pemberitahuan (hari)' : 'Notice (days)', whole(mou.noticeDays, language)],
          [isIndonesian ? 'Ruang lingkup' : 'Scope', mou.scope.length > 0 ? mou.scope.join('; ') : null],
          [
            isIndonesian ? 'Dasar hukum' : 'Legal bases',
            listed(mou.legalBases.map(({ displayTitle }) => displayTitle)),
          ],
          [
            isIndonesian ? 'Naskah terlampir' : 'Attached text',
            texts.length > 0
              ? texts.map(({ id, fileName, downloadPath }) => (
                  <a key={id} className="payung-line" href={downloadPath}>
                    {fileName}
                  </a>
                ))
              : isIndonesian
                ? 'belum ada'
                : 'none yet',
          ],
        ]}
      />
      <DataTable
        heads={isIndonesian ? ['Pihak', 'Nomor', 'Penanda tangan'] : ['Party', 'Number', 'Signatory']}
        rows={mou.parties.map(({ id, displayName, number, signatory }) => ({
          key: id,
          cells: [displayName, number ?? '–', signatory?.displayName ?? '–'],
        }))}
      />
      {mou.missing.length > 0 ? (
        <p>
          <b>{isIndonesian ? 'Belum tercatat: ' : 'Not recorded yet: '}</b>
          {mou.missing.map((fact) => named(mouFacts, fact, language)).join(', ')}
        </p>
      ) : null}
    </>
  );
}

function ProgramToApprove({
  program,
  language,
}: {
  readonly program: ProgramContent;
  readonly language: PageLanguage;
}) {
  const isIndonesian = language === 'id';
  const { period, budgetLines } = program;
  const total = budgetLines.reduce(
    (sum, { revisedRupiah, originalRupiah }) => sum + BigInt(revisedRupiah ?? originalRupiah),
    0n,
  );
  return (
    <>
      <Facts
        rows={[
          [
            isIndonesian ? 'Masa' : 'Period',
            `${monthName(period.from, language)} – ${monthName(period.until, language)}`,
          ],
          [isIndonesian ? 'Kuota (orang)' : 'Quota (persons)', whole(program.quota, language)],
          [isIndonesian ? 'Perangkat daerah' : 'Agency', program.agency],
          [
            isIndonesian ? 'Segmen' : 'Segment',
            named(segments, program.segment, language) + (program.hasJht ? ' + JHT' : ''),
          ],
          [isIndonesian ? 'Sasaran' : 'Target group', listed(program.categories.map(({ name }) => name))],
          [
            isIndonesian ? 'Dasar hukum' : 'Legal bases',
            listed(program.legalBases.map(({ displayTitle }) => displayTitle)),
          ],
          [
            isIndonesian ? 'Perjanjian' : 'Agreements',
            listed(program.mous.map(({ titleAsWritten }) => titleAsWritten)),
          ],
          [isIndonesian ? 'Anggaran seluruhnya' : 'Budget in all', rupiah(String(total), language)],
        ]}
      />
      <DataTable
        heads={
          isIndonesian
            ? ['Tahun', 'Sumber dana', 'Pagu murni', 'Pagu perubahan']
            : ['Year', 'Source', 'Original', 'Revised']
        }
        rows={budgetLines.map(({ id, fiscalYear, fundingSource, originalRupiah, revisedRupiah }) => ({
          key: id,
          cells: [
            fiscalYear,
            named(fundingSources, fundingSource, language),
            rupiah(originalRupiah, language),
            rupiah(revisedRupiah, language) ?? '–',
          ],
        }))}
      />
      {program.unfoundedMonths.length > 0 ? (
        <p className="payung-callout amber">
          {isIndonesian
            ? 'Ada bulan tanpa dasar hukum atau perjanjian yang berlaku. Lihat halaman programnya.'
            : 'Some months have no legal basis or agreement in force. See the page of the program.'}
        </p>
      ) : null}
    </>
  );
}

function PeopleToApprove({ approval, language }: Props) {
  const isIndonesian = language === 'id';
  const { people, decree, program } = approval;
  const rest = people.totalCount - people.nodes.length;
  return (
    <>
      <Facts
        rows={[
          [isIndonesian ? 'Jumlah (orang)' : 'Number (persons)', whole(people.totalCount, language)],
          [
            isIndonesian ? 'Nomor SK' : 'Decree',
            decree ?? (isIndonesian ? 'semua yang terverifikasi' : 'everyone verified'),
          ],
        ]}
      />
      <DataTable
        heads={isIndonesian ? ['Nama', 'NIK', 'Kategori', 'Jabatan'] : ['Name', 'NIK', 'Category', 'Post']}
        rows={people.nodes.map(({ id, beneficiary, category, post }) => ({
          key: id,
          cells: [
            <a key="person" href={`/admin/resources/enrollment/records/${id}/show`}>
              {beneficiary.name}
            </a>,
            beneficiary.nik,
            category.name,
            post ?? '–',
          ],
        }))}
      />
      {rest > 0 ? (
        <p>
          <a href={`/admin/resources/enrollment?${new URLSearchParams(peopleFilter(program?.id, decree))}`}>
            {isIndonesian ? `dan ${whole(rest, language)} orang lagi` : `and ${whole(rest, language)} more`}
          </a>
        </p>
      ) : null}
    </>
  );
}

function peopleFilter(programId: string | undefined, decree: string | null): Record<string, string> {
  return {
    'filters.program': programId ?? '',
    'filters.state': 'VERIFIED',
    ...(decree !== null && decree.length >= 3 ? { 'filters.decree': decree } : {}),
  };
}

function listed(names: readonly string[]): string | null {
  return names.length > 0 ? names.join('; ') : null;
}
