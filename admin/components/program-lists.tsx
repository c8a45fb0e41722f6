import React from 'react';
import { billStates } from '../money-choices';
import { mouPhaseColours, mouPhases, mouStates } from '../mou-choices';
import { named } from './mou-facts';
import { longDay, type PageLanguage } from './mou-page-texts';
import { Badge, monthName, Panel, rupiah, whole } from './page-parts';
import type { FigureCheckData, ProgramFacts } from './program-page-data';
import { Scroll } from './scroll';

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
      <Scroll>
        <table className="payung-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <CheckRow key={`${check.kind}:${check.arithmetic.english}`} check={check} language={language} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}

function CheckRow({ check, language }: { readonly check: FigureCheckData; readonly language: PageLanguage }) {
  const { reported, verdict, arithmetic } = check;
  const mark = verdict in verdicts ? verdicts[verdict as keyof typeof verdicts] : verdicts.NOT_REPORTED;
  const day = longDay(reported?.asOf ?? null, language);
  return (
    <tr>
      <td>
        {reported ? amount(reported.value, check.unit, language) : '–'}
        {reported?.observationId ? (
          <>
            <br />
            <a href={`/admin/resources/observation/records/${reported.observationId}/show`}>
              {reported.label}
            </a>
          </>
        ) : null}
        {day ? <small> {day}</small> : null}
      </td>
      <td>{amount(check.computed, check.unit, language)}</td>
      <td>
        {check.difference ? amount(check.difference, check.unit, language) : '–'}{' '}
        <Badge colour={mark.colour}>{mark[language]}</Badge>
      </td>
      <td>{language === 'id' ? arithmetic.indonesian : arithmetic.english}</td>
    </tr>
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
      <Scroll>
        <table className="payung-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bills.nodes.map((bill) => (
              <tr key={bill.id}>
                <th scope="row">
                  <a href={`/admin/resources/bill/records/${bill.id}/show`}>
                    {bill.billCode ?? bill.period.from}
                  </a>
                </th>
                <td>
                  {monthName(bill.period.from, language)} – {monthName(bill.period.until, language)}
                </td>
                <td>{whole(bill.heads, language)}</td>
                <td>{whole(bill.personMonths, language)}</td>
                <td>{rupiah(bill.totalRupiah, language)}</td>
                <td>{longDay(bill.dueOn, language)}</td>
                <td>
                  <Badge
                    colour={bill.state === 'PAID' ? 'green' : (bill.daysOverdue ?? 0) > 0 ? 'red' : 'amber'}
                  >
                    {named(billStates, bill.state, language)}
                  </Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}
