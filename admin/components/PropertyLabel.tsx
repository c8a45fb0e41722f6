import type { PropertyLabelProps } from 'adminjs';
import React, { type ComponentType, useEffect, useRef } from 'react';
import { helpOf } from './field-help';
import { useLanguage } from './page-parts';

interface Props extends PropertyLabelProps {
  readonly OriginalComponent: ComponentType<PropertyLabelProps>;
}

const controls = 'input:not([type=hidden]), select, textarea';

/** Label of a field and, in a form, what belongs into it: read out with the field to those who do not see it. */
export default function PropertyLabel({ OriginalComponent, ...props }: Props) {
  const language = useLanguage();
  const help = useRef<HTMLParagraphElement>(null);
  const { property, filter = false } = props;
  const text = filter ? null : helpOf(property.resourceId, property.path);
  // after every drawing: AdminJS's fields and ours come and go within the group, and take no `aria-*` of their own
  useEffect(() => {
    const group = help.current?.parentElement;
    if (help.current && group) describe(group, help.current.id);
  });
  return (
    <>
      <OriginalComponent {...props} />
      {text ? (
        <p ref={help} id={`help-${property.path}`} className="payung-help">
          {text[language]}
        </p>
      ) : null}
    </>
  );
}

/** The one field of the group, else the group with all of them, is described by the help. */
function describe(group: HTMLElement, helpId: string): void {
  const [only, ...others] = group.querySelectorAll(controls);
  const described = only && others.length === 0 ? only : group;
  if (described === group) group.setAttribute('role', 'group');
  described.setAttribute('aria-describedby', helpId);
}
