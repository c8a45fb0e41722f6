import type { ActionProps } from 'adminjs';
import React, { useState } from 'react';
import { billStates } from '../money-choices';
import { BillPeople } from './bill-people';
import { named } from './mou-facts';
import { longDay, type PageLanguage } from './mou-page-texts';
import {
  Badge,
  Facts,
  monthName,
  PageState,
  Panel,
  rupiah,
  useLanguage,
  usePageData,
  whole,
} from './page-parts';
import { Letterhead, Signature } from './paper';

interface BillData {
  readonly id: string;
  readonly billCode: string | null;
  readonly state: string;
  readonly heads: number;
  readonly personMonths: number;
  readonly jkkRupiah: string;
  readonly jkmRupiah: string;
  readonly jhtRupiah: string;
  readonly totalRupiah: string;
  readonly creditedRupiah: string | null;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly paidOn: string | null;
  readonly disbursementNumber: string | null;
  readonly daysOverdue: number | null;
  readonly period: { readonly from: string; readonly until: string };
  readonly region: { readonly displayName: string };
  readonly office: { readonly displayName: string };
  readonly program: { readonly id: string; readonly name: string; readonly agency: string | null };
  readonly creditNotes: readonly {
    readonly id: string;
    readonly creditedOn: string;
    readonly personMonths: number;
    readonly totalRupiah: string;
    readonly reason: string;
  }[];
}

const query = `query ($id: ID!) {
  bill(id: $id) {
    id billCode state heads personMonths jkkRupiah jkmRupiah jhtRupiah totalRupiah creditedRupiah issuedOn dueOn paidOn
    disbursementNumber daysOverdue period { from until } region { displayName } office { displayName } program { id name agency }
    creditNotes { id creditedOn personMonths totalRupiah reason }
  }
}`;

/** The page of a bill, and its print: what the ledger billed, for whom, and what was paid and credited. */
export default function BillShow({ record }: ActionProps) {
  const language = useLanguage();
  const [isPrinting, setPrinting] = useState(false);
  const { data, fault } = usePageData<{ bill: BillData | null }>(query, { id: record?.id });
  if (!data?.bill) return <PageState fault={fault} isAbsent={data !== null} />;
  const bill = data.bill;
  const print = language === 'id' ? 'Cetak dengan daftar peserta' : 'Print with the list of people';
  return (
    <div className="payung-record payung-paper">
      <Letterhead lines={[bill.region.displayName, bill.program.agency ?? '']} />
      <Summary bill={bill} language={language} />
      <Split bill={bill} language={language} />
      <Credits bill={bill} language={language} />
      <BillPeople bill={bill} isWhole={isPrinting} onWhole={() => window.print()} />
      <Signature />
      <p className="payung-screen-only">
        <button
          type="button"
          className="payung-plain"
          onClick={() => setPrinting(true)}
          disabled={isPrinting}
        >
          {print}
        </button>
      </p>
    </div>
  );
}

interface Props {
  readonly bill: BillData;
  readonly language: PageLanguage;
}

function Summary({ bill, language }: Props) {
  const isIndonesian = language === 'id';
  const overdue = bill.daysOverdue ?? 0;
  const rows = [
    [
      isIndonesian ? 'Program' : 'Program',
      <a key="program" href={`/admin/resources/program/records/${bill.program.id}/show`}>
        {bill.program.name}
      </a>,
    ],
    [
      isIndonesian ? 'Masa' : 'Months',
      `${monthName(bill.period.from, language)} – ${monthName(bill.period.until, language)}`,
    ],
    [isIndonesian ? 'Kantor' : 'Office', bill.office.displayName],
    [isIndonesian ? 'Ditagih pada' : 'Issued on', longDay(bill.issuedOn, language)],
    [isIndonesian ? 'Jatuh tempo' : 'Due on', longDay(bill.dueOn, language)],
    [
      isIndonesian ? 'Dibayar pada' : 'Paid on',
      longDay(bill.paidOn, language) ?? (isIndonesian ? 'belum dibayar' : 'not paid'),
    ],
    [isIndonesian ? 'Nomor SP2D' : 'Disbursement number', bill.disbursementNumber ?? '–'],
  ] as const;
  return (
    <Panel title={`${isIndonesian ? 'Tagihan iuran' : 'Bill'} ${bill.billCode ?? ''}`}>
      <p>
        <Badge colour={bill.state === 'PAID' ? 'green' : overdue > 0 ? 'red' : 'amber'}>
          {named(billStates, bill.state, language)}
        </Badge>{' '}
        {overdue > 0 ? (isIndonesian ? `lewat ${overdue} hari` : `${overdue} days overdue`) : null}
      </p>
      <Facts rows={rows} />
    </Panel>
  );
}

function Split({ bill, language }: Props) {
  const isIndonesian = language === 'id';
  const lines = [
    ['JKK', bill.jkkRupiah],
    ['JKM', bill.jkmRupiah],
    ...(bill.jhtRupiah === '0' ? [] : [['JHT', bill.jhtRupiah] as const]),
    [isIndonesian ? 'Jumlah' : 'Total', bill.totalRupiah],
  ] as const;
  return (
    <Panel title={isIndonesian ? 'Rincian' : 'Split'}>
      <p>
        {whole(bill.heads, language)} {isIndonesian ? 'orang' : 'persons'},{' '}
        {whole(bill.personMonths, language)} {isIndonesian ? 'bulan-orang' : 'person-months'}
      </p>
      {bill.creditedRupiah === null ? (
        <p className="payung-hint">
          {isIndonesian
            ? 'Jumlah atas kelompok paling sedikit lima orang, karena peserta tidak ditampilkan kepada Anda.'
            : 'Sums over groups of at least five persons, since participants are not shown to you.'}
        </p>
      ) : null}
      <table className="payung-table payung-sums">
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{rupiah(value, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Credits({ bill: { creditNotes }, language }: Props) {
  if (creditNotes.length === 0) return null;
  const isIndonesian = language === 'id';
  return (
    <Panel title={isIndonesian ? 'Nota kredit' : 'Credit notes'}>
      <ul>
        {creditNotes.map(({ id, creditedOn, personMonths, totalRupiah, reason }) => (
          <li key={id}>
            {longDay(creditedOn, language)}: {rupiah(totalRupiah, language)} ({whole(personMonths, language)}{' '}
            {isIndonesian ? 'bulan-orang' : 'person-months'}), {reason}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
