import React, { useEffect, useState } from 'react';
import { askGraphql } from './graphql-client';
import { useLanguage } from './page-parts';

interface Colleague {
  readonly name: string | null;
  readonly isEditing: boolean;
}

const everyMs = 25_000;
const note = `mutation ($recordId: ID!, $stage: PresenceStage!) { presenceNote(recordId: $recordId, stage: $stage) {
  others { name isEditing } } }`;
const words = {
  id: { open: 'Juga sedang membuka data ini: ', editing: ' (mengubah)', other: 'petugas daerah lain' },
  en: { open: 'Also has this record open: ', editing: ' (editing)', other: 'staff of another region' },
} as const;

/** Leave-takings that have not been sent yet, by record: from a record's page to its form nobody has left it. */
const leaving = new Map<string, number>();

function leave(recordId: string): void {
  leaving.delete(recordId);
  const body = JSON.stringify({ query: note, variables: { recordId, stage: 'LEFT' } });
  // unlike a request it is sent although the page goes away
  navigator.sendBeacon('/graphql', new Blob([body], { type: 'application/json' }));
}

interface Props {
  readonly recordId: string;
  readonly isEditing: boolean;
}

/** Says to the server that this record is open here, and in a quiet line who else has it open. */
export function PresenceLine({ recordId, isEditing }: Props) {
  const texts = words[useLanguage()];
  const [others, setOthers] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    const stage = isEditing ? 'EDITING' : 'READING';
    const tell = (): void => {
      askGraphql<{ presenceNote: { others: readonly Colleague[] } }>(
        note,
        { recordId, stage },
        { isBackground: true },
      )
        .then(({ presenceNote }) => setOthers(presenceNote.others))
        .catch(() => setOthers([])); // who is not known to be here is not shown
    };
    const leaveNow = (): void => leave(recordId);
    window.clearTimeout(leaving.get(recordId));
    tell();
    const timer = setInterval(tell, everyMs);
    window.addEventListener('pagehide', leaveNow);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leaveNow);
      leaving.set(recordId, window.setTimeout(leaveNow, 2000));
    };
  }, [recordId, isEditing]);
  return (
    <p className="payung-presence" role="status">
      {others.length > 0 ? texts.open : null}
      {others.map((other) => (other.name ?? texts.other) + (other.isEditing ? texts.editing : '')).join(', ')}
    </p>
  );
}
