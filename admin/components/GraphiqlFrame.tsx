import React from 'react';
import { useLanguage } from './page-parts';

/** GraphiQL with the rights of the panel's session, in a window of its own where there is room. */
export default function GraphiqlFrame() {
  const isIndonesian = useLanguage() === 'id';
  return (
    <div className="payung-record payung-wide">
      <p>
        {isIndonesian
          ? 'Tanyakan apa saja lewat GraphQL dengan hak Anda sendiri; contoh di balik "?" dan unduhan di balik "↓". '
          : 'Ask anything by GraphQL with your own rights; examples behind “?”, downloads behind “↓”. '}
        <a href="/graphiql" target="_blank" rel="noreferrer">
          {isIndonesian ? 'Buka di jendela sendiri' : 'Open in a window of its own'}
        </a>
      </p>
      <iframe className="payung-frame" src="/graphiql" title="GraphiQL" />
    </div>
  );
}
