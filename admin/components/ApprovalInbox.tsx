import React, { useState } from 'react';
import { ApprovalCard, agree } from './approval-card';
import { type ApprovalData, inboxQuery, obstacleWords, subjectNames } from './approval-data';
import { DataTable } from './data-table';
import { longInstant, type PageLanguage } from './mou-page-texts';
import { PageState, Panel, useLanguage, usePageData, whole } from './page-parts';

type Waiting = Pick<
  ApprovalData,
  'id' | 'title' | 'subject' | 'given' | 'needed' | 'obstacle' | 'createdAt' | 'region'
>;
interface InboxData {
  readonly mine: { readonly totalCount: number; readonly nodes: readonly ApprovalData[] };
  readonly others: { readonly totalCount: number; readonly nodes: readonly Waiting[] };
}

/** What waits for the person's agreement, each with its content, and what waits for others. */
export default function ApprovalInbox() {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const { data, fault, reload } = usePageData<InboxData>(inboxQuery, {});
  if (!data) return <PageState fault={fault} isAbsent={false} />;
  const { mine, others } = data;
  return (
    <div className="payung-record">
      <Panel title={isIndonesian ? 'Menunggu keputusan Anda' : 'Waiting for your decision'}>
        {mine.nodes.length === 0 ? (
          <p>{isIndonesian ? 'Tidak ada yang menunggu Anda.' : 'Nothing waits for you.'}</p>
        ) : (
          <p>
            {isIndonesian
              ? `${whole(mine.totalCount, language)} permintaan, yang paling lama di atas. Bacalah isinya: persetujuan hanya berlaku untuk isi yang Anda lihat.`
              : `${whole(mine.totalCount, language)} requests, the oldest first. Read them: your agreement holds for what you see only.`}
          </p>
        )}
      </Panel>
      {mine.nodes.length > 0 ? <Mine approvals={mine.nodes} language={language} reload={reload} /> : null}
      {others.nodes.length > 0 ? <Others approvals={others.nodes} language={language} /> : null}
    </div>
  );
}

interface MineProps {
  readonly approvals: readonly ApprovalData[];
  readonly language: PageLanguage;
  readonly reload: () => Promise<void>;
}

/** The requests, each to be opened, read and decided; those that were ticked are approved one after another. */
function Mine({ approvals, language, reload }: MineProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<string | null>(null);
  const isIndonesian = language === 'id';
  const ticked = approvals.filter(({ digest }) => chosen.has(digest));
  const tick = (digest: string, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(digest);
    else next.delete(digest);
    setChosen(next);
  };
  const approveTicked = async (): Promise<void> => {
    const faults: string[] = [];
    for (const [place, approval] of ticked.entries()) {
      setProgress(isIndonesian ? `${place + 1} dari ${ticked.length}…` : `${place + 1} of ${ticked.length}…`);
      const fault = await agree(approval);
      if (fault) faults.push(`${approval.title}: ${fault}`);
    }
    const done = ticked.length - faults.length;
    setProgress([isIndonesian ? `${done} disetujui.` : `${done} approved.`, ...faults].join(' '));
    setChosen(new Set());
    await reload();
  };
  return (
    <>
      {approvals.map((approval) => (
        <section className="payung-panel" key={approval.id}>
          <h2>{approval.title}</h2>
          <ApprovalCard key={approval.digest} approval={approval} language={language} onDecided={reload} />
          <label className="payung-tick">
            <input
              type="checkbox"
              checked={chosen.has(approval.digest)}
              onChange={(event) => tick(approval.digest, event.target.checked)}
            />{' '}
            {isIndonesian
              ? 'Sudah saya baca; setujui bersama yang lain'
              : 'I have read it; approve with the others'}
          </label>
        </section>
      ))}
      <p className="payung-buttons">
        <button
          type="button"
          className="payung-plain"
          onClick={() => setChosen(new Set(approvals.map(({ digest }) => digest)))}
        >
          {isIndonesian ? 'Tandai semua' : 'Tick all'}
        </button>
        <button
          type="button"
          className="payung-main"
          disabled={ticked.length === 0}
          onClick={() => void approveTicked()}
        >
          {isIndonesian
            ? `Setujui yang ditandai (${ticked.length})`
            : `Approve those ticked (${ticked.length})`}
        </button>
      </p>
      <p role="status">{progress}</p>
    </>
  );
}

function Others({
  approvals,
  language,
}: {
  readonly approvals: readonly Waiting[];
  readonly language: PageLanguage;
}) {
  const isIndonesian = language === 'id';
  return (
    <Panel title={isIndonesian ? 'Menunggu orang lain' : 'Waiting for others'}>
      <DataTable
        heads={
          isIndonesian
            ? ['Yang dimintakan', 'Jenis', 'Daerah', 'Setuju', 'Diminta', 'Mengapa bukan Anda']
            : ['To be approved', 'Kind', 'Region', 'Agreed', 'Asked', 'Why not you']
        }
        rows={approvals.map(({ id, title, subject, region, given, needed, createdAt, obstacle }) => ({
          key: id,
          cells: [
            <a key="record" href={`/admin/resources/approval/records/${id}/show`}>
              {title}
            </a>,
            subjectNames[subject][language],
            region.displayName,
            `${given}/${needed}`,
            longInstant(createdAt, language),
            obstacle ? obstacleWords[obstacle as keyof typeof obstacleWords][language] : '',
          ],
        }))}
      />
    </Panel>
  );
}
