import { useCurrentAdmin, useTranslation } from 'adminjs';
import React, { useMemo } from 'react';
import { AbsentPage } from './absent-page';
import { AlertBell } from './alert-bell';
import { ComfortTools } from './comfort-tools';
import { contentOf, useControlNames } from './name-controls';

interface Props {
  readonly toggleSidebar: () => void;
}

const year = 365 * 24 * 3600;

/** Keeps the language for this browser and shows everything anew in it, the server's texts included. */
function switchLanguage(language: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is missing in Firefox and Safari
  document.cookie = `payung_locale=${language}; path=/; max-age=${year}; samesite=lax`;
  window.location.reload();
}

/** The keyboard goes on below the head and the menu. */
function skipToContent(): void {
  const content = contentOf();
  content?.setAttribute('tabindex', '-1');
  content?.focus();
}

/** Head of every page: menu, language, who is signed in, signing out; in demo mode, that it is one. */
export default function TopBar({ toggleSidebar }: Props) {
  const { translateButton, translateComponent, translateLabel, i18n } = useTranslation();
  const [admin] = useCurrentAdmin();
  const names = useMemo(() => {
    const pages = {
      first: translateButton('firstPage'),
      prev: translateButton('previousPage'),
      next: translateButton('nextPage'),
      last: translateButton('lastPage'),
    };
    const [close, actions] = [translateButton('close'), translateButton('actions')];
    return { close, actions, menu: translateLabel('navigation'), pages };
  }, [translateButton, translateLabel]);
  useControlNames(names);
  return (
    <>
      <header>
        <button type="button" className="payung-skip" onClick={skipToContent}>
          {translateButton('skip')}
        </button>
        {admin?.isDemo ? <div className="payung-demo">{translateComponent('Demo.banner')}</div> : null}
        <div className="payung-bar">
          <button
            type="button"
            className="payung-menu"
            onClick={() => {
              toggleSidebar();
              requestAnimationFrame(() =>
                document.querySelector<HTMLElement>('[data-css="sidebar"] a')?.focus(),
              );
            }}
            aria-label={translateButton('menu')}
          >
            <span aria-hidden="true">☰</span>
          </button>
          <span className="spring" />
          <ComfortTools />
          <AlertBell />
          <span className="who">
            {admin?.name}
            <small>{admin?.title}</small>
          </span>
          <select
            aria-label={translateComponent('LanguageSelector.label')}
            value={i18n.language}
            onChange={(event) => switchLanguage(event.target.value)}
          >
            <option value="id">Indonesia</option>
            <option value="en">English</option>
          </select>
          <form method="post" action="/admin/logout">
            <button type="submit">{translateButton('logout')}</button>
          </form>
        </div>
      </header>
      <AbsentPage />
    </>
  );
}
