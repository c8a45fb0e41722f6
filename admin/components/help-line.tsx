import React, { useEffect, useRef } from 'react';
import { pageHelp } from '../help/own-pages';
import { useLanguage, type Words } from './page-parts';

const controls = 'input:not([type=hidden]), select, textarea';

interface Props {
  readonly fieldId: string;
  readonly text: Words;
}

/** What belongs into the field beside which it stands: read out with the field to those who do not see it. */
export function HelpLine({ fieldId, text }: Props) {
  const language = useLanguage();
  const help = useRef<HTMLParagraphElement>(null);
  // after every drawing: AdminJS's fields come and go within the group, and take no `aria-*` of their own
  useEffect(() => {
    const group = help.current?.parentElement;
    if (help.current && group) describe(group, help.current.id);
  });
  return (
    <p ref={help} id={`help-${fieldId}`} className="payung-help">
      {text[language]}
    </p>
  );
}

/** The line of a field of a page of our own; nothing where there is no text. */
export function PageHelp({ of, fieldId = of }: { readonly of: string; readonly fieldId?: string }) {
  const text = pageHelp[of];
  return text ? <HelpLine fieldId={fieldId} text={text} /> : null;
}

/** The one field of the group, else the group with all of them, is described by the help. */
function describe(group: HTMLElement, helpId: string): void {
  const [only, ...others] = group.querySelectorAll(controls);
  const described = only && others.length === 0 ? only : group;
  if (described === group) group.setAttribute('role', 'group');
  described.setAttribute('aria-describedby', helpId);
}
