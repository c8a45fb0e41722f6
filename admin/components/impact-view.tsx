import React from 'react';
import { DataTable } from './data-table';
import type { ImpactData, ImpactFigures } from './impact-data';
import { impactTexts } from './impact-texts';
import { longDay } from './mou-page-texts';
import { Badge, Facts, monthName, rupiah, useLanguage, whole } from './page-parts';

interface Props {
  readonly impact: ImpactData;
}

/** The four sums that a decision should be weighed by. */
export function ImpactSums({ impact }: Props) {
  const language = useLanguage();
  const texts = impactTexts[language];
  const sum = (figures: ImpactFigures | null): string =>
    figures
      ? texts.figures(
          whole(figures.persons, language) ?? '',
          whole(figures.personMonths, language) ?? '',
          rupiah(figures.rupiah, language) ?? '',
        )
      : texts.unseen;
  const other = texts.others[impact.id.split('_', 1)[0] ?? ''] ?? '';
  const left =
    impact.leftWithoutCount > 0 ? texts.leftWithout(impact.leftWithoutCount, other) : texts.someLeft(other);
  return (
    <Facts
      rows={[
        [
          texts.programs,
          impact.programCount === 0 ? '0' : `${whole(impact.programCount, language)} · ${left}`,
        ],
        [
          texts.active,
          impact.activePersons === null
            ? texts.unseen
            : `${whole(impact.activePersons, language)} ${language === 'id' ? 'orang' : 'persons'}`,
        ],
        [texts.ahead, sum(impact.ahead)],
        [texts.behind, sum(impact.behind)],
      ]}
    />
  );
}

/** The programs, those left without first. */
export function ImpactPrograms({ impact }: Props) {
  const language = useLanguage();
  const texts = impactTexts[language];
  if (impact.programs.length === 0) return null;
  return (
    <>
      <DataTable
        heads={texts.heads}
        rows={impact.programs.map((program) => ({
          key: program.id,
          cells: [
            <a key="program" href={`/admin/resources/program/records/${program.id}/show`}>
              {program.name}
            </a>,
            program.regionName,
            monthName(program.lastMonth, language),
            whole(program.activePersons, language) ?? '–',
            whole(program.ahead?.personMonths, language) ?? '–',
            rupiah(program.ahead?.rupiah, language) ?? '–',
            <Badge key="left" colour={program.isLeftWithout ? 'red' : 'green'}>
              {program.isLeftWithout ? texts.none : texts.some}
            </Badge>,
          ],
        }))}
      />
      {impact.programCount > impact.programs.length ? (
        <p>{texts.more(impact.programs.length, impact.programCount)}</p>
      ) : null}
    </>
  );
}

/** Agreements, regulations and regions that are concerned. */
export function ImpactRecords({ impact }: Props) {
  const texts = impactTexts[useLanguage()];
  const concepts = [...new Set(impact.records.map(({ concept }) => concept))];
  if (concepts.length === 0) return null;
  return (
    <>
      <h3>{texts.records}</h3>
      {concepts.map((concept) => (
        <section key={concept}>
          <b>{texts.concepts[concept] ?? concept}</b>
          <ul>
            {impact.records
              .filter((record) => record.concept === concept)
              .map(({ id, title }) => (
                <li key={id}>
                  <a href={`/admin/resources/${concept}/records/${id}/show`}>{title}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {impact.recordCount > impact.records.length ? (
        <p>{texts.more(impact.records.length, impact.recordCount)}</p>
      ) : null}
    </>
  );
}

/** "Bila tidak berlaku lagi sejak 15 Maret 2026". */
export function ImpactDay({ impact }: Props) {
  const language = useLanguage();
  return <p>{impactTexts[language].from(longDay(impact.on, language) ?? impact.on)}</p>;
}
