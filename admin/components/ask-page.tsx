import React, { type ReactNode, useState } from 'react';
import { type Asked, type AskFields, AskForm } from './ask-form';
import { Panel, useLanguage, type Words } from './page-parts';

interface Props<Fields extends AskFields> {
  readonly title: Words;
  readonly fields: Fields;
  /** What is asked when the page opens. */
  readonly initial: Asked<Fields>;
  /** Whether enough is said to answer. */
  readonly isComplete: (asked: Asked<Fields>) => boolean;
  readonly children: (asked: Asked<Fields>) => ReactNode;
}

/** A page that asks for something, and answers below as soon as it is complete. */
export function AskPage<Fields extends AskFields>({
  title,
  fields,
  initial,
  isComplete,
  children,
}: Props<Fields>) {
  const language = useLanguage();
  const [asked, setAsked] = useState(initial);
  return (
    <div className="payung-record">
      <Panel title={title[language]}>
        <AskForm fields={fields} asked={asked} onChange={setAsked} />
      </Panel>
      {isComplete(asked) ? children(asked) : null}
    </div>
  );
}
