import { useEffect } from 'react';

/** What AdminJS draws without a name for people who cannot see it. Its own components carry no `aria-*` (7.8). */
export interface ControlNames {
  readonly close: string;
  readonly menu: string;
  readonly actions: string;
  readonly pages: Readonly<Record<string, string>>;
}

const pageLink = '.adminjs_PaginationLink:not([aria-label])';
const field =
  'input:not([type=hidden]):not([aria-label]), select:not([aria-label]), textarea:not([aria-label])';

/** Names buttons and fields as they appear: a field by the label that stands over it, a button of signs by what it does. */
export function useControlNames(names: ControlNames): void {
  useEffect(() => {
    const name = () => nameAll(names);
    document.addEventListener('keydown', pressLikeButton);
    const observer = new MutationObserver(name);
    observer.observe(document.body, { childList: true, subtree: true });
    name();
    return () => {
      document.removeEventListener('keydown', pressLikeButton);
      observer.disconnect();
    };
  }, [names]);
}

const contentPart =
  '[data-css="app-content"] > section:not([data-css="notice"]), [data-css="app-content"] > div';

/** The part of a page below its head: what the link for skipping the head leads to. */
export function contentOf(): HTMLElement | null {
  return document.querySelector<HTMLElement>(contentPart);
}

/** Landmarks, so that one can jump to the menu and to the content (WCAG 1.3.1, 2.4.1). */
function nameParts(menu: string): void {
  const sidebar = document.querySelector('[data-css="sidebar"]');
  sidebar?.setAttribute('role', 'navigation');
  sidebar?.setAttribute('aria-label', menu);
  contentOf()?.setAttribute('role', 'main');
  // AdminJS puts it into a section, where a header is no landmark by itself
  document.querySelector('[data-css="app-content"] > header')?.setAttribute('role', 'banner');
}

const unreachable = 'a.adminjs_Button:not([href])';

/** What AdminJS draws as a link that leads nowhere is a button, for the keyboard too (WCAG 2.1.1). */
function pressLikeButton(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  if (!(event.target instanceof HTMLElement) || !event.target.matches(unreachable)) return;
  event.preventDefault(); // the space bar would scroll the page
  event.target.click();
}

function nameAll({ close, menu, actions, pages }: ControlNames): void {
  nameParts(menu);
  for (const head of document.querySelectorAll('thead td:not([role])')) {
    if (head.textContent?.trim()) head.setAttribute('role', 'columnheader');
  }
  // the server names every field that lacks something at once, in the language of the panel; a browser the first, in its own
  for (const form of document.querySelectorAll('form')) form.noValidate = true;
  for (const link of document.querySelectorAll<HTMLElement>(pageLink)) {
    const text = link.textContent?.trim() ?? '';
    link.setAttribute('aria-label', pages[link.dataset.testid ?? ''] ?? (text || close));
  }
  for (const button of document.querySelectorAll<HTMLElement>(`${unreachable}:not([role])`)) {
    button.setAttribute('role', 'button');
    button.tabIndex = 0;
    if (button.textContent?.trim() === '') button.setAttribute('aria-label', actions);
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
