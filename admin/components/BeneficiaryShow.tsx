import type { ActionProps } from 'adminjs';
import React from 'react';
import { checkResults, checks, enrollmentStates, nikFindings, sexes } from '../people-choices';
import { DataTable } from './data-table';
import { importAddress } from './import-data';
import { MonthsStrip, type StripMonth } from './months-strip';
import { named } from './mou-facts';
import { longDay, type PageLanguage } from './mou-page-texts';
import { Badge, Facts, monthName, PageState, Panel, useLanguage, usePageData } from './page-parts';
import { thisYear } from './today';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly nik: string;
  readonly nikFindings: readonly string[];
  readonly birthDate: string | null;
  readonly ageYears: number | null;
  readonly sex: string | null;
  readonly phone: string | null;
  readonly diedOn: string | null;
  readonly movedOutOn: string | null;
  readonly region: { readonly displayName: string };
  readonly address: {
    readonly text: string | null;
    readonly region: { readonly displayName: string } | null;
  };
  readonly category: { readonly name: string } | null;
  readonly decile: { readonly value: number; readonly source: string; readonly on: string } | null;
  readonly verifications: readonly {
    readonly check: string;
    readonly result: string;
    readonly checkedOn: string | null;
    readonly by: string | null;
    readonly batch: string | null;
  }[];
  readonly continuity: {
    readonly asOf: string;
    readonly currentPaidRun: number;
    readonly longestPaidRun: number;
    readonly isBelowThree: boolean;
    readonly isLapsed: boolean;
  } | null;
  readonly enrollments: {
    readonly nodes: readonly {
      readonly id: string;
      readonly state: string;
      readonly post: string | null;
      readonly enteredOn: string;
      readonly program: { readonly id: string; readonly name: string };
      readonly ending: { readonly on: string | null } | null;
    }[];
  };
  readonly coverage: readonly StripMonth[];
  readonly origin: {
    readonly batchId: string;
    readonly fileName: string;
    readonly rowNumber: number;
  } | null;
}

const query = `query ($id: ID!, $from: Int!, $until: Int!) {
  beneficiary(id: $id) {
    id name nik nikFindings birthDate ageYears sex phone diedOn movedOutOn region { displayName }
    address { text region { displayName } } category { name } decile { value source on }
    verifications { check result checkedOn by batch }
    continuity { asOf currentPaidRun longestPaidRun isBelowThree isLapsed }
    enrollments(first: 50) { nodes { id state post enteredOn program { id name } ending { on } } }
    origin { batchId fileName rowNumber }
    coverage(fromYear: $from, untilYear: $until) { month state isElsewhere isPaidTwice program { name } }
  }
}`;
const yearsShown = 4;

/** The page of a registration: masked identity, checks, and the months over years and payers. */
export default function BeneficiaryShow({ record }: ActionProps) {
  const language = useLanguage();
  const year = thisYear();
  const variables = { id: record?.id, from: year - yearsShown + 1, until: year };
  const { data, fault } = usePageData<{ beneficiary: Person | null }>(query, variables);
  if (!data?.beneficiary) return <PageState fault={fault} isAbsent={data !== null} />;
  const person = data.beneficiary;
  return (
    <div className="payung-record">
      <Continuity person={person} language={language} />
      <Identity person={person} language={language} />
      <Panel title={language === 'id' ? 'Bulan yang dilindungi' : 'Covered months'}>
        <MonthsStrip months={person.coverage} namesPayers />
      </Panel>
      <Programs person={person} language={language} />
      <Checks person={person} language={language} />
    </div>
  );
}

interface Props {
  readonly person: Person;
  readonly language: PageLanguage;
}

/** What the family would get today, in words. */
function Continuity({ person: { continuity, diedOn }, language }: Props) {
  if (!continuity) return null;
  const { currentPaidRun, longestPaidRun, isBelowThree, isLapsed } = continuity;
  const isIndonesian = language === 'id';
  const month = monthName(continuity.asOf, language);
  const run = isIndonesian
    ? `${currentPaidRun} bulan terbayar berturut-turut sampai ${month} (terpanjang ${longestPaidRun}).`
    : `${currentPaidRun} paid months in a row up to ${month} (longest ${longestPaidRun}).`;
  const meaning = isLapsed
    ? isIndonesian
      ? 'Kepesertaan gugur: lebih dari tiga bulan tidak dibayar.'
      : 'The membership has lapsed: more than three months unpaid.'
    : isBelowThree
      ? isIndonesian
        ? 'Bila meninggal sekarang, ahli waris hanya menerima Rp10 juta, bukan Rp42 juta.'
        : 'At a death now the heirs would get Rp10 million only, not Rp42 million.'
      : isIndonesian
        ? 'Santunan kematian penuh Rp42 juta.'
        : 'Full death benefit of Rp42 million.';
  const colour = isLapsed ? 'red' : isBelowThree ? 'amber' : 'green';
  return (
    <section className={`payung-callout ${colour}`}>
      {diedOn ? null : <b>{meaning} </b>}
      {run}
    </section>
  );
}

function Identity({ person, language }: Props) {
  const isIndonesian = language === 'id';
  const { address, decile, ageYears } = person;
  const place = [address.text, address.region?.displayName].filter(Boolean).join(', ');
  const born = longDay(person.birthDate, language);
  const rows = [
    ['NIK', person.nik],
    [isIndonesian ? 'Didaftarkan oleh' : 'Registered by', person.region.displayName],
    [
      isIndonesian ? 'Tanggal lahir' : 'Date of birth',
      born && ageYears !== null ? `${born} (${ageYears} ${isIndonesian ? 'tahun' : 'years'})` : born,
    ],
    [isIndonesian ? 'Jenis kelamin' : 'Sex', person.sex && named(sexes, person.sex, language)],
    [isIndonesian ? 'Alamat' : 'Address', place === '' ? null : place],
    [isIndonesian ? 'Telepon' : 'Telephone', person.phone],
    [isIndonesian ? 'Pekerjaan' : 'Work', person.category?.name ?? null],
    [
      isIndonesian ? 'Desil' : 'Decile',
      decile && `${decile.value} (${decile.source}, ${longDay(decile.on, language)})`,
    ],
    ...(person.diedOn
      ? [[isIndonesian ? 'Meninggal' : 'Died', longDay(person.diedOn, language)] as const]
      : []),
    ...(person.movedOutOn
      ? [[isIndonesian ? 'Pindah' : 'Moved out', longDay(person.movedOutOn, language)] as const]
      : []),
    ...(person.origin
      ? [[isIndonesian ? 'Berasal dari' : 'Came from', <Origin key="origin" {...person.origin} />] as const]
      : []),
  ] as const;
  return (
    <Panel title={person.name}>
      {person.nikFindings.length > 0 ? (
        <ul className="payung-inline">
          {person.nikFindings.map((finding) => (
            <li key={finding}>{named(nikFindings, finding, language)}</li>
          ))}
        </ul>
      ) : null}
      <Facts rows={rows} />
    </Panel>
  );
}

/** The file and row that the registration came from. */
function Origin({ batchId, fileName, rowNumber }: NonNullable<Person['origin']>) {
  const language = useLanguage();
  return (
    <>
      <a href={importAddress(batchId)}>{fileName}</a>, {language === 'id' ? 'baris' : 'row'} {rowNumber}
    </>
  );
}

function Programs({ person: { enrollments }, language }: Props) {
  const none = language === 'id' ? 'Belum terdaftar di program mana pun.' : 'Not enrolled anywhere yet.';
  return (
    <Panel title={language === 'id' ? 'Kepesertaan' : 'Enrollments'}>
      {enrollments.nodes.length === 0 ? <p>{none}</p> : null}
      <ul>
        {enrollments.nodes.map(({ id, state, post, enteredOn, program, ending }) => (
          <li key={id}>
            <a href={`/admin/resources/enrollment/records/${id}/show`}>{program.name}</a>
            {post ? `, ${post}` : ''}{' '}
            <Badge colour={state === 'ACTIVE' ? 'green' : 'grey'}>
              {named(enrollmentStates, state, language)}
            </Badge>{' '}
            <small>
              {longDay(enteredOn, language)}
              {ending?.on ? ` – ${longDay(ending.on, language)}` : ''}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const resultColours: Readonly<Record<string, string>> = {
  PASSED: 'green',
  FAILED: 'red',
  NEEDS_REVIEW: 'amber',
};

function Checks({ person: { verifications }, language }: Props) {
  const heads =
    language === 'id'
      ? ['Pemeriksaan', 'Hasil', 'Tanggal', 'Oleh', 'Berkas']
      : ['Check', 'Result', 'Date', 'By', 'Batch'];
  const unchecked = language === 'id' ? 'belum diperiksa' : 'not checked';
  return (
    <Panel title={language === 'id' ? 'Verifikasi' : 'Verification'}>
      <DataTable
        heads={heads}
        rows={verifications.map(({ check, result, checkedOn, by, batch }) => ({
          key: check,
          cells: [
            named(checks, check, language),
            <Badge key="result" colour={resultColours[result] ?? 'grey'}>
              {result in checkResults ? named(checkResults, result, language) : unchecked}
            </Badge>,
            longDay(checkedOn, language) ?? '–',
            by ?? '–',
            batch ?? '–',
          ],
        }))}
      />
    </Panel>
  );
}
