import React from 'react';
import { mouPhases, mouStates } from '../mou-choices';
import { named } from './mou-facts';
import type { PageLanguage } from './mou-page-texts';
import { Badge, monthName, Panel, percent, rupiah, type Words, whole } from './page-parts';
import type { ProgramFacts } from './program-page-data';

interface Props {
  readonly program: ProgramFacts;
  readonly language: PageLanguage;
}

const texts = {
  broken: { id: 'Yang perlu dibereskan', en: 'What is broken' },
  sound: {
    id: 'Rantai program ini utuh: tidak ada yang perlu dibereskan.',
    en: 'The chain of this program is whole: nothing to mend.',
  },
  chain: { id: 'Rantai program', en: 'Chain of the program' },
} as const;

/** Everything in the chain that needs a person, in plain words, each with the place where it is mended. */
export function ProgramBroken({ program, language }: Props) {
  const faults = faultsOf(program, language);
  if (faults.length === 0) return <p className="payung-callout green">{texts.sound[language]}</p>;
  return (
    <section className="payung-callout red">
      <h2>{texts.broken[language]}</h2>
      <ul>
        {faults.map(({ text, href, link }) => (
          <li key={text}>
            {text} {href ? <a href={href}>{link}</a> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Fault {
  readonly text: string;
  readonly href?: string;
  readonly link?: string;
}

function faultsOf(program: ProgramFacts, language: PageLanguage): readonly Fault[] {
  const say = (words: Words) => words[language];
  const { money, id } = program;
  const edit = {
    href: `/admin/resources/program/records/${id}/edit`,
    link: say({ id: 'Ubah program', en: 'Edit the program' }),
  };
  const span = ({ from, until }: { readonly from: string; readonly until: string }) =>
    from === until
      ? monthName(from, language)
      : `${monthName(from, language)} – ${monthName(until, language)}`;
  const faults: Fault[] = program.unfoundedMonths.map(({ reason, months }) => ({
    text:
      reason === 'MOU'
        ? say({
            id: `Tanpa perjanjian yang berjalan: ${span(months)}.`,
            en: `No running agreement: ${span(months)}.`,
          })
        : say({
            id: `Tanpa peraturan yang berlaku: ${span(months)}.`,
            en: `No regulation in force: ${span(months)}.`,
          }),
    ...edit,
  }));
  if (!money) return faults;
  if (Number(money.requiredRupiah ?? 0) > Number(money.budgetRupiah ?? 0)) {
    const short = String(BigInt(money.requiredRupiah ?? '0') - BigInt(money.budgetRupiah ?? '0'));
    faults.push({
      text: say({
        id: `Anggaran kurang ${rupiah(short, language)} dari kebutuhan menurut kuota.`,
        en: `The budget is ${rupiah(short, language)} below what the quota needs.`,
      }),
      ...edit,
    });
  }
  if (money.runsOutOn) {
    const month = monthName(money.runsOutOn, language);
    faults.push({
      text: say({
        id: `Dengan laju sekarang, anggaran habis pada ${month}.`,
        en: `At the present pace the budget runs out in ${month}.`,
      }),
      ...edit,
    });
  }
  for (const bill of program.bills.nodes.filter(({ daysOverdue }) => (daysOverdue ?? 0) > 0)) {
    const amount = rupiah(bill.totalRupiah, language);
    faults.push({
      text: say({
        id: `Tagihan ${bill.billCode ?? ''} ${amount} lewat jatuh tempo ${bill.daysOverdue} hari.`,
        en: `Bill ${bill.billCode ?? ''} of ${amount} is ${bill.daysOverdue} days overdue.`,
      }),
      href: `/admin/resources/bill/records/${bill.id}/show`,
      link: say({ id: 'Buka tagihan', en: 'Open the bill' }),
    });
  }
  return faults;
}

interface Step {
  readonly name: Words;
  readonly value: string | null;
  readonly note: string | null;
  readonly href: string;
  readonly isBroken: boolean;
}

/** Law, agreement, money, people, months, bills, claims: one box each, which leads to what lies behind it. */
export function ProgramChain({ program, language }: Props) {
  return (
    <Panel title={texts.chain[language]}>
      <ol className="payung-steps">
        {stepsOf(program, language).map(({ name, value, note, href, isBroken }) => (
          <li key={name.en} className={isBroken ? 'broken' : undefined}>
            <a href={href}>
              <small>{name[language]}</small>
              <b>{value ?? '–'}</b>
              {note ? <span>{note}</span> : null}
              {isBroken ? <Badge colour="red">{language === 'id' ? 'bermasalah' : 'broken'}</Badge> : null}
            </a>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function stepsOf(program: ProgramFacts, language: PageLanguage): readonly Step[] {
  const { money, id } = program;
  const list = (concept: string) => `/admin/resources/${concept}?filters.program=${id}`;
  const persons = language === 'id' ? 'orang' : 'persons';
  const lacks = (reason: string) => program.unfoundedMonths.some((months) => months.reason === reason);
  const unpaid = program.bills.nodes.filter(({ state }) => state === 'ISSUED').length;
  const cases = program.claims.nodes.reduce((sum, claim) => sum + claim.cases, 0);
  const paidOut = program.claims.nodes.reduce((sum, claim) => sum + BigInt(claim.paidRupiah), 0n);
  const [law] = program.legalBases;
  const [mou] = program.mous;
  return [
    {
      name: { id: 'Peraturan', en: 'Law' },
      value: whole(program.legalBases.length, language),
      note: law?.displayTitle ?? null,
      href: '#dasar',
      isBroken: lacks('LEGAL_BASIS'),
    },
    {
      name: { id: 'Perjanjian', en: 'Agreement' },
      value: whole(program.mous.length, language),
      note: mou ? named(mou.phase ? mouPhases : mouStates, mou.phase ?? mou.state, language) : null,
      href: '#dasar',
      isBroken: lacks('MOU'),
    },
    {
      name: { id: 'Anggaran', en: 'Budget' },
      value: rupiah(money?.budgetRupiah, language),
      note: percentNote(money?.adequacy ?? null, language, { id: 'dari kebutuhan', en: 'of the need' }),
      href: '#anggaran',
      isBroken: Number(money?.requiredRupiah ?? 0) > Number(money?.budgetRupiah ?? 0),
    },
    {
      name: { id: 'Peserta aktif', en: 'Active people' },
      value: money?.enrolledCount === null ? null : `${whole(money?.enrolledCount, language)} ${persons}`,
      note: percentNote(money?.quotaFulfilment ?? null, language, { id: 'dari kuota', en: 'of the quota' }),
      href: `${list('enrollment')}&filters.state=ACTIVE`,
      isBroken: false,
    },
    {
      name: { id: 'Bulan-orang', en: 'Person-months' },
      value: whole(money?.personMonths, language),
      note:
        money?.paidPersonMonths === null
          ? null
          : `${whole(money?.paidPersonMonths, language)} ${language === 'id' ? 'dibayar' : 'paid'}`,
      href: '#angka',
      isBroken: false,
    },
    {
      name: { id: 'Tagihan', en: 'Bills' },
      value: rupiah(money?.billedRupiah, language),
      note: unpaid > 0 ? `${unpaid} ${language === 'id' ? 'belum dibayar' : 'not paid'}` : null,
      href: list('bill'),
      isBroken: program.bills.nodes.some(({ daysOverdue }) => (daysOverdue ?? 0) > 0),
    },
    {
      name: { id: 'Klaim', en: 'Claims' },
      value: rupiah(String(paidOut), language),
      note: `${whole(cases, language)} ${language === 'id' ? 'klaim' : 'claims'}`,
      href: list('claim'),
      isBroken: false,
    },
  ];
}

function percentNote(ratio: Parameters<typeof percent>[0], language: PageLanguage, of: Words): string | null {
  const share = percent(ratio, language);
  return share === null ? null : `${share} ${of[language]}`;
}
