import type { ActionProps } from 'adminjs';
import React from 'react';
import { approvalStateColours, approvalStates } from '../approval-choices';
import { ApprovalCard } from './approval-card';
import { type ApprovalData, approvalQuery } from './approval-data';
import { named } from './mou-facts';
import { Badge, PageState, useLanguage, usePageData } from './page-parts';

/** The page of one request for approval. */
export default function ApprovalShow({ record }: ActionProps) {
  const language = useLanguage();
  const { data, fault, reload } = usePageData<{ approval: ApprovalData | null }>(approvalQuery, {
    id: record?.id,
  });
  if (!data?.approval) return <PageState fault={fault} isAbsent={data !== null} />;
  const { approval } = data;
  const place = approval.mou
    ? `/admin/resources/mou/records/${approval.mou.id}/show`
    : `/admin/resources/program/records/${approval.program?.id}/show`;
  const colour = approvalStateColours[approval.state as keyof typeof approvalStateColours];
  return (
    <div className="payung-record">
      <section className="payung-panel">
        <h2>
          <a href={place}>{approval.title}</a>{' '}
          <Badge colour={colour}>{named(approvalStates, approval.state, language)}</Badge>
        </h2>
        <ApprovalCard key={approval.digest} approval={approval} language={language} onDecided={reload} />
      </section>
    </div>
  );
}
