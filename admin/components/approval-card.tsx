import React, { useState } from 'react';
import { ApprovalContent } from './approval-content';
import { type ApprovalData, giving, obstacleWords, returning, subjectNames } from './approval-data';
import { askGraphql, type UserError } from './graphql-client';
import { PageHelp } from './help-line';
import { longInstant, type PageLanguage } from './mou-page-texts';
import { Badge } from './page-parts';

interface Props {
  readonly approval: ApprovalData;
  readonly language: PageLanguage;
  /** Called after a decision; the request is another one by then. */
  readonly onDecided: () => Promise<void>;
}

/** Agrees to what the card shows; gives what stands in the way, or nothing. */
export async function agree({ id, digest }: Pick<ApprovalData, 'id' | 'digest'>): Promise<string | null> {
  try {
    const { approvalGive } = await askGraphql<{ approvalGive: { userErrors: readonly UserError[] } }>(
      giving,
      {
        id,
        digest,
      },
    );
    return approvalGive.userErrors.map(({ message }) => message).join(' ') || null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** One request: what is to be approved, who agreed, and the two decisions. */
export function ApprovalCard({ approval, language, onDecided }: Props) {
  const isIndonesian = language === 'id';
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const decide = async (deed: () => Promise<string | null>): Promise<void> => {
    setBusy(true);
    const wrong = await deed();
    setFault(wrong);
    setBusy(false);
    if (!wrong) await onDecided();
  };
  const { requestedByName, createdAt, obstacle, viewerCan } = approval;
  return (
    <div className="payung-approval">
      <p>
        <Badge colour="blue">{subjectNames[approval.subject][language]}</Badge> {approval.region.displayName}{' '}
        ·{' '}
        <small>
          {isIndonesian ? 'diminta' : 'asked'} {longInstant(createdAt, language)}
          {requestedByName ? `, ${requestedByName}` : ''}
        </small>
      </p>
      <ApprovalContent approval={approval} language={language} />
      <Votes approval={approval} language={language} />
      {obstacle && obstacle !== 'SETTLED' ? (
        <p className="payung-hint">{obstacleWords[obstacle as keyof typeof obstacleWords][language]}</p>
      ) : null}
      {viewerCan.give || viewerCan.return ? (
        <div className="payung-buttons">
          {viewerCan.give ? (
            <button
              type="button"
              className="payung-main"
              disabled={isBusy}
              onClick={() => void decide(() => agree(approval))}
            >
              {isIndonesian ? 'Setujui' : 'Approve'}
              <span className="payung-hidden"> {approval.title}</span>
            </button>
          ) : null}
          {viewerCan.return ? (
            <ReturnForm approval={approval} language={language} isBusy={isBusy} decide={decide} />
          ) : null}
        </div>
      ) : null}
      <p role="status" className={fault ? 'payung-faults' : ''}>
        {fault}
      </p>
    </div>
  );
}

/** How many of how many agreed, by name; those to an earlier content are told as such. */
function Votes({ approval, language }: Omit<Props, 'onDecided'>) {
  const { needed, given, eligible, votes, returnReason, returnedByName } = approval;
  const isIndonesian = language === 'id';
  return (
    <>
      <p>
        <b>
          {isIndonesian
            ? `${given} dari ${needed} orang sudah setuju; ${eligible} orang berhak menyetujui.`
            : `${given} of ${needed} people agreed; ${eligible} people may.`}
        </b>
      </p>
      {votes.length > 0 ? (
        <ul>
          {votes.map(({ id, staffName, createdAt, isCounted }) => (
            <li key={id}>
              {staffName}, {longInstant(createdAt, language)}
              {isCounted
                ? ''
                : isIndonesian
                  ? ' – tidak dihitung lagi: isinya sudah berubah'
                  : ' – no longer counts: the content changed'}
            </li>
          ))}
        </ul>
      ) : null}
      {returnReason ? (
        <p className="payung-callout red">
          {isIndonesian ? 'Dikembalikan' : 'Returned'}
          {returnedByName ? ` (${returnedByName})` : ''}: {returnReason}
        </p>
      ) : null}
    </>
  );
}

function ReturnForm({
  approval,
  language,
  isBusy,
  decide,
}: Omit<Props, 'onDecided'> & {
  readonly isBusy: boolean;
  readonly decide: (deed: () => Promise<string | null>) => Promise<void>;
}) {
  const isIndonesian = language === 'id';
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null)
    return (
      <button type="button" className="payung-plain" onClick={() => setReason('')}>
        {isIndonesian ? 'Kembalikan…' : 'Return…'}
        <span className="payung-hidden"> {approval.title}</span>
      </button>
    );
  const send = async (): Promise<string | null> => {
    const variables = { id: approval.id, version: approval.version, reason };
    try {
      const answer = await askGraphql<{ approvalReturn: { userErrors: readonly UserError[] } }>(
        returning,
        variables,
      );
      return answer.approvalReturn.userErrors.map(({ message }) => message).join(' ') || null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  const inputId = `reason-${approval.id}`;
  return (
    <div className="payung-return">
      <label htmlFor={inputId}>{isIndonesian ? 'Yang harus diperbaiki' : 'What has to be mended'}</label>
      <PageHelp of="approval-reason" fieldId={inputId} />
      <textarea
        id={inputId}
        className="payung-input"
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="payung-buttons">
        <button
          type="button"
          className="payung-plain"
          disabled={isBusy || reason.trim() === ''}
          onClick={() => void decide(send)}
        >
          {isIndonesian ? 'Kembalikan dengan alasan ini' : 'Return with this reason'}
        </button>
        <button type="button" className="payung-plain" onClick={() => setReason(null)}>
          {isIndonesian ? 'Batal' : 'Cancel'}
        </button>
      </div>
    </div>
  );
}
