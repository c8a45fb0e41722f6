import type { PropertyLabelProps } from 'adminjs';
import React, { type ComponentType } from 'react';
import { helpOf } from './field-help';
import { HelpLine } from './help-line';

interface Props extends PropertyLabelProps {
  readonly OriginalComponent: ComponentType<PropertyLabelProps>;
}

/** Label of a field and, in a form, what belongs into it. */
export default function PropertyLabel({ OriginalComponent, ...props }: Props) {
  const { property, filter = false } = props;
  const text = filter ? null : helpOf(property.resourceId, property.path);
  return (
    <>
      <OriginalComponent {...props} />
      {text ? <HelpLine fieldId={property.path} text={text} /> : null}
    </>
  );
}
