import React from 'react';
import { Link } from 'react-router-dom';
import { InPlace, type ValueProps } from './in-place';
import { useLanguage } from './page-parts';
import { sqlWords } from './sql-words';

/** A saved statement as it was written, and the way to run it. */
export default function SqlText(props: ValueProps) {
  const words = sqlWords[useLanguage()];
  const { id, params } = props.record;
  return (
    <InPlace {...props}>
      <pre className="payung-statement">{params.sqlText}</pre>
      <Link to={`/admin/resources/savedQuery/actions/console?query=${id}`}>{words.open}</Link>
    </InPlace>
  );
}
