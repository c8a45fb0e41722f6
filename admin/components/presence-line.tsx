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
      askGraphql<{ presenceNote: { others: readonly Colleague[] } }>(note, { recordId, stage })
        .then(({ presenceNote }) => setOthers(presenceNote.others))
        .catch(() => setOthers([])); // who is not known to be here is not shown
    };
    // sent although the page goes away
    const leave = (): void => {
      const body = JSON.stringify({ query: note, variables: { recordId, stage: 'LEFT' } });
      navigator.sendBeacon('/graphql', new Blob([body], { type: 'application/json' }));
    };
    tell();
    const timer = setInterval(tell, everyMs);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [recordId, isEditing]);
  return (
    <p className="payung-presence" role="status">
      {others.length > 0 ? texts.open : null}
      {others.map((other) => (other.name ?? texts.other) + (other.isEditing ? texts.editing : '')).join(', ')}
    </p>
  );
}
