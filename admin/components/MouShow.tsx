import { type ActionProps, useTranslation } from 'adminjs';
import React, { useCallback, useEffect, useState } from 'react';
import { askGraphql } from './graphql-client';
import { MouChain } from './mou-chain';
import { MouComparison } from './mou-comparison';
import { MouFacts, MouGaps } from './mou-facts';
import { type MouPageData, mouPageQuery } from './mou-page-data';
import { mouPageTexts, type PageLanguage } from './mou-page-texts';
import { MouLegalBases, MouParties } from './mou-parties';
import { RecordApprovals } from './record-approvals';
import { RecordDocuments } from './record-documents';
import { RecordHistory } from './record-history';
import { RecordSources } from './record-sources';

/** The page of an agreement: what is known and what is missing, its chain, parties, law, papers, history. */
export default function MouShow({ record }: ActionProps) {
  const { i18n } = useTranslation();
  const language: PageLanguage = i18n.language === 'en' ? 'en' : 'id';
  const texts = mouPageTexts[language];
  const [mou, setMou] = useState<MouPageData | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const id = record?.id;
  const load = useCallback(async () => {
    try {
      const { mou: found } = await askGraphql<{ mou: MouPageData | null }>(mouPageQuery, { id });
      setMou(found);
      setFault(found ? null : texts.absent);
    } catch (error) {
      setFault(texts.failed + (error instanceof Error ? error.message : ''));
    }
  }, [id, texts]);
  useEffect(() => void load(), [load]);
  if (fault) return <p role="alert">{fault}</p>;
  if (!mou) return <p aria-busy="true">{texts.loading}</p>;
  const shared = { mou, texts, language };
  return (
    <div className="payung-record">
      <MouGaps {...shared} />
      <MouFacts {...shared} />
      <RecordApprovals recordId={mou.id} language={language} />
      <MouComparison {...shared} />
      <MouChain {...shared} />
      <MouParties {...shared} />
      <MouLegalBases {...shared} />
      <RecordDocuments
        recordId={mou.id}
        documents={mou.documents}
        kinds={papersOf(mou.state)}
        none={texts.noDocuments}
        texts={texts}
        language={language}
        onAttached={load}
      />
      <RecordSources citations={mou.citations} resourceId="mou" texts={texts} language={language} />
      <RecordHistory events={mou.history.nodes} resourceId="mou" texts={texts} language={language} />
    </div>
  );
}

/** What is attached to an agreement, the likeliest first. */
function papersOf(state: string) {
  const texts =
    state === 'DRAFT' ? (['DRAFT_TEXT', 'SIGNED_TEXT'] as const) : (['SIGNED_TEXT', 'DRAFT_TEXT'] as const);
  return [...texts, 'ATTACHMENT', 'TERMINATION'] as const;
}
