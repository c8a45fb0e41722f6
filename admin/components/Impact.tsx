import type { ActionProps } from 'adminjs';
import React, { useState } from 'react';
import { fundingSources } from '../money-choices';
import { type ImpactData, impactQuery } from './impact-data';
import { impactTexts } from './impact-texts';
import { ImpactPrograms, ImpactRecords, ImpactSums } from './impact-view';
import { named } from './mou-facts';
import { PageState, Panel, rupiah, useLanguage, usePageData } from './page-parts';

/** What hangs on the record from a day on; on one budget line of it, when it is a program. */
export default function Impact({ record, resource }: ActionProps) {
  const id = record?.id ?? '';
  return resource.id === 'program' ? <LineImpact programId={id} /> : <SubjectImpact id={id} />;
}

interface Lines {
  readonly program: {
    readonly budgetLines: readonly {
      readonly id: string;
      readonly fiscalYear: number;
      readonly fundingSource: string;
      readonly ceilingRupiah: string;
    }[];
  } | null;
}

const linesQuery =
  'query ($id: ID!) { program(id: $id) { budgetLines { id fiscalYear fundingSource ceilingRupiah } } }';

function LineImpact({ programId }: { readonly programId: string }) {
  const language = useLanguage();
  const texts = impactTexts[language];
  const { data, fault } = usePageData<Lines>(linesQuery, { id: programId });
  const asked = new URLSearchParams(window.location.search).get('line');
  const [chosen, setChosen] = useState(asked);
  if (!data?.program) return <PageState fault={fault} isAbsent={data !== null} />;
  const lines = data.program.budgetLines;
  const line = lines.find(({ id }) => id === chosen) ?? lines.at(-1);
  if (!line) return <p className="payung-callout amber">{texts.noLines}</p>;
  return (
    <div className="payung-record">
      <Panel title={texts.line}>
        <label htmlFor="impact-line">{texts.line}</label>
        <select
          id="impact-line"
          className="payung-input"
          value={line.id}
          onChange={(event) => setChosen(event.target.value)}
        >
          {lines.map(({ id, fiscalYear, fundingSource, ceilingRupiah }) => (
            <option key={id} value={id}>
              {fiscalYear} · {named(fundingSources, fundingSource, language)} ·{' '}
              {rupiah(ceilingRupiah, language)}
            </option>
          ))}
        </select>
      </Panel>
      <SubjectImpact id={line.id} />
    </div>
  );
}

function SubjectImpact({ id }: { readonly id: string }) {
  const texts = impactTexts[useLanguage()];
  const [on, setOn] = useState<string | null>(null);
  const { data, fault } = usePageData<{ impact: ImpactData | null }>(impactQuery, { id, on });
  if (!data?.impact) return <PageState fault={fault} isAbsent={data !== null} />;
  const { impact } = data;
  return (
    <div className="payung-record">
      <Panel title={texts.title}>
        <p>{impact.title}</p>
        <div className="payung-form payung-impact payung-screen-only">
          <label htmlFor="impact-day">{texts.day}</label>
          <input
            id="impact-day"
            type="date"
            className="payung-input"
            value={on ?? impact.on}
            onChange={(event) => setOn(event.target.value === '' ? null : event.target.value)}
          />
        </div>
        {fault ? <p role="alert">{fault}</p> : null}
        {impact.programCount + impact.recordCount === 0 ? (
          <p className="payung-callout green">{texts.nothing}</p>
        ) : (
          <div className="payung-impact">
            <ImpactSums impact={impact} />
            <ImpactPrograms impact={impact} />
            <ImpactRecords impact={impact} />
          </div>
        )}
      </Panel>
    </div>
  );
}
