import { useCurrentAdmin } from 'adminjs';
import React from 'react';
import { approvalStateColours, approvalStates } from '../approval-choices';
import { named } from './mou-facts';
import { longInstant, type PageLanguage } from './mou-page-texts';
import { Badge, Panel, usePageData } from './page-parts';

interface ApprovalsData {
  readonly approvals: {
    readonly nodes: readonly {
      readonly id: string;
      readonly decree: string | null;
      readonly state: string;
      readonly needed: number;
      readonly given: number;
      readonly createdAt: string;
      readonly returnReason: string | null;
      readonly votes: readonly {
        readonly id: string;
        readonly staffName: string | null;
        readonly isCounted: boolean;
      }[];
    }[];
  };
}

interface Props {
  readonly recordId: string;
  readonly language: PageLanguage;
}

const query = `query ($recordId: ID!) { approvals(filter: { recordIds: [$recordId] }, orderBy: { field: CREATED_AT, direction: DESC }, first: 5) {
  nodes { id decree state needed given createdAt returnReason votes { id staffName isCounted } } } }`;

/** Requests for approval of a record, the newest first; nothing for those who may not read them. */
export function RecordApprovals(props: Props) {
  const [admin] = useCurrentAdmin();
  // whoever reads alerts works in the region, or audits it
  return admin?.readsAlerts === true ? <Approvals {...props} /> : null;
}

function Approvals({ recordId, language }: Props) {
  const isIndonesian = language === 'id';
  const { data } = usePageData<ApprovalsData>(query, { recordId });
  const approvals = data?.approvals.nodes ?? [];
  if (approvals.length === 0) return null;
  return (
    <Panel title={isIndonesian ? 'Persetujuan' : 'Approvals'}>
      <ul>
        {approvals.map(({ id, decree, state, needed, given, createdAt, returnReason, votes }) => {
          const counted = votes.filter(({ isCounted }) => isCounted).map(({ staffName }) => staffName);
          return (
            <li key={id}>
              <Badge colour={approvalStateColours[state as keyof typeof approvalStateColours]}>
                {named(approvalStates, state, language)}
              </Badge>{' '}
              <a href={`/admin/resources/approval/records/${id}/show`}>
                {isIndonesian ? 'diminta' : 'asked'} {longInstant(createdAt, language)}
              </a>
              {decree ? ` (${decree})` : ''}
              {state === 'OPEN'
                ? isIndonesian
                  ? `, ${given} dari ${needed} orang setuju`
                  : `, ${given} of ${needed} people agreed`
                : ''}
              {counted.length > 0 ? `: ${counted.join(', ')}` : ''}
              {returnReason ? `: ${returnReason}` : ''}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
