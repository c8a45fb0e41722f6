import type { ActionProps } from 'adminjs';
import React from 'react';
import { PageState, useLanguage, usePageData } from './page-parts';
import { ProgramBroken, ProgramChain } from './program-chain';
import { ProgramImports } from './program-imports';
import { ProgramBasis, ProgramBills, ProgramChecks } from './program-lists';
import { ProgramBudget, ProgramFigures } from './program-money';
import { type ProgramPageData, programPageQuery } from './program-page-data';
import { RecordApprovals } from './record-approvals';

/** The page of a program: the chain from its law to its claims, what is broken in it, and its money. */
export default function ProgramShow({ record }: ActionProps) {
  const language = useLanguage();
  const { data, fault } = usePageData<ProgramPageData>(programPageQuery, { id: record?.id });
  if (!data?.program) return <PageState fault={fault} isAbsent={data !== null} />;
  const shared = { program: data.program, language };
  return (
    <div className="payung-record">
      <ProgramBroken {...shared} />
      <RecordApprovals recordId={data.program.id} language={language} />
      <ProgramChain {...shared} />
      <ProgramImports {...shared} />
      <ProgramBudget {...shared} />
      <ProgramFigures {...shared} />
      <ProgramChecks checks={data.figureChecks} language={language} />
      <ProgramBasis {...shared} />
      <ProgramBills {...shared} />
    </div>
  );
}
