import type { ActionHeaderProps } from 'adminjs';
import { useTranslation } from 'adminjs';
import React, { useEffect } from 'react';
import type { PageLanguage } from './mou-page-texts';
import { useLanguage, whole } from './page-parts';

type Props = Pick<ActionHeaderProps, 'resource' | 'action' | 'record' | 'tag'>;

/** Records whose title is the name of a person; the history of a shared browser is not to keep it. */
const ofPeople: readonly string[] = ['beneficiary', 'enrollment'];

/** Up to here the records of a list are counted, and numbered pages reach. */
const mostCounted = 100_000;

/** What a page is called, as heading and in the tab of the browser: the record, then what is done to it. */
export function PageHeading({ resource, action, record, tag }: Props) {
  const { translateAction, translateLabel } = useTranslation();
  const language = useLanguage();
  const screen = translateLabel(resource.name, resource.id);
  const deed = translateAction(action.label, resource.id);
  const subject = record?.title || screen;
  const heading = headingOf(action, deed, subject);
  const tab = ofPeople.includes(resource.id) ? headingOf(action, deed, screen) : heading;
  usePageTitle(tab.endsWith(screen) ? [tab] : [tab, screen]);
  return (
    <h1 className="payung-title">
      {heading}{' '}
      {action.name === 'list' && tag ? (
        <span className="payung-badge grey">{countWords(tag, language)}</span>
      ) : null}
    </h1>
  );
}

function countWords(count: string, language: PageLanguage): string {
  const words = whole(count, language) ?? count;
  if (Number(count) < mostCounted) return words;
  return language === 'id' ? `sedikitnya ${words}` : `at least ${words}`;
}

function headingOf({ name, actionType }: Props['action'], deed: string, subject: string): string {
  if (name === 'show' || name === 'list') return subject;
  return actionType === 'resource' && name !== 'new' ? deed : `${deed}: ${subject}`;
}

/** Names the tab of the browser, the most particular first (WCAG 2.4.2). */
export function usePageTitle(parts: readonly string[]): void {
  const title = [...parts, 'Payung'].join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
