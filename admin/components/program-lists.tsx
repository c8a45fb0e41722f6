import React from 'react';
import { billStates } from '../money-choices';
import { mouPhaseColours, mouPhases, mouStates } from '../mou-choices';
import { DataTable } from './data-table';
import { named } from './mou-facts';
import { longDay, type PageLanguage } from './mou-page-texts';
import { Badge, monthName, Panel, rupiah, useLanguage, whole } from './page-parts';
import type { FigureCheckData, ProgramFacts } from './program-page-data';

interface Props {
  readonly program: ProgramFacts;
  readonly language: PageLanguage;
}

const verdicts = {
  AGREES: { colour: 'green', id: 'cocok', en: 'agrees' },
  CLOSE: { colour: 'blue', id: 'hampir cocok', en: 'close' },
  DIFFERS: { colour: 'red', id: 'berbeda', en: 'differs' },
  NOT_REPORTED: { colour: 'grey', id: 'tidak diberitakan', en: 'not reported' },
} as const;

/** Reported beside computed, with the difference and how it was reckoned. */
export function ProgramChecks({
  checks,
  language,
}: {
  readonly checks: readonly FigureCheckData[];
  readonly language: PageLanguage;
}) {
  const heads =
    language === 'id'
      ? ['Diberitakan', 'Terhitung', 'Selisih', 'Hitungannya']
      : ['Reported', 'Computed', 'Difference', 'How it was reckoned'];
  if (checks.length === 0) return null;
  return (
    <Panel title={language === 'id' ? 'Diberitakan dan terhitung' : 'Reported and computed'}>
      <DataTable heads={heads} rows={checks.map((check) => checkRow(check, language))} />
    </Panel>
  );
}

function checkRow(check: FigureCheckData, language: PageLanguage) {
  const { reported, verdict, arithmetic, unit } = check;
  const mark = verdict in verdicts ? verdicts[verdict as keyof typeof verdicts] : verdicts.NOT_REPORTED;
  return {
    key: `${check.kind}:${arithmetic.english}`,
    cells: [
      reported ? <Reported key="reported" reported={reported} unit={unit} /> : '–',
      amount(check.computed, unit, language),
      <React.Fragment key="difference">
        {check.difference ? amount(check.difference, unit, language) : '–'}{' '}
        <Badge colour={mark.colour}>{mark[language]}</Badge>
      </React.Fragment>,
      <span key="arithmetic" className="payung-long">
        {language === 'id' ? arithmetic.indonesian : arithmetic.english}
      </span>,
    ],
  };
}

function Reported({
  reported,
  unit,
}: {
  readonly reported: NonNullable<FigureCheckData['reported']>;
  readonly unit: string;
}) {
  const language = useLanguage();
  const day = longDay(reported.asOf, language);
  return (
    <>
      {amount(reported.value, unit, language)}
      {reported.observationId ? (
        <>
          <br />
          <a href={`/admin/resources/observation/records/${reported.observationId}/show`}>{reported.label}</a>
        </>
      ) : null}
      {day ? <small> {day}</small> : null}
    </>
  );
}

const units: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  PERSON: { id: 'orang', en: 'persons' },
  PERCENT: { id: '%', en: '%' },
  MONTH: { id: 'bulan', en: 'months' },
  PERSON_MONTH: { id: 'bulan-orang', en: 'person-months' },
};

function amount(value: string, unit: string, language: PageLanguage): string {
  if (!/^-?\d+$/.test(value))
    return `${value.replace('.', language === 'id' ? ',' : '.')} ${units[unit]?.[language] ?? ''}`;
  if (unit === 'RUPIAH') return rupiah(value, language) ?? '';
  return `${whole(value, language)} ${units[unit]?.[language] ?? ''}`;
}

/** The regulations and agreements that the program stands on, with what became of them. */
export function ProgramBasis({ program, language }: Props) {
  const none = language === 'id' ? 'belum ada yang dicatat' : 'none recorded';
  return (
    <section className="payung-panel" id="dasar">
      <h2>{language === 'id' ? 'Dasar hukum dan perjanjian' : 'Legal bases and agreements'}</h2>
      <ul>
        {program.legalBases.map(({ id, displayTitle }) => (
          <li key={id}>
            <a href={`/admin/resources/regulation/records/${id}/show`}>{displayTitle}</a>
          </li>
        ))}
        {program.mous.map(({ id, titleAsWritten, phase, state }) => (
          <li key={id}>
            <a href={`/admin/resources/mou/records/${id}/show`}>{titleAsWritten}</a>{' '}
            <Badge colour={mouPhaseColours[phase ?? ''] ?? 'grey'}>
              {named(phase ? mouPhases : mouStates, phase ?? state, language)}
            </Badge>
          </li>
        ))}
      </ul>
      {program.legalBases.length + program.mous.length === 0 ? (
        <p className="payung-unknown">{none}</p>
      ) : null}
    </section>
  );
}

export function ProgramBills({ program: { bills }, language }: Props) {
  const heads =
    language === 'id'
      ? ['Tagihan', 'Masa', 'Orang', 'Bulan-orang', 'Jumlah', 'Jatuh tempo', 'Keadaan']
      : ['Bill', 'Months', 'Persons', 'Person-months', 'Total', 'Due', 'State'];
  if (bills.totalCount === 0) return null;
  return (
    <Panel title={language === 'id' ? 'Tagihan' : 'Bills'}>
      <DataTable
        heads={heads}
        rows={bills.nodes.map((bill) => ({
          key: bill.id,
          cells: [
            <a key="bill" href={`/admin/resources/bill/records/${bill.id}/show`}>
              {bill.billCode ?? bill.period.from}
            </a>,
            `${monthName(bill.period.from, language)} – ${monthName(bill.period.until, language)}`,
            whole(bill.heads, language),
            whole(bill.personMonths, language),
            rupiah(bill.totalRupiah, language),
            longDay(bill.dueOn, language),
            <Badge
              key="state"
              colour={bill.state === 'PAID' ? 'green' : (bill.daysOverdue ?? 0) > 0 ? 'red' : 'amber'}
            >
              {named(billStates, bill.state, language)}
            </Badge>,
          ],
        }))}
      />
    </Panel>
  );
}
