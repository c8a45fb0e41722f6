import { useEffect } from 'react';

/** What AdminJS draws without a name for people who cannot see it. Its own components carry no `aria-*` (7.8). */
export interface ControlNames {
  readonly close: string;
  readonly pages: Readonly<Record<string, string>>;
}

const pageLink = '.adminjs_PaginationLink:not([aria-label])';
const field =
  'input:not([type=hidden]):not([aria-label]), select:not([aria-label]), textarea:not([aria-label])';

/** Names buttons and fields as they appear: a field by the label that stands over it, a button of signs by what it does. */
export function useControlNames(names: ControlNames): void {
  useEffect(() => {
    const name = () => nameAll(names);
    const observer = new MutationObserver(name);
    observer.observe(document.body, { childList: true, subtree: true });
    name();
    return () => observer.disconnect();
  }, [names]);
}

function nameAll({ close, pages }: ControlNames): void {
  // the server names every field that lacks something at once, in the language of the panel; a browser the first, in its own
  for (const form of document.querySelectorAll('form')) form.noValidate = true;
  for (const link of document.querySelectorAll<HTMLElement>(pageLink)) {
    const text = link.textContent?.trim() ?? '';
    link.setAttribute('aria-label', pages[link.dataset.testid ?? ''] ?? (text || close));
  }
  for (const button of document.querySelectorAll<HTMLElement>('button:not([aria-label])')) {
    if (button.textContent?.trim() === '') button.setAttribute('aria-label', close);
  }
  for (const input of document.querySelectorAll<HTMLInputElement>(field)) {
    if ((input.labels?.length ?? 0) > 0) continue;
    const label = input
      .closest('section, .adminjs_FormGroup, [class*=FormGroup]')
      ?.querySelector('label')
      ?.textContent?.trim();
    if (label) input.setAttribute('aria-label', label);
  }
}
