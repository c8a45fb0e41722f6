import { useTranslation } from 'adminjs';
import React from 'react';
import { Link } from 'react-router-dom';
import { InPlace, type ValueProps } from './in-place';

/** The record that something is about, as a link to its page. */
export default function SubjectLink(props: ValueProps) {
  const { translateComponent } = useTranslation();
  const { concept, subjectId } = props.record.params;
  return (
    <InPlace {...props}>
      <Link to={`/admin/resources/${concept}/records/${subjectId}/show`}>
        {translateComponent('Subject.open')}
      </Link>
    </InPlace>
  );
}
