import { useResource, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { usePageTitle } from './page-heading';
import { useLanguage } from './page-parts';

const drawnByAdminJs = ['NoRecordError', 'NoActionError', 'NoResourceError']
  .map((name) => `[data-testid="${name}"]`)
  .join();
const words = {
  id: {
    record: 'Data ini tidak ditemukan',
    page: 'Halaman ini tidak ditemukan',
    why: 'Mungkin alamatnya tidak lengkap tersalin, datanya sudah dihapus, atau berada di luar wilayah dan kewenangan Anda.',
    list: (name: string) => `Buka daftar ${name}`,
    home: 'Ke beranda',
  },
  en: {
    record: 'This record was not found',
    page: 'This page was not found',
    why: 'The address may be copied in part, the record removed, or out of your regions and rights.',
    list: (name: string) => `Open the list: ${name}`,
    home: 'To the start page',
  },
} as const;

/** AdminJS (7.8) draws what it does not find without a heading and without a way out; styles hide that, and this is shown. */
export function AbsentPage() {
  const [isAbsent, setAbsent] = useState(false);
  useEffect(() => {
    const look = () => setAbsent(document.querySelector(drawnByAdminJs) !== null);
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, []);
  return isAbsent ? <Absence /> : null;
}

function Absence() {
  const texts = words[useLanguage()];
  const { translateLabel } = useTranslation();
  const { pathname } = useLocation();
  const [, resourceId = '', rest = ''] = /\/resources\/([^/]+)(.*)/.exec(pathname) ?? [];
  const resource = useResource(resourceId);
  const title = rest.startsWith('/records/') ? texts.record : texts.page;
  usePageTitle([title]);
  return (
    <section className="payung-absent">
      <h1>{title}</h1>
      <p>{texts.why}</p>
      <p className="payung-buttons">
        {resource ? (
          <Link className="payung-plain" to={`/admin/resources/${resource.id}`}>
            {texts.list(translateLabel(resource.name, resource.id))}
          </Link>
        ) : null}
        <Link className="payung-plain" to="/admin">
          {texts.home}
        </Link>
      </p>
    </section>
  );
}
