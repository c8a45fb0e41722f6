import { flat, useTranslation } from 'adminjs';
import React from 'react';
import { InPlace, type ValueProps } from './in-place';

/** A choice such as a phase, or several: named, coloured as the screen says; the colour never stands alone. */
export default function ChoiceBadge(props: ValueProps) {
  const { translateLabel } = useTranslation();
  const { property, record } = props;
  const held: unknown = flat.get(record.params, property.path);
  const values = (Array.isArray(held) ? held : [held]).filter(
    (value) => typeof value === 'string' && value !== '',
  );
  const colours: Record<string, string> = property.custom.colours ?? {};
  if (values.length === 0) return <InPlace {...props}>–</InPlace>;
  return (
    <InPlace {...props}>
      <span className="payung-chips">
        {values.map((value) => (
          <span key={value} className={`payung-badge ${colours[value] ?? 'grey'}`}>
            {translateLabel(`${property.propertyPath}.${value}`, property.resourceId)}
          </span>
        ))}
      </span>
    </InPlace>
  );
}
