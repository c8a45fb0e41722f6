import type { ActionProps } from 'adminjs';
import React from 'react';
import { RecordForm } from './record-form';

/** Stands in for AdminJS's own form, which forgets what was typed. */
export default function DefaultNewAction(props: ActionProps) {
  return <RecordForm {...props} />;
}
