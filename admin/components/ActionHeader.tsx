import type { ActionHeaderProps } from 'adminjs';
import React, { type ComponentType } from 'react';

interface Props extends ActionHeaderProps {
  readonly OriginalComponent: ComponentType<ActionHeaderProps>;
}

/** Heading of a page: beside what is done, the record that it is done to. */
export default function ActionHeader({ OriginalComponent, ...props }: Props) {
  const tag = props.tag || props.record?.title;
  return <OriginalComponent {...props} {...(tag && { tag })} />;
}
