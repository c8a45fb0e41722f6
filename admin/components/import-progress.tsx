import React from 'react';
import { importStates } from '../import-choices';
import type { ImportData } from './import-data';
import { named } from './mou-facts';
import type { PageLanguage } from './mou-page-texts';
import { Panel, whole } from './page-parts';

const texts = {
  id: {
    label: 'Kemajuan',
    leave: 'Halaman ini boleh ditutup: pekerjaan berjalan terus di server.',
    pace: 'baris per detik',
    left: 'sisa kira-kira',
    of: 'dari',
    rows: 'baris',
  },
  en: {
    label: 'Progress',
    leave: 'This page may be closed: the work goes on at the server.',
    pace: 'rows per second',
    left: 'about',
    of: 'of',
    rows: 'rows',
  },
} as const;

interface Props {
  readonly batch: ImportData;
  readonly language: PageLanguage;
}

/** How far the work under way is: rows, pace and time left. */
export function ImportProgress({ batch: { state, progress }, language }: Props) {
  const words = texts[language];
  const { done = 0, total = null, rowsPerSecond = null, secondsLeft = null } = progress ?? {};
  const counted =
    total === null ? whole(done, language) : `${whole(done, language)} ${words.of} ${whole(total, language)}`;
  const parts = [
    `${counted} ${words.rows}`,
    rowsPerSecond === null ? null : `${whole(rowsPerSecond, language)} ${words.pace}`,
    secondsLeft === null ? null : timeLeft(secondsLeft, language),
  ];
  return (
    <Panel title={`${named(importStates, state, language)}…`}>
      <progress
        className="payung-progress"
        aria-label={words.label}
        {...(total === null ? {} : { max: Math.max(total, 1), value: done })}
      />
      <p>{parts.filter((part) => part !== null).join(' · ')}</p>
      <p className="payung-hint">{words.leave}</p>
    </Panel>
  );
}

function timeLeft(seconds: number, language: PageLanguage): string {
  const minutes = Math.round(seconds / 60);
  const time =
    seconds < 90
      ? `${seconds} ${language === 'id' ? 'detik' : 'seconds'}`
      : `${minutes} ${language === 'id' ? 'menit' : 'minutes'}`;
  return language === 'id' ? `${texts.id.left} ${time}` : `${texts.en.left} ${time} left`;
}
