import React, { useEffect, useState } from 'react';
import { longDay } from './mou-page-texts';
import { useLanguage } from './page-parts';
import { today } from './today';

/** Head of a printed page: whose it is and what it is about. On paper only. */
export function Letterhead({ lines }: { readonly lines: readonly string[] }) {
  return (
    <header className="payung-letterhead">
      {lines.map((line, place) => (place === 0 ? <b key={line}>{line}</b> : <span key={line}>{line}</span>))}
    </header>
  );
}

/** Room for a signature, with place and day of the print. On paper only. */
export function Signature({ place }: { readonly place?: string }) {
  const language = useLanguage();
  const printedOn = longDay(today(), language);
  return (
    <div className="payung-signature">
      <span>
        {place ? (
          <>
            {place}, {printedOn}
            <br />
          </>
        ) : null}
        {language === 'id' ? 'Mengetahui,' : 'Seen by,'}
      </span>
      <span>{language === 'id' ? 'Nama, jabatan, NIP' : 'Name, post, number'}</span>
    </div>
  );
}

/** Sizes of paper in Indonesian offices; F4 (folio) is no size that browsers know by name. */
const papers = { A4: '210mm 297mm', F4: '215mm 330mm' } as const;
type PaperSize = keyof typeof papers;

/** Buttons that print the page; the browser saves it as PDF too. */
export function PrintButtons() {
  const language = useLanguage();
  const [size, setSize] = useState<PaperSize | null>(null);
  useEffect(() => {
    if (!size) return;
    window.print();
    setSize(null);
  }, [size]);
  return (
    <>
      {size ? <style>{`@page { size: ${papers[size]}; }`}</style> : null}
      {(Object.keys(papers) as PaperSize[]).map((paper) => (
        <button key={paper} type="button" className="payung-plain" onClick={() => setSize(paper)}>
          {language === 'id' ? `Cetak ${paper}` : `Print ${paper}`}
        </button>
      ))}
    </>
  );
}
